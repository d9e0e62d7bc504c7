"""Names of agencies, alone, behind a label and in titles; other words are none."""

from __future__ import annotations

import pytest

from pipeline.rows import agencies

AGENCIES = [
    pytest.param("霧汀湖域管理局105年度施政績效報告", "霧汀湖域管理局", id="before the year"),
    pytest.param("霧汀湖域管理局\u3000106年度施政績效", "霧汀湖域管理局", id="set apart"),
    pytest.param("105年度霧汀湖域管理局施政績效報告", "霧汀湖域管理局", id="behind the year"),
    pytest.param("霧汀縣政府105年度施政績效", "霧汀縣政府", id="county"),
    pytest.param("環湖部中華民國105年度工作報告", "環湖部", id="era behind the agency"),
    pytest.param("霧汀湖保育委員會105年度績效報告", "霧汀湖保育委員會", id="committee"),
]
NO_AGENCIES = [
    pytest.param("105年度施政績效及達成情形", id="none"),
    pytest.param("附表105年度施政績效", id="another word"),
    pytest.param("本局105年度施政績效", id="a pronoun"),
    pytest.param("依110年度召開之湖域政策委員會", id="a clause"),
    pytest.param("霧汀湖域管理局", id="no year"),
    pytest.param("", id="empty"),
]


@pytest.mark.parametrize(("text", "agency"), AGENCIES)
def test_agency(text: str, agency: str) -> None:
    assert agencies.title_agency(text) == agency


@pytest.mark.parametrize("text", NO_AGENCIES)
def test_no_agency(text: str) -> None:
    assert agencies.title_agency(text) == ""


NAMES = [
    pytest.param("霧汀湖域管理局", id="office"),
    pytest.param("霧汀縣政府", id="county"),
    pytest.param("霧汀大學", id="university"),
    pytest.param("霧汀榮譽國民之家", id="home"),
    pytest.param("霧汀市立動物園", id="zoo"),
    pytest.param("圖書館", id="the shortest"),
]
NO_NAMES = [
    pytest.param("本局", id="a pronoun"),
    pytest.param("各縣市政府", id="several"),
    pytest.param("湖部", id="too short"),
    pytest.param("管理局105", id="a figure behind"),
    pytest.param("霧汀湖域管理局年報", id="a word behind"),
    pytest.param("霧汀 管理局", id="a space"),
    pytest.param("湖" * 21 + "局", id="too long"),
    pytest.param("", id="empty"),
]


@pytest.mark.parametrize("text", NAMES)
def test_is_agency(text: str) -> None:
    assert agencies.is_agency(text)


@pytest.mark.parametrize("text", NO_NAMES)
def test_is_no_agency(text: str) -> None:
    assert not agencies.is_agency(text)


LABELLED = [
    pytest.param("機關名稱：霧汀湖域管理局", "霧汀湖域管理局", id="label"),
    pytest.param("填報機關:霧汀湖域管理局 日期：1月", "霧汀湖域管理局", id="something behind"),
    pytest.param("主管機關：霧汀部", "霧汀部", id="another label"),
    pytest.param("填報機關：社會局填報日期：1月", "社會局", id="another label runs into it"),
    pytest.param("填報機關：稽查隊填報日期：1月", "", id="another label, no known name"),
    pytest.param("填報機關：社會局第一科：1月", "", id="something else runs into it"),
    pytest.param("機關霧汀湖域管理局", "", id="no colon"),
    pytest.param("地址：霧汀湖", "", id="another word"),
]


@pytest.mark.parametrize(("text", "agency"), LABELLED)
def test_labelled(text: str, agency: str) -> None:
    assert agencies.labelled_agency(text) == agency


COMPILED = [
    pytest.param("霧汀部湖域署 編", "霧汀部湖域署", id="cover"),
    pytest.param("霧汀部編印", "霧汀部", id="no space"),
    pytest.param("霧汀部湖域署", "", id="no word"),
    pytest.param("概算 編", "", id="no agency"),
    pytest.param("霧汀部編列", "", id="another word"),
    pytest.param("本署 編", "", id="a pronoun"),
]


@pytest.mark.parametrize(("text", "agency"), COMPILED)
def test_compiled(text: str, agency: str) -> None:
    assert agencies.compiling_agency(text) == agency


FULL_NAMES = [
    pytest.param("社會局", ["", "霧汀縣政府社會局"], "霧汀縣政府社會局", id="of a county"),
    pytest.param("湖域署", ["霧汀部湖域署"], "霧汀部湖域署", id="of a ministry"),
    pytest.param("社會局", ["霧汀縣政府勞動局"], "社會局", id="another one"),
    pytest.param("社會局", ["前社會局"], "社會局", id="a word before"),
    pytest.param("霧汀縣政府社會局", ["社會局"], "霧汀縣政府社會局", id="already full"),
    pytest.param("", ["霧汀縣政府"], "", id="none"),
]


@pytest.mark.parametrize(("agency", "names", "full"), FULL_NAMES)
def test_full_names(agency: str, names: list[str], full: str) -> None:
    assert agencies.full_name(agency, names) == full


FILES = [
    pytest.param("105年度施政績效-霧汀湖域管理局", "霧汀湖域管理局", id="dash"),
    pytest.param("施政績效（霧汀湖域管理局）", "霧汀湖域管理局", id="brackets"),
    pytest.param("霧汀湖域管理局105", "", id="not set apart"),
]


@pytest.mark.parametrize(("name", "agency"), FILES)
def test_file_agency(name: str, agency: str) -> None:
    assert agencies.file_agency(name) == agency
