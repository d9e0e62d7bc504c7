"""What was reached of a plan where no word gives it a role: any verb, before the plan or behind it."""

from __future__ import annotations

import pytest

from tests.rows.running_text.told import Told, rates, told

ALONE: list[tuple[str, Told]] = [
    ("巡迴34校，超越年度目標30校，達成率113.3%。", ("113.3%", "30校", ("34校",))),
    ("輔導33家（目標值30家，達成率110%），參展12場。", ("110%", "30家", ("33家",))),
    ("借用620場次，未達原定800場次，達成率77.5%。", ("77.5%", "800場次", ("620場次",))),
    ("核發33件、計18萬元；預定30件，達成率110%。", ("110%", "30件", ("33件",))),
    ("派員出席會議9場次，原規劃8場次，達成率112.5%。", ("112.5%", "8場次", ("9場次",))),
    ("自首案件39件，達成年度目標30件之130%。", ("130%", "30件", ("39件",))),
    ("據點設置66處，占年度目標60處之110%。", ("110%", "60處", ("66處",))),
    ("接送33趟次，達半年分配目標30趟次之110%。", ("110%", "30趟次", ("33趟次",))),
    (
        "入館78人次（111年度62人次，成長25.8%），達成原訂目標65人次之120%。",
        ("120%", "65人次", ("78人次",)),
    ),
    ("報名44個，較112年之35個增加，並超越目標數40個，達成率110%。", ("110%", "40個", ("44個",))),
    ("合格率88%，目標值為80%，達成率110%。", ("110%", "80%", ("88%",))),
    ("定罪率60%；目標訂為80%，達成率75%。", ("75%", "80%", ("60%",))),
    ("完成率88%，目標80%，達成率110%。", ("110%", "80%", ("88%",))),
    ("成立率88%，與年度目標成立率80%相比，達成率110%。", ("110%", "80%", ("88%",))),
    ("預計達成80%，實際88%，達成率110%。", ("110%", "80%", ("88%",))),
    (
        "辦理62場次，吸引90人次；以場次目標50場次計，達成率124%，以人次目標80人次計，達成率112.5%。",
        ("112.5%", "80人次", ("90人次",)),
    ),
]
NOT_ALONE: list[tuple[str, str]] = [
    ("受理62件、立案44件，目標40件，達成率110%。", "two before"),
    ("目標40件，受理62件、立案44件，達成率110%。", "two behind"),
    ("去年44件，目標40件，達成率110%。", "last year's alone"),
    ("112年度44件，113年度目標40件，達成率110%。", "a year's alone"),
    ("上年度辦理44件，目標40件，達成率110%。", "reached last year"),
    ("培訓44人，目標40班，達成率110%。", "another kind"),
    ("目標40班，達成率110%。", "nothing reached"),
    ("目標值80%，達成率110%。", "no share reached"),
    ("其中北部44場，目標40場，達成率110%。", "a part alone"),
    ("辦理62場，達成率124%；講座44場，活動51場；原定40場，達成率110%。", "two since"),
    ("研習44場。座談62場。年度目標40場，達成率110%。", "two sentences"),
]


@pytest.mark.parametrize(("text", "wanted"), ALONE)
def test_alone(text: str, wanted: Told) -> None:
    assert told(text)[-1] == wanted
    assert rates(text)[-1].likely
    assert not rates(text)[-1].bound


@pytest.mark.parametrize("text", [pytest.param(text, id=why) for text, why in NOT_ALONE])
def test_not_alone(text: str) -> None:
    rate = rates(text)[-1]
    assert rate.rate.quantity.text in ("110%", "124%")
    assert not rate.likely
    assert not rate.bound
