"""A text -> the name of the agency that it is, or names: 霧汀湖域管理局.

>>> is_agency("霧汀湖域管理局"), is_agency("本局"), is_agency("管理局105")
(True, False, False)
>>> title_agency("105年度霧汀湖域管理局施政績效報告"), title_agency("105年度施政績效及達成情形")
('霧汀湖域管理局', '')
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from pipeline.quantities import ERA, YEAR_DIGITS, YEAR_IN_CHINESE, YEAR_WORDS

TITLE_YEAR = regex.compile(rf"{ERA}?\s*(?P<year>{YEAR_DIGITS}|{YEAR_IN_CHINESE})\s*{YEAR_WORDS}")
"""The year in the title of a report: 105年度, 一○五年度, 民國一百零五年."""
_AGENCY = regex.compile(
    r"""
    (?! [本各該] )         # 本局, 各機關
    (?: (?! [之的] ) \p{Han} ){2,20}?    # 召開之委員會 is none
    \L<kinds>
    """,
    regex.VERBOSE,
    kinds=(
        "部", "會", "署", "局", "處", "院", "府", "中心", "所", "室", "館", "站", "馆",
        "總隊", "大隊", "大學", "學校", "銀行", "公司", "辦公室", "改良場", "農場", "園區",
        "公所", "關務署", "分署", "圖書館", "博物館", "之家", "動物園", "植物園", "國家公園", "監獄",
        "法院", "航空站", "劇院", "樂團", "學院", "醫院",
    ),
)  # fmt: skip
_LABELLED = regex.compile(
    r"\L<labels> [：:] (?P<agency> [^\s：:]+ ) (?P<more> [：:] )?",
    regex.VERBOSE,
    labels=("機關名稱", "機關", "單位名稱", "主管機關", "填報機關", "填表機關"),
)
_NEXT_LABEL = regex.compile(
    r"(?:填[報表寫]|製表|編[製印]|列印|公告|更新|聯絡|承辦|報告|資料|評核|單位)?(?:日期|時間|人員?|單位|電話|年度|期間)$"
)
"""A label that follows an agency without a space: 機關：社會局填報日期：."""
_COMPILED = regex.compile(r"(?P<agency>\p{Han}+)\s*編[製印]?")
_OVER = regex.compile(r"\p{Han}+(?:政府|[縣市部會院署局])")
"""What the name of an agency begins with that is a part of another one."""
_SUBJECT = regex.compile(r"(?:重要|年度|單位)?(?:施政|績效|工作|執行|計畫|目標).*")
"""What a report is about, behind the agency."""
_NAME_PART = regex.compile(r"[^-_－—()（）\s]+")
"""What stands between dashes, spaces or brackets in a file name."""


def is_agency(text: str) -> bool:
    """Tell whether a text is the name of an agency by its last word, and nothing else."""
    return _AGENCY.fullmatch(text) is not None


def labelled_agency(text: str) -> str:
    """Return the agency behind its label (機關名稱：…), if there is one and no other label runs into it."""
    match = _LABELLED.search(text)
    if match is None or not match["more"]:
        return match["agency"] if match else ""
    agency = _NEXT_LABEL.sub("", match["agency"])
    return agency if is_agency(agency) else ""


def compiling_agency(text: str) -> str:
    """Return the agency that says on a cover that it has made a book (霧汀部 編), if a text is that."""
    match = _COMPILED.fullmatch(text.strip())
    return match["agency"] if match and is_agency(match["agency"]) else ""


def full_name(agency: str, names: Iterable[str]) -> str:
    """Return the name of an agency that also tells what it is a part of, where one of some names does.

    >>> full_name("社會局", ["霧汀縣政府社會局"]), full_name("社會局", ["勞動局", "新社會局"])
    ('霧汀縣政府社會局', '社會局')
    """
    fuller = [n for n in names if n.endswith(agency) and _OVER.fullmatch(n[: -len(agency)])]
    return fuller[0] if agency and fuller else agency


def title_agency(text: str) -> str:
    """Return the agency that a title names before its year or behind it, if it does."""
    text = "".join(text.split())
    match = TITLE_YEAR.search(text)
    if match is None:
        return ""
    parts = text[: match.start()], _SUBJECT.sub("", text[match.end() :])
    return next(filter(is_agency, parts), "")


def file_agency(name: str) -> str:
    """Return the agency that stands between dashes, spaces or brackets in a file name."""
    return next(filter(is_agency, _NAME_PART.findall(name)), "")
