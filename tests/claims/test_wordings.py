"""Wordings of real reports: rows as agencies print them, with the lines that an auditor would sign.

A line is item, kind, stated rate, verdict and code. `CORRECT` rows hold no mistake: nothing above a
note may be said of them. `MISTAKEN` rows hold one that nobody could explain away.
"""

import pytest

from pipeline.checks.records import Check
from pipeline.checks.verdicts import Level
from tests.typed_rows import judged


def line(check: Check) -> str:
    stated = f"{check.claim.stated.quantity.value:f}" if check.claim.stated else "-"
    code = check.finding.code if check.finding else ""
    return f"{check.claim.item} {check.claim.kind} {stated} {check.verdict} {code}".strip()


def rate(stated: str, verdict: str = "consistent", item: int = 1, kind: str = "achievement") -> str:
    return f"{item} {kind} {stated} {verdict}"


CAPPED, UNVERIFIABLE, UNSTATED = "capped R120", "unverifiable R140", "- unstated R130"
NO_RATE = [f"1 achievement {UNSTATED}"]

NUMBERING = [
    pytest.param(
        "1. 50場次\n2. 2,000人次",
        "一、辦理情形：\n(一)辦理座談會52場次。\n(二)參加人數2,150人次。\n二、達成率：\n(一)104％。\n(二)108％。",
        [rate("104"), rate("108", item=2)], id="digits-over-chinese"),
    pytest.param(
        "1、完成巡檢120處\n2、辦理訓練8場",
        "二、辦理情形：\n1、完成巡檢126處，達成率105%。\n2、辦理訓練8場，達成率100%。",
        [rate("105"), rate("100", item=2)], id="digit-comma"),
    pytest.param(
        "(1)培訓志工300人\n(2)關懷訪視1,500人次",
        "(1)培訓志工312人，達成率104%。\n(2)關懷訪視1,620人次，達成率108%。",
        [rate("104"), rate("108", item=2)], id="bracketed-digits"),
    pytest.param(
        "①開設課程25班②結訓600人", "①開設課程26班，達成率104%。②結訓630人，達成率105%。",
        [rate("104"), rate("105", item=2)], id="circled-in-one-paragraph"),
    pytest.param(
        "①開設課程25班\n②結訓600人", "①開設課程26班，達成率104%。\n②結訓630人，達成率105%。",
        [rate("104"), rate("105", item=2)], id="circled"),
    pytest.param(
        "(一)稽查工廠80家\n(二)裁處改善40件",
        "執行成果：\n1.稽查工廠84家。\n2.裁處改善42件。\n目標達成情形：\n1.達成率105％。\n2.達成率105％。",
        [rate("105"), rate("105", item=2)], id="chinese-over-digits"),
    pytest.param(
        "A.編印手冊3,000冊\nB.辦理展覽6場", "A.編印手冊3,150冊，達成率105%。\nB.辦理展覽6場，達成率100%。",
        [rate("105"), rate("100", item=2)], id="letters"),
    pytest.param(
        "甲、植樹2,000株\n乙、認養15處", "甲、植樹2,100株，達成率105%。\n乙、認養18處，達成率120%。",
        [rate("105"), rate("120", item=2)], id="stems"),
    pytest.param(
        "辦理展覽10場\n導覽服務5,000人次", "全年辦理展覽11場，達成率110%。\n導覽服務5,250人次，達成率105%。",
        [rate("110"), rate("105", item=2)], id="unnumbered-paragraphs"),
    pytest.param(
        "辦理50場次，參加2,000人次以上", "105年共辦理53場次，參加2,240人次，達成率分別為106%及112%。",
        [rate("106"), rate("112", item=2)], id="two-targets-in-a-paragraph"),
    pytest.param(
        "辦理50場次，參加2,000人次以上", "辦理53場次，達成率106%；參加2,240人次，達成率112%。",
        [rate("106"), rate("112", item=2)], id="two-targets-in-a-paragraph-two-rates"),
    pytest.param(
        "查核60家、抽驗240件", "查核63家、抽驗250件，達成率分別為105%、104%。",
        [rate("105"), rate("104", item=2)], id="two-targets-set-apart-by-a-pause"),
    pytest.param(
        "(1)辦理宣導20場；(2)發放文宣5,000份", "(1)辦理宣導22場，達成率110%；(2)發放文宣5,400份，達成率108%。",
        [rate("110"), rate("108", item=2)], id="sub-items-in-one-paragraph"),
    pytest.param(
        "1.辦理宣導20場\n2.發放文宣5,000份",
        "二、辦理情形：(1)辦理宣導22場；(2)發放文宣5,400份。\n三、達成率：(1)110%；(2)108%。",
        [rate("110"), rate("108", item=2)], id="sub-items-in-one-paragraph-of-the-analysis"),
    pytest.param(
        "1. 北區稽查120件\n2. 南區稽查150件", "北區稽查132件，達成率110%；南區稽查153件，達成率102%。",
        [rate("110"), rate("102", item=2)], id="same-counter-by-words"),
    pytest.param(
        "1. 北區稽查120件\n2. 南區稽查150件", "南區稽查153件，達成率102%；北區稽查132件，達成率110%。",
        [rate("110"), rate("102", item=2)], id="same-counter-other-order"),
    pytest.param(
        "1.10班\n2.350人",
        "一、辦理情形：\n(一)人才培育：\n1.開設專班12班。\n2.結訓360人。\n"
        "二、目標達成情形：\n1.開設專班目標10班，達成率120%。\n2.結訓目標350人，達成率103%。",
        [rate("120"), rate("103", item=2)], id="nested-list"),
    pytest.param(
        "1.30公里\n2.99%\n3.12處",
        "1.改善道路31.5公里，達成率105%。\n2.號誌妥善率99.2%，達成率100%。\n3.增設標線15處，達成率125%。",
        [rate("105"), rate("100", item=2), rate("125", item=3)], id="glued-numbers"),
    pytest.param(
        "第一項：40件\n第二項：60人", "第一項：完成42件，達成率105%。\n第二項：培訓63人，達成率105%。",
        [rate("105"), rate("105", item=2)], id="first-item-second-item"),
]  # fmt: skip

WORDS_FOR_THE_RATE = [
    pytest.param("200件", words, [rate(stated)], id=name)
    for name, stated, words in (
        ("figures-behind", "105", "達成率105%（實際210件／目標200件）。"),
        ("quotient-behind", "105", "全年完成210件，達成率為105%(210/200)。"),
        ("quotient-with-counters-behind", "105", "達成率105%（210件/200件）。"),
        ("formula-behind", "105", "達成率105%【210件÷200件×100%】。"),
        ("target-and-actual-behind", "105", "達成率105%（目標200件，實際210件）。"),
        ("rate-first", "105", "達成率105%，實際完成210件（目標值200件）。"),
        ("of-the-target", "105", "實際完成210件，目標達成率105%。"),
        ("degree", "105", "實際完成210件，達成度為105％。"),
        ("reached-the-target", "105", "實際完成210件，達成目標值105%。"),
        ("reached-of-the-years-target", "106", "實際完成212件，已達成年度目標值之106%。"),
        ("reached-of-the-set-target", "106", "實際完成212件，達成原定目標之106%。"),
        ("is-so-much-of-the-target", "106", "實際完成212件，為年度目標值之106%。"),
        ("brackets", "106", "實際完成212件（達成率106%）。"),
        ("square-brackets", "106", "實際完成212件【達成率：106％】。"),
        ("above-the-set-target", "106", "完成212件，超過原定目標200件，達成率106%。"),
        ("so-many-above-the-target", "106", "完成212件，超出目標12件，達成率106%。"),
        ("so-many-more-than-the-target", "106", "完成212件，較目標值增加12件，達成率106%。"),
        ("so-many-short", "95", "完成190件，距目標值尚差10件，達成率95%。"),
        ("short-without-the-word-target", "95", "完成190件，尚不足10件，達成率95%。"),
        ("as-high-as", "130", "完成260件，達成率高達130%。"),
        ("only", "75", "完成150件，達成率僅75%。"),
        ("full-width", "106", "完成２１２件，達成率１０６％。"),
        ("words-for-per-cent", "106", "完成212件，達成率百分之一百零六。"),
        ("words-and-digits", "106", "完成212件，達成率為百分之106。"),
        ("tenths", "95", "完成190件，達成率九成五。"),
        ("two-decimals", "106.00", "完成212件，年度達成率為106.00%。"),
        ("one-decimal", "106.5", "完成213件，達成率106.5％。"),
        ("blanks", "106", "完成 212 件，達成率為 106 ％ 。"),
        ("equals-sign", "106", "完成212件，達成率＝212/200＝106%。"),
        ("colon", "106", "完成212件，達成率：106%。"),
        ("section-title", "106", "二、執行成果：完成212件。\n三、達成率：106%。"),
        ("section-results", "106", "一、辦理成果：完成212件。\n二、目標達成情形：達成率106%。"),
        ("section-results-unnumbered", "106", "執行成果：完成212件。\n達成情形：達成率106%。"),
        ("one-sentence-without-sections", "106", "本年度共完成212件，達成率106%。"),
        ("in-another-sentence", "106", "本年度共完成212件。執行順利，成效良好。達成率106%。"),
        ("target-is-met-too", "106", "完成212件，已達成目標，達成率106%。"),
        ("target-told-twice", "106", "原定目標值200件，實際完成212件，達成率106%（212/200）。"),
        ("rate-told-twice", "106", "完成212件，達成率106%。\n四、效益：提升服務品質。"),
        ("said-as-plan", "106", "原訂辦理200件，實際辦理212件，達成率106%。"),
        ("expected-number", "106", "預計完成200件，實際完成212件，達成率106%。"),
        ("overtook", "106", "完成212件，超越年度目標值200件，達成率達106%。"),
        ("rounding-down-of-a-half", "106", "完成213件，達成率106%。"),
        ("rate-of-its-name", "106", "完成212件，服務件數達成率106%。"),
        ("for-the-whole-year", "106", "完成212件，全年度目標達成率為106%。"),
    )
]  # fmt: skip

BOUNDED_RATES = [
    pytest.param("200件", "完成212件，達成率逾100%。", [rate("100")], id="more-than-100"),
    pytest.param("200件", "完成212件，達成率達100%以上。", [rate("100")], id="100-or-more"),
    pytest.param("200件", "完成212件，達成率超過100%。", [rate("100")], id="exceeds-100"),
    pytest.param("200件", "完成212件，達成率100%。", [rate("100", CAPPED)], id="capped"),
    pytest.param("200件", "完成212件，達成率為100%（超過100%以100%計）。", [rate("100", CAPPED)], id="capped-as-said"),
    pytest.param("200件", "完成180件，達成率約90%。", [rate("90")], id="about"),
    pytest.param("200件", "完成193件，達成率近97%。", [rate("97")], id="nearly"),
]  # fmt: skip

SEVERAL_RATES = [
    pytest.param(
        "1.200件\n2.50場\n3.1,000人", "實際完成210件、49場及1,100人，達成率分別為105%、98%及110%。",
        [rate("105"), rate("98", item=2), rate("110", item=3)], id="respectively"),
    pytest.param(
        "1.200件\n2.50場\n3.1,000人",
        "二、辦理情形：\n(一)受理210件。\n(二)辦理49場。\n(三)服務1,100人。\n"
        "三、年度目標值及達成率：達成率分別為(一)105%、(二)98%、(三)110%。",
        [rate("105"), rate("98", item=2), rate("110", item=3)], id="respectively-numbered"),
    pytest.param(
        "1.200件\n2.50場",
        "二、辦理情形：\n(一)受理210件。\n(二)辦理55場。\n三、達成率：分別為105％及110％。",
        [rate("105"), rate("110", item=2)], id="respectively-without-the-word"),
    pytest.param(
        "1.200件\n2.50場", "1.受理210件。\n2.辦理55場。\n達成率各為105%、110%。",
        [rate("105"), rate("110", item=2)], id="each"),
    pytest.param(
        "1.辦理活動10場\n2.參加人數800人", "辦理活動12場(達成率120%)，參加人數880人(達成率110%)。",
        [rate("120"), rate("110", item=2)], id="brackets-behind-each"),
    pytest.param(
        "1.辦理活動10場\n2.參加人數800人",
        "1.辦理場次：達成率120%（目標10場，實際12場）。\n2.參加人數：達成率110%（目標800人，實際880人）。",
        [rate("120"), rate("110", item=2)], id="figures-behind-each"),
    pytest.param(
        "1.辦理活動10場\n2.參加人數800人", "辦理活動12場、參加人數880人，達成率為120%、110%。",
        [rate("120"), rate("110", item=2)], id="two-rates-in-a-row"),
    pytest.param(
        "男性500人、女性400人", "男性520人、女性420人，達成率分別為104%及105%。",
        [rate("104"), rate("105", item=2)], id="same-counter-respectively"),
]  # fmt: skip

TWO_DONE = "二、辦理情形：\n(一)受理210件。\n(二)辦理50場。\n三、年度目標值及達成率："
BOTH_100 = [rate("100", CAPPED), rate("100", item=2)]
ALL_MET = [
    *(
        pytest.param("1.200件\n2.50場", TWO_DONE + words, BOTH_100, id=name)
        for name, words in (
            ("each-indicator-100", "各項指標均達100%。"),
            ("all-indicators-met", "各項指標皆已達成目標，達成率100%。"),
            ("two-all-met", "2項指標全數達成，達成率100％。"),
            ("two-in-words", "兩項目標全部達成，達成率均為100%。"),
            ("in-brackets", "各項目標均已達成（達成率100%）。"),
            ("both-met", "均達成目標，達成率100%。"),
            ("rates-both", "達成率均為100%。"),
            ("rates-all", "各項達成率皆達100%。"),
            ("the-above-two", "以上2項均達成目標值，達成率皆為100%。"),
            ("all-reached", "全部達標，達成率100%。"),
            ("all-done", "各項工作均依原定目標完成，達成率100%。"),
            ("all-as-planned", "均已達成原定目標值，達成率為100％。"),
        )
    ),
    pytest.param(
        "1.200件\n2.50場", TWO_DONE + "皆已達成目標。",
        [f"1 achievement {UNSTATED}", f"2 achievement {UNSTATED}"], id="all-met-without-a-rate"),
    pytest.param(
        "1.200件\n2.50場\n3.400人",
        "1.受理210件。\n2.辦理48場，達成率96%。\n3.培訓400人。\n除第2項外，其餘各項均達成目標，達成率100%。",
        [rate("100", CAPPED), rate("96", item=2), rate("100", item=3)], id="all-but-one"),
    pytest.param(
        "1.200件\n2.50場", "1.受理210件，達成率105%。\n2.辦理48場，達成率96%。\n未能全數達成目標，將檢討改進。",
        [rate("105"), rate("96", item=2)], id="not-all-met"),
    pytest.param(
        "1.200件\n2.50場",
        "1.受理210件，達成率105%。\n2.辦理50場，達成率100%。\n四、效益：各項目標均達成，服務滿意度達92%。",
        [rate("105"), rate("100", item=2)], id="all-met-in-passing-beside-satisfaction"),
    pytest.param(
        "1.200件\n2.50場", "1.受理210件，達成率105%。\n2.辦理55場，達成率110%。\n平均達成率107.5%。",
        [rate("105"), rate("107.5"), rate("110", item=2)], id="mean-said-to-be-one"),
    pytest.param(
        "1.200件\n2.50場", "1.受理210件，達成率105%。\n2.辦理55場，達成率110%。\n整體平均達成率為108%。",
        [rate("105"), rate("108"), rate("110", item=2)], id="mean-said-to-be-one-rounded"),
]  # fmt: skip

PASSING = [
    pytest.param("200件", "105年完成210件，達成率105%，較104年度達成率98%提升7個百分點。", [rate("105")], id="last-years-rate"),
    pytest.param("200件", "104年度達成率98%，105年完成210件，達成率105%。", [rate("105")], id="last-years-rate-first"),
    pytest.param("200件", "完成210件，達成率105%，優於去年之98%。", [rate("105")], id="better-than-last-year"),
    pytest.param("200件", "完成210件，達成率由98%提升至105%。", [rate("105")], id="from-98-to-105"),
    pytest.param("16,800人", "105年服務17,640人（104年為16,851人），達成率105%。", [rate("105")], id="last-years-figure-in-brackets"),
    pytest.param("16,800人", "105年服務17,640人，較104年16,000人成長10.25%，達成率105%。", [rate("105")], id="growth-with-base"),
    pytest.param("16,800人", "105年服務17,640人，較104年增加1,640人，達成率105%。", [rate("105")], id="so-many-more-than-last-year"),
    pytest.param("16,800人", "105年服務17,640人，較上年度增加1,640人，成長10.25%，達成率105%。", [rate("105")], id="so-many-more-and-growth"),
    pytest.param("16,800人", "上年度為16,000人，本年度為17,640人，達成率105%。", [rate("105")], id="last-year-without-number"),
    pytest.param("16,800人", "本年度服務17,640人，去年同期16,000人，達成率105%。", [rate("105")], id="same-time-last-year"),
    pytest.param("200件", "上半年辦理90件，下半年辦理120件，合計210件，達成率105%。", [rate("105")], id="half-years"),
    pytest.param("200件", "截至6月底完成100件，全年完成210件，達成率105%。", [rate("105")], id="by-june"),
    pytest.param("200件", "第1季50件、第2季60件、第3季40件、第4季60件，全年共210件，達成率105%。", [rate("105")], id="quarters"),
    pytest.param("200件", "1至6月完成90件，7至12月完成120件，全年達210件，達成率105%。", [rate("105")], id="months"),
    pytest.param("200件", "自101年起累計受理5,210件，105年受理210件，達成率105%。", [rate("105")], id="cumulative-over-years"),
    pytest.param("200件", "105年受理210件，歷年累計5,210件，達成率105%。", [rate("105")], id="cumulative-behind"),
    pytest.param("200人", "實際參訓210人，滿意度達93.5%，達成率105%。", [rate("105")], id="satisfaction"),
    pytest.param("滿意度90%以上", "問卷調查滿意度93.6%，達成率104%。", [rate("104")], id="satisfaction-is-the-target"),
    pytest.param("滿意度90%以上", "回收問卷500份，表示滿意者468份，滿意度93.6%，達成率104%。", [rate("104")], id="satisfaction-with-counts"),
    pytest.param("200人", "參訓210人（女性89人，占42.4%），達成率105%。", [rate("105")], id="share-of-women"),
    pytest.param("200人", "參訓210人，其中女性89人、男性121人，達成率105%。", [rate("105")], id="of-them"),
    pytest.param("200人", "參訓210人，女性占42.5%，達成率105%。", [rate("105")], id="share-only"),
    pytest.param("200人", "報名350人，錄取240人，結訓210人，達成率105%。", [rate("105")], id="steps-of-a-course"),
    pytest.param("50場", "辦理52場，參加人數計3,120人，平均每場60人，達成率104%。", [rate("104")], id="other-counters"),
    pytest.param("200件", "動支經費3,250萬元，完成210件，達成率105%。", [rate("105")], id="budget-beside"),
    pytest.param("200件", "完成210件，預算執行率95.3%，達成率105%。", [rate("105")], id="execution-rate-beside"),
    pytest.param("200件", "完成210件，達成率105%，預算執行率95.3%。", [rate("105")], id="execution-rate-behind"),
    pytest.param("200件", "第12屆評選活動受理210件，達成率105%。", [rate("105")], id="ordinal-beside"),
    pytest.param("12班", "開設3D列印課程及5G應用專班共12班，達成率100%。", [rate("100")], id="names-with-digits"),
    pytest.param("3處", "配合祥和2號專案，完成台9線及縣道101線改善3處，達成率100%。", [rate("100")], id="projects-and-roads"),
    pytest.param("200件", "依據第46條規定，於105年9月12日完成210件，達成率105%。", [rate("105")], id="law-and-date"),
    pytest.param("240場", "辦理北區120場、南區130場，合計250場，達成率104%。", [rate("104")], id="sum-told"),
    pytest.param("240場", "辦理北區120場、南區130場，達成率104%。", [rate("104")], id="sum-not-told"),
    pytest.param("240場", "辦理情形：北區120場。南區130場。共計250場。達成率104%。", [rate("104")], id="sum-in-sentences"),
    pytest.param("240場", "一、辦理情形：\n(一)北區120場。\n(二)南區130場。\n(三)合計250場。\n二、達成率：104%。", [rate("104")], id="sum-in-a-list"),
    pytest.param("240場", "一、辦理情形：\n(一)北區120場。\n(二)南區130場。\n二、達成率：104%。", [rate("104", UNVERIFIABLE)], id="parts-in-a-list"),
    pytest.param("200件", "完成審查210件，較目標多10件，達成率105%，成長率5%。", [rate("105")], id="growth-behind"),
    pytest.param("200件", "完成210件，目標達成率105%，為近3年最高。", [rate("105")], id="highest-in-three-years"),
    pytest.param("200件", "平均每月完成17.5件，全年210件，達成率105%。", [rate("105")], id="mean-per-month"),
    pytest.param("200件", "完成210件（核准168件、駁回42件），核准率80%，達成率105%。", [rate("105")], id="parts-in-brackets"),
]  # fmt: skip

LECTURES = "1.講座20場\n2.參加1,000人"
TOLD = "1.講座24場。\n2.參加900人。\n"
LAST = f"2 achievement {UNSTATED}"
COMBINED = [
    pytest.param(LECTURES, TOLD + "達成率=100%×0.5+90%×0.5=95%（超過100%以100%計算）。", [rate("95"), LAST], id="weights-in-a-formula"),
    pytest.param(LECTURES, TOLD + "達成率＝50%×100%＋50%×90%＝95%。", [rate("95"), LAST], id="weights-first"),
    pytest.param(LECTURES, TOLD + "達成率95%（超過100%者以100%計，各占50%）。", [rate("95"), LAST], id="capped-and-halved"),
    pytest.param(LECTURES, TOLD + "整體達成率105%。", [rate("105"), LAST], id="mean-of-what-the-figures-give"),
    pytest.param(LECTURES, TOLD + "整體達成率95%（超過100%以100%計算）。", [rate("95"), LAST], id="capped-mean"),
    pytest.param("1.講座20場(權重60%)\n2.參加1,000人(權重40%)", TOLD + "加權達成率108%。", [rate("108"), LAST], id="weights-in-the-target-cell"),
    pytest.param("1.講座20場(權重60%)\n2.參加1,000人(權重40%)", TOLD + "加權達成率96%（各項超過100%以100%計）。", [rate("96"), LAST], id="capped-and-weighted"),
    pytest.param(LECTURES, "講座24場，達成率120%；參加905人，達成率91%；平均達成率105.3%。", [rate("120"), rate("105.3"), rate("91", item=2)], id="mean-of-rounded-rates"),
    pytest.param(LECTURES, TOLD + "各項達成率超過100%者以100%計算。", [f"1 achievement {UNSTATED}", LAST], id="only-the-rule"),
    pytest.param(LECTURES, TOLD + "整體達成率97%。", [rate("97", UNVERIFIABLE), LAST], id="mean-that-does-not-follow"),
]  # fmt: skip

TIMES = [
    pytest.param("較104年增加1倍", "104年500件，105年1,100件，增加1.2倍，達成率120%。", [rate("120", kind="growth"), rate("120")], id="target-of-once-more"),
    pytest.param("較104年增加2倍", "105年較104年增加2.33倍，達成率117%。", [rate("117")], id="times-as-an-increase"),
    pytest.param("1,000人次", "服務3,330人次，較104年1,000人次增加2.33倍，達成率333%。", [rate("333")], id="increase-in-passing"),
    pytest.param("2倍", "效益為2.1倍，達成率105%。", [rate("105")], id="no-increase"),
    pytest.param("搭乘人次300萬", "載客336萬人次，達成率112%。", [rate("112")], id="counter-in-front"),
    pytest.param("受理件數1,200", "受理1,260件，達成率105%。", [rate("105")], id="counter-in-front-as-a-number"),
    pytest.param("等候時間較104年減半", "由40分鐘降至20分鐘，達成率100%。", [rate("100", UNVERIFIABLE)], id="halved"),
]  # fmt: skip

PARTS = [
    pytest.param("2萬公頃", "活化面積計2萬2,400公頃，包括契作1萬3,400公頃、轉作9,000公頃，達成率112%。", [rate("112")], id="parts-behind-including"),
    pytest.param("240場", "包括北區120場、南區130場，達成率104%。", [rate("104")], id="including-without-a-whole"),
    pytest.param("5萬人", "104學年度5萬2,500人，達成率105%。", [rate("105")], id="the-school-year-that-ends-in-it"),
    pytest.param("5萬人", "104學年度5萬2,500人，達成率115%。", [rate("115", UNVERIFIABLE)], id="a-school-year-that-may-be-another"),
    pytest.param("70%", "105學年度72.8%，較104學年度71.5%提升1.3個百分點，達成率104%。", [rate("104")], id="the-school-year-compared-with"),
    pytest.param("5日以內", "平均4.2日，較去年4.6日縮短0.4日，達成率119%。", [rate("119")], id="shortened-by"),
    pytest.param("參訓6,000人", "因停課，參訓人數減少420人，達成率93%。", [rate("93", UNVERIFIABLE)], id="fewer-by"),
    pytest.param("參訓6,000人", "因加開班次，參訓人數增加420人，達成率107%。", [rate("107", UNVERIFIABLE)], id="more-by"),
    pytest.param("新增設置30處", "新增31處，達成率103%。", [rate("103")], id="new-ones-are-what-is-measured"),
    pytest.param("登錄15案", "受理提報22案，其中審議通過登錄17案、審議中5案，達成率113.3%。", [rate("113.3")], id="the-part-is-what-is-measured"),
    pytest.param("提報20案", "受理提報22案，其中審議通過登錄17案，達成率110%。", [rate("110")], id="the-whole-is-what-is-measured"),
]  # fmt: skip

TWO_UNITS = [
    pytest.param("2小時內", "平均1小時40分鐘到場，達成率120%。", [rate("120")], id="hours-and-minutes"),
    pytest.param("1小時30分內", "平均1小時20分，達成率113%。", [rate("113")], id="both-in-two-units"),
    pytest.param("30分鐘以內", "平均28分30秒，達成率105%。", [rate("105")], id="minutes-and-seconds"),
    pytest.param("105年度目標：1,500輛；106年度目標：1,800輛", "105年度汰換1,620輛，達成率108%。", [rate("108")], id="targets-of-two-years-with-the-word"),
    pytest.param("全程目標5,000戶，105年度1,200戶", "105年度完成1,272戶，累計完成3,480戶，達成率106%。", [rate("106")], id="target-of-all-years-beside"),
    pytest.param("1.裝設200支\n2.汰換300支", "汰換324支、裝設210支，達成率各為108%、105%。", [rate("105"), rate("108", item=2)], id="the-second-told-first"),
    pytest.param("年增率2%以下", "年增率1.4%，達成率143%。", [rate("143")], id="a-growth-held-down"),
    pytest.param("整體滿意度80%", "甲區滿意度78%、乙區82%、丙區86%，平均82%，達成率102.5%。", [rate("102.5")], id="one-word-for-a-list"),
]  # fmt: skip

ELSEWHERE = [
    pytest.param("訓練500人", "訓練525人。訓練後就業310人，達成率105%。", [rate("105")], id="in-the-sentence-before"),
    pytest.param("5,000人", "累計至105年底共服務2萬3,000人，其中105年服務5,350人，達成率107%。", [rate("107")], id="the-years-part-of-a-cumulative-figure"),
    pytest.param("滿意度80%", "達成率：滿意度84%，達成率105%。", [rate("105")], id="a-figure-under-the-heading-of-rates"),
    pytest.param("1.男500人\n2.女400人", "男525人（56%），女420人（44%）。", [f"1 achievement {UNSTATED}", LAST], id="shares-that-make-100"),
]  # fmt: skip

NOT_CALLED_RATE = [
    pytest.param("1.甲類50人\n2.乙類120人", "達成率：甲類104%、乙類96%。", [rate("104", UNVERIFIABLE), rate("96", UNVERIFIABLE, item=2)], id="list-without-figures"),
    pytest.param("1.甲類50人\n2.乙類120人", "一、辦理情形：甲類52人、乙類115人。\n二、達成率：甲類104%、乙類96%。",
                 [rate("104"), rate("96", item=2)], id="list-by-name"),
    pytest.param("1.甲類50人\n2.乙類120人", "甲類52人（104%），乙類115人（96%）。", [rate("104"), rate("96", item=2)], id="brackets-behind-counts"),
    pytest.param("1.甲類50人\n2.乙類120人", "甲類52人（140%），乙類115人（96%）。", [rate("140", UNVERIFIABLE), rate("96", item=2)], id="brackets-that-do-not-follow"),
    pytest.param("150件", "查核163件，其中甲等92件（56%）、乙等71件（44%）。", NO_RATE, id="shares-in-brackets"),
    pytest.param("北區50場、中區60場、南區40場", "分別辦理49場、61場及42場，分別達成98%、102%及105%。",
                 [rate("98"), rate("102", item=2), rate("105", item=3)], id="respectively-reached-without-the-word"),
    pytest.param("300件", "實際完成315件，達成105%。", [rate("105")], id="reached"),
    pytest.param("300件", "完成315件，達成目標百分比：105%。", [rate("105")], id="percentage-of-the-target"),
    pytest.param("300件", "完成315件，預算達成95%。", NO_RATE, id="budget-reached"),
    pytest.param("滿意度90%", "滿意度達成93%。", NO_RATE, id="reached-where-the-target-is-a-percentage"),
    pytest.param("1.講座20場\n2.參加1,000人", "1.講座24場，達成率以100%計。\n2.參加930人，達成率93%。", [rate("100", CAPPED), rate("93", item=2)], id="counted-as-100"),
]  # fmt: skip

SOME_RATES = [
    pytest.param("首播1,000小時", "首播1,080小時，重播2,520小時，首播比率30.0%，達成率108%。", [rate("108")], id="of-both-together"),
    pytest.param("準確率92%", "查核500班次，準確464班次，準確率92.8%，達成率100.9%。", [rate("92.8", kind="ratio"), rate("100.9")], id="any-name"),
    pytest.param("抽驗400件", "抽驗420件，其中不合格21件，不合格率5.0%，達成率105%。", [rate("5.0", kind="ratio"), rate("105")], id="of-them"),
    pytest.param("訓練200人", "訓練210人，女性90人，離訓率3%，達成率105%。", [rate("105")], id="other-name-that-does-not-follow"),
    pytest.param("就業率60%", "開訓280人，就業160人，就業率64%，達成率107%。", [rate("64", UNVERIFIABLE, kind="ratio"), rate("107")], id="of-those-who-stayed"),
]  # fmt: skip

SUMMED_UP = [
    pytest.param("150處", "自101年起累計設置1,250處，達成率104%。", [rate("104", UNVERIFIABLE)], id="since-101"),
    pytest.param("12條", "截至105年底累計整治38條。達成率108%。", [rate("108", UNVERIFIABLE)], id="by-the-end-of-the-year"),
    pytest.param("20場", "歷年累計120場，達成率100%。", [rate("100", UNVERIFIABLE)], id="over-the-years-at-100"),
    pytest.param("150處", "累計設置1,250處，本年度新設156處，達成率104%。", [rate("104")], id="beside-the-years-own"),
    pytest.param("150處", "新設156處（歷年累計1,250處），達成率104%。", [rate("104")], id="in-brackets"),
    pytest.param("累計設置1,200處", "累計設置1,250處，達成率104%。", [rate("104")], id="as-is-the-target"),
    pytest.param("200件", "1至12月累計210件，達成率105%。", [rate("105")], id="within-the-year"),
    pytest.param("1.設置50處\n2.訓練200人", "設置50處，累計訓練1,200人，各項目標均達成，達成率100%。",
                 [rate("100"), rate("100", UNVERIFIABLE, item=2)], id="all-met"),
]  # fmt: skip

OF_OTHER_KINDS = [
    pytest.param("230萬人", "載客236萬人，日均6,300人，達成率103%。", [rate("103")], id="mean-of-a-day"),
    pytest.param("每10萬人口44人以下", "每10萬人口43.9人，達成率100.2%。", [rate("100.2")], id="for-each-100000"),
    pytest.param("6,500公頃", "6,784公頃，較104年6,490公頃增加294公頃，達成率104.4%。", [rate("104.4")], id="more-than-last-year-with-commas"),
    pytest.param("2萬戶", "用戶數由1萬戶成長至2.1萬戶，達成率105%。", [rate("105")], id="from-a-to-b"),
    pytest.param("降至35件", "由104年之42件降至33件，達成率106%。", [rate("106")], id="down-to"),
    pytest.param("較前一年減少2%", "105年1,604人，104年1,696人，減少5.42%，達成率271%。",
                 [rate("5.42", kind="growth"), rate("271")], id="last-years-figure-behind-this-years"),
    pytest.param("800人", "服務2,000人，為104年800人的2.5倍，達成率250%。", [rate("250")], id="times-last-years"),
    pytest.param("200件", "105年190件，104年200件，達成率100%。", [rate("100", UNVERIFIABLE)], id="perhaps-last-years"),
]  # fmt: skip

MONEY_AND_SHARES = [
    pytest.param(
        "預算執行率95%", "預算數2億元，決算數1億9,060萬元，預算執行率95.3%，達成率100.3%。",
        [rate("95.3", kind="ratio"), rate("100.3")], id="execution-rate-with-amounts"),
    pytest.param(
        "執行率95%", "預算數8,500千元，實支數8,160千元，執行率96%。",
        [rate("96", kind="ratio"), f"1 achievement {UNSTATED}"], id="thousands"),
    pytest.param("1億5,000萬元", "實際招商1.56億元，達成率104%。", [rate("104")], id="hundred-millions"),
    pytest.param("8,000萬元", "實收8千4百萬元，達成率105%。", [rate("105")], id="spelt-magnitudes"),
    pytest.param("150萬人次", "實際旅客1,575,000人次，達成率105%。", [rate("105")], id="ten-thousands-and-digits"),
    pytest.param("2萬5千人次", "服務2萬6,250人次，達成率105%。", [rate("105")], id="mixed-magnitudes"),
    pytest.param("3億元", "促進投資3億1,500萬元，達成率105％。", [rate("105")], id="hundred-million"),
    pytest.param("850萬元", "規費收入8,925千元，達成率105%。", [rate("105")], id="thousands-against-ten-thousands"),
    pytest.param("合格率98%", "抽驗500件，合格492件，合格率98.4%，達成率100.4%。", [rate("98.4", kind="ratio"), rate("100.4")], id="pass-rate"),
    pytest.param("涵蓋率80%", "接種率82%，達成率103%。", [rate("103")], id="percentage-against-percentage"),
    pytest.param("25%", "抽查率19÷74=25.68%，達成率103%。", [rate("103")], id="share-with-its-quotient"),
    pytest.param("普及率85%", "設籍戶數12萬戶，安裝10萬4,400戶，普及率87%，達成率102%。", [rate("87", kind="ratio"), rate("102")], id="whole-first"),
    pytest.param("就業率60%", "結訓250人，就業160人，就業率64%，達成率107%。", [rate("64", kind="ratio"), rate("107")], id="employment"),
    pytest.param("就業率60%", "開訓280人，結訓250人，就業160人，就業率64%，達成率107%。", [rate("107")], id="three-counts-no-share"),
    pytest.param("15公頃", "造林15.8公頃，達成率105%。", [rate("105")], id="hectares"),
    pytest.param("0.5公里", "完工0.52公里，達成率104%。", [rate("104")], id="below-one"),
]  # fmt: skip

LOWER = [
    pytest.param("5%以下", "逾期比率為4.5%，達成率111%。", [rate("111")], id="at-most-a-share"),
    pytest.param("降低至5%以下", "逾期率降至4.8%，達成率104%。", [rate("104")], id="lowered-to"),
    pytest.param("不超過20件", "發生18件，達成率110%。", [rate("110")], id="not-above"),
    pytest.param("不高於20件", "發生18件，達成率111%。", [rate("111")], id="not-higher"),
    pytest.param("20件以內", "發生18件，達成率100%。", [rate("100", CAPPED)], id="within-capped"),
    pytest.param("縮短為3日", "平均處理3日，達成率100%。", [rate("100")], id="shortened-to"),
    pytest.param("縮短為5日", "平均處理4.5日，達成率111%。", [rate("111")], id="shortened-further"),
    pytest.param("平均處理天數5天", "平均處理4天，達成率125%。", [rate("125")], id="days"),
    pytest.param("平均處理天數5天", "平均處理4天，達成率120%。", [rate("120")], id="days-two-minus"),
    pytest.param("30分鐘內到達", "平均28分鐘到達，達成率107%。", [rate("107")], id="minutes"),
    pytest.param("由104年80件降至70件以下", "105年發生68件，達成率103%。", [rate("103")], id="from-base-to"),
    pytest.param("由104年80件降至70件以下", "105年發生68件，較104年減少12件，達成率120%。", [rate("120")], id="share-of-the-reduction"),
    pytest.param("0件", "發生0件，達成率100%。", [rate("100")], id="zero"),
    pytest.param("0件", "全年未發生事故，達成率100%。", [rate("100", UNVERIFIABLE)], id="zero-in-words"),
    pytest.param("零事故", "全年未發生事故，達成率100%。", [rate("100", UNVERIFIABLE)], id="no-accident-as-target"),
    pytest.param("死亡人數低於50人", "死亡人數45人，達成率111%。", [rate("111")], id="fewer-than"),
    pytest.param("誤差率小於2%", "誤差率1.8%，達成率111%。", [rate("111")], id="less-than"),
    pytest.param("不超過15件", "發生12件，未超過目標值15件，達成率100%。", [rate("100", CAPPED)], id="not-exceeded"),
    pytest.param("離職率10%以下", "離職率12%，達成率83%。", [rate("83")], id="missed"),
    pytest.param("用電量較104年減少1%", "用電量較104年減少1.2%，達成率120%。", [rate("120")], id="reduction-target"),
    pytest.param(
        "事故件數較104年減少10%", "104年200件，105年176件，減少12%，達成率120%。",
        [rate("12", kind="growth"), rate("120")], id="reduction-with-both-years"),
]  # fmt: skip

GROWTH = [
    pytest.param("較104年成長3%", "105年服務10,420人次，較104年10,000人次成長4.2%。", [rate("4.2", kind="growth")], id="both-years"),
    pytest.param("較104年成長3%", "104年服務10,000人次，105年服務10,420人次，成長率4.2%。", [rate("4.2", kind="growth")], id="both-years-in-order"),
    pytest.param("較104年成長3%", "104年10,000人次，105年10,420人次，成長4.2%，達成率140%。", [rate("4.2", kind="growth"), rate("140")], id="attainment-with-both-years"),
    pytest.param("較104年成長3%", "105年較104年成長4.2%，達成率140%。", [rate("140")], id="attainment-without-the-years"),
    pytest.param("較104年成長3%", "105年較104年成長4.2%，已達成目標，達成率100%。", [rate("100", CAPPED)], id="attainment-capped"),
    pytest.param("較104年成長3%", "已達成目標，達成率100%。", [rate("100", UNVERIFIABLE)], id="attainment-without-figures"),
    pytest.param("成長率3%", "成長率為3.6%，達成率120%。", [rate("120")], id="growth-rate-target"),
    pytest.param("較前一年度增加5%", "較前一年度增加6%，達成率為120%。", [rate("120")], id="previous-year"),
    pytest.param("年成長5%", "【(630件-600件)/600件】×100％=5％，達成率100%。", [rate("5", kind="growth"), rate("100")], id="formula-and-attainment"),
    pytest.param("較104年提升2個百分點", "104年合格率90%，105年合格率92.5%，提升2.5個百分點，達成率125%。", [rate("125")], id="percentage-points"),
    pytest.param("8,050人", "105年8,656人，較104年成長3.5%，達成率108%。", [rate("108")], id="growth-in-passing"),
    pytest.param("較104年成長3%", "105年成長4.2%。", [rate("4.2", "unverifiable R140", kind="growth")], id="growth-without-years"),
    pytest.param("200件", "受理420件，較104年增加1.2倍，達成率210%。", [rate("210")], id="times-in-passing"),
]  # fmt: skip

TARGETS = [
    pytest.param("500人", "因預算刪減，目標值由500人修正為450人，實際459人，達成率102%。", [rate("102")], id="revised-from-to"),
    pytest.param("500人", "修正後目標值450人，實際459人，達成率102%。", [rate("102")], id="revised-target"),
    pytest.param("500人", "原定目標值500人，修正後目標值450人，實際459人，達成率102%。", [rate("102")], id="original-and-revised"),
    pytest.param("500人", "目標值由500人修正為450人，實際459人，達成率91.8%。", [rate("91.8")], id="revised-but-judged-by-the-original"),
    pytest.param("500人（修正後450人）", "實際459人，達成率102%。", [rate("102")], id="revised-in-the-cell"),
    pytest.param("500人，修正為450人", "實際459人，達成率102%。", [rate("102")], id="revised-in-the-cell-without-brackets"),
    pytest.param("500人", "經核定調整目標值為450人，實際459人，達成率102%。", [rate("102")], id="adjusted"),
    pytest.param("1,900人", "實際參加逾2,000人，達成率105%。", [rate("105")], id="actual-at-least"),
    pytest.param("9,000人", "參加人數達1萬人以上，達成率111%。", [rate("111")], id="actual-ten-thousand-or-more"),
    pytest.param("280人", "參加者約300人，達成率107%。", [rate("107")], id="actual-about"),
    pytest.param("1,900人", "參加者2,000餘人，達成率106%。", [rate("106")], id="actual-a-little-more"),
    pytest.param("1萬人以上", "實際10,500人，達成率105%。", [rate("105")], id="target-at-least"),
    pytest.param("至少辦理20場", "辦理21場，達成率105%。", [rate("105")], id="target-no-fewer"),
    pytest.param("達200件（含）以上", "完成210件，達成率105%。", [rate("105")], id="target-inclusive"),
    pytest.param("95%~100%", "妥善率97%，達成率100%。", [rate("100", UNVERIFIABLE)], id="range-as-target"),
    pytest.param("20至25場", "辦理24場，達成率100%。", [rate("100", UNVERIFIABLE)], id="range-of-counts"),
    pytest.param("回收率達42%以上", "年度目標值達42%以上，達成率達91.90%。", [rate("91.90", UNVERIFIABLE)], id="only-the-target-again"),
    pytest.param("回收率達42%以上", "年度目標值達42%以上，實際達45.2%，達成率107.6%。", [rate("107.6")], id="the-target-again-and-what-was-reached"),
    pytest.param("20至25場", "辦理24場，達成率120%。", [rate("120")], id="low-end-of-a-range"),
    pytest.param("20至25場", "辦理24場，達成率96%。", [rate("96")], id="high-end-of-a-range"),
    pytest.param("20至25場", "辦理24場，達成率130%。", [rate("130", UNVERIFIABLE)], id="neither-end-of-a-range"),
    pytest.param("評列甲等", "經評列為甲等，達成率100%。", [rate("100", UNVERIFIABLE)], id="grade"),
    pytest.param("評列第1級", "經評為第1級。", [], id="level"),
    pytest.param("完成報告", "報告已完成，達成率100%。", [rate("100", UNVERIFIABLE)], id="no-figure"),
    pytest.param("如衡量標準", "三、年度目標值及達成率：目標值240場，實際250場，達成率104%。", [rate("104")], id="only-in-the-analysis"),
    pytest.param("詳達成情形分析", "年度目標辦理240場，實際辦理250場，達成率104%。", [rate("104")], id="only-in-the-analysis-plainly"),
    pytest.param("400人", "已辦理招生，達成率98%。", [rate("98", UNVERIFIABLE)], id="actual-missing"),
    pytest.param("全年200件（每季50件）", "完成210件，達成率105%。", [rate("105")], id="target-by-quarter"),
    pytest.param("105年200件", "完成210件，達成率105%。", [rate("105")], id="year-in-the-target"),
    pytest.param("辦理1場次200人參加之研討會", "辦理1場次，參加210人，達成率105%。", [rate("105", "consistent", item=2), f"1 achievement {UNSTATED}"], id="two-figures-without-a-mark"),
    pytest.param("100%", "應辦320件，如期辦結320件，達成率100%。", [rate("100", UNVERIFIABLE)], id="hundred-per-cent-target"),
    pytest.param("100%", "完成率100%，達成率100%。", [rate("100")], id="hundred-of-hundred"),
    pytest.param("98%", "案件辦結率100%，達成率102%。", [rate("102")], id="share-above"),
    pytest.param("進入前10名", "排名第8名，達成率100%。", [rate("100", UNVERIFIABLE)], id="rank"),
]  # fmt: skip

FORMULAS = [
    pytest.param("240場", words, [rate(stated)], id=name)
    for name, stated, words in (
        ("plain-quotient", "104", "達成率=250/240×100%=104%。"),
        ("quotient-in-brackets", "104", "達成率為(250場/240場)*100%=104%。"),
        ("division-sign", "104.17", "達成率：250÷240＝104.17%。"),
        ("about-equal", "104", "(250÷240)x100%≒104%，達成率104%。"),
        ("named-behind", "104", "目標值240場，實際250場，達成率104％【(實際場次/目標場次)×100％】。"),
        ("words-and-figures", "104", "達成率104%【(實際辦理場次250/目標場次240)×100％】。"),
        ("words-and-figures-with-counters", "104.2", "實際辦理250場÷目標值240場×100%=104.2%，達成率104.2%。"),
        ("actual-over-target-named", "104", "實際辦理250場，達成率(實際值/目標值)為104%。"),
        ("decimals", "104.17", "達成率（250/240）＝104.17％。"),
        ("without-per-cent-sign", "104", "達成率=250/240=1.04=104%。"),
    )
]  # fmt: skip

NOT_CLAIMED = [
    pytest.param("200件", words, NO_RATE, id=name)
    for name, words in (
        ("to-raise-the-rate", "為提升達成率，完成210件。"),
        ("target-for-the-rate", "完成210件，達成率目標為95%。"),
        ("rate-should-be", "完成210件，目標達成率應達90%以上。"),
        ("rate-is-low", "完成110件，達成率偏低，將檢討改進。"),
        ("not-reached", "完成110件，未達成率及原因另行檢討。"),
        ("next-years-rate", "完成210件，預期106年達成率可達110%。"),
        ("rate-went-up-by", "完成210件，達成率較104年度提升5個百分點。"),
        ("rate-went-up-by-per-cent", "完成210件，達成率較去年提升5%。"),
        ("sites-with-a-rate", "完成210件，達成率90%以上者計12處。"),
        ("schools-below-a-rate", "完成210件，達成率未滿80%之學校3所已列管。"),
        ("above-the-target-by", "完成212件，超越目標值6%。"),
        ("execution-only", "完成210件，預算執行率95.3%。"),
        ("definition", "一、衡量標準：達成率＝(實際件數/目標件數)×100％。\n二、辦理情形：完成210件。"),
        ("progress", "完成210件，進度超前6%。"),
        ("national-rate", "完成210件，全國平均達成率為92%。"),
    )
]  # fmt: skip

LONG_ROW = (
    "一、衡量標準：\n(一)受理陳情案件數。\n(二)如期辦結率：如期辦結件數÷受理件數×100％。\n(三)辦理座談會場次。\n"
    "二、辦理情形：\n(一)105年共受理陳情案件147件，較104年135件增加12件(8.9％)。\n"
    "(二)如期辦結146件，如期辦結率99.3％。\n"
    "(三)分別於北、中、南、東區辦理座談會，共計15場次，參加人數1,236人。\n三、年度目標值及達成率：\n"
    "(一)目標值140件，達成率{}％。\n(二)目標值98％，達成率101％。\n(三)目標值12場次，達成率125％。\n"
    "四、效益：縮短民眾洽公時間，滿意度達94.2％。"
)

AS_PRINTED = [
    pytest.param("1. 140件\n2. 98%\n3. 12場次", LONG_ROW.format(105),
                 [rate("105"), rate("101", item=2), rate("125", item=3)], id="four-parts"),
    pytest.param("30場次", "105年度辦理防災宣導32場次，參加4,120人次，較原訂30場次超出2場次，達成率106.7%。", [rate("106.7")], id="above-what-was-set"),
    pytest.param("3%以下", "逾期案件比率控制於3%以下，實際2.4%，達成率125%。", [rate("125")], id="held-below"),
    pytest.param("每年辦理2場次，每場次50人以上", "辦理2場次，每場平均55人，達成率100%。", [rate("100")], id="so-many-each"),
    pytest.param("1.參訓300人\n2.及格率90%", "參訓人數達成率103%（目標300人，實際309人）、及格率達成率104%（目標90%，實際93.5%）。",
                 [rate("103"), rate("104", item=2)], id="brackets-in-a-row"),
    pytest.param("4案", "原定目標：完成4案；實際完成：5案；達成率：125%。", [rate("125")], id="three-short-parts"),
    pytest.param("200件", "目標值／實際值：200件／210件，達成率105%。", [rate("105")], id="two-headings-at-once"),
    pytest.param("200件", "達成率105%（210÷200×100）。", [rate("105")], id="times-100-without-sign"),
    pytest.param("210件", "完成200件，達成率為95.24%（計算式：200÷210×100%）。", [rate("95.24")], id="formula-announced"),
    pytest.param("200件", "104年目標值180件，實際185件，達成率102.8%；105年目標值200件，實際210件，達成率105%。", [rate("105")], id="both-years-whole"),
    pytest.param("200件", "104年達成率102.8%，105年達成率105%，完成210件。", [rate("105")], id="both-years-rates"),
    pytest.param("200件", "102年至104年分別為150件、165件、180件，105年達210件，達成率105%。", [rate("105")], id="three-years-before"),
    pytest.param("200件", "本項目標值為200件，截至105年12月31日止，實際完成210件，達成率105%，已提前達成目標。", [rate("105")], id="to-the-end-of-december"),
    pytest.param("200件", "截至105年12月底止共完成210件，達成率105%。", [rate("105")], id="to-the-end-of-december-in-one-clause"),
    pytest.param("200件", "第1季達成率22%、第2季達成率51%、第3季達成率78%，全年完成210件，達成率105%。", [rate("105")], id="rates-by-quarter"),
    pytest.param("200件", "上半年達成率48%，全年完成210件，達成率105%。", [rate("105")], id="rate-by-half-year"),
    pytest.param("200件", "完成210件，其中北區達成率110%、南區達成率98%，整體達成率105%。",
                 [rate("105"), rate("110", UNVERIFIABLE), rate("98", UNVERIFIABLE)], id="rates-of-parts"),
    pytest.param("200件", "完成210件，達成率105%；預算達成率98%。", [rate("105"), rate("98", UNVERIFIABLE)], id="rate-of-the-budget"),
    pytest.param("200件", "完成210件，各縣市達成率介於95%至118%之間。", NO_RATE, id="rates-between"),
    pytest.param("200件", "完成210件，達成率達9成以上。", [rate("90")], id="nine-tenths-and-more"),
    pytest.param("1,200萬元", "目標值1,200萬元，實際1,260萬8千元，達成率105.07%。", [rate("105.07")], id="exact-money"),
    pytest.param("1.5萬人次", "實際1.62萬人次，達成率108%。", [rate("108")], id="rounded-counts"),
    pytest.param("減碳量500公噸", "減碳525公噸，達成率105%。", [rate("105")], id="saving-is-no-lower-target"),
    pytest.param("裁處件數不低於100件", "裁處105件，達成率105%。", [rate("105")], id="no-fewer-than"),
    pytest.param("錯誤率0.5%以下", "錯誤率0.3%，達成率140%。", [rate("140")], id="small-shares"),
    pytest.param("4小時內", "平均3.5小時完成搶修，達成率114%。", [rate("114")], id="hours"),
    pytest.param("15日以內", "平均12日，達成率100%。", [rate("100", CAPPED)], id="days-capped"),
    pytest.param("10件", "完成0件，達成率0%。", [rate("0")], id="nothing-done"),
    pytest.param("10件", "尚未完成，達成率0%。", [rate("0", UNVERIFIABLE)], id="nothing-done-in-words"),
    pytest.param("3案", "完成三案，達成率100%。", [rate("100")], id="chinese-digit"),
    pytest.param("二十場次", "辦理二十二場次，達成率110%。", [rate("110")], id="chinese-numerals"),
    pytest.param("完成率100%", "應完成25案，已完成25案，完成率100%，達成率100%。",
                 [rate("100", kind="ratio"), rate("100")], id="all-of-what-was-due"),
    pytest.param("宣導：20場\n參與：1,000人", "宣導：22場，達成率110%。\n參與：1,080人，達成率108%。", [rate("110"), rate("108", item=2)], id="labels-with-colons"),
    pytest.param("平均審查天數由12日縮短至10日", "平均9.5日，達成率105%。", [rate("105")], id="shortened-from-to"),
    pytest.param("200件", "完成209件，達成率105%（四捨五入至整數）。", [rate("105")], id="said-to-be-rounded"),
    pytest.param("200件", "原訂目標200件，因經費刪減調整為150件，實際156件，達成率104%。", [rate("104")], id="adjusted-in-another-clause"),
    pytest.param("200件", "原訂目標為200件。嗣經核定修正為150件。實際156件，達成率104%。", [rate("104")], id="adjusted-in-another-sentence"),
    pytest.param("研訂法規2案，修正法規3案", "研訂法規2案，修正法規3案，達成率均為100%。", [rate("100"), rate("100", item=2)], id="amending-is-no-revision"),
    pytest.param("合格率98%", "合格率達99.2%（496/500），達成率101%。", [rate("101")], id="share-with-quotient-in-brackets"),
    pytest.param("3日內辦結率95%", "3日內辦結率96.9%，達成率102%。", [rate("102")], id="time-as-condition"),
    pytest.param("65歲以上長者施打5萬人", "65歲以上長者施打5萬2,500人，達成率105%。", [rate("105")], id="age-as-condition"),
    pytest.param("200件", "完成210件，達成率105%，其中女性申請者占42.5%，較104年38.1%提升4.4個百分點。", [rate("105")], id="share-behind-the-rate"),
    pytest.param("200人", "參訓210人（男110人／女100人），達成率105%。", [rate("105")], id="men-and-women-with-a-slash"),
    pytest.param("200人", "達成率105%（男110人／女100人），共210人。", [rate("105")], id="men-and-women-behind-the-rate"),
    pytest.param("200人", "招收甲班95人、乙班115人，共210人，達成率105%。", [rate("105")], id="two-classes-and-their-sum"),
    pytest.param("1.辦理5場\n2.輔導60家", "一、辦理情形：1.辦理6場說明會，2.輔導63家業者。\n二、達成率：1.120%，2.105%。",
                 [rate("120"), rate("105", item=2)], id="points-in-one-paragraph",
                 marks=pytest.mark.xfail(reason="a number glued to its figure inside a paragraph may be a decimal")),
    pytest.param("1.辦理5場\n2.輔導60家", "辦理6場說明會，輔導63家業者，達成率各為120%、105%，均超過目標值。",
                 [rate("120"), rate("105", item=2)], id="each-above-the-target"),
    pytest.param("1.辦理5場\n2.輔導60家", "辦理5場說明會及輔導60家業者，均如期達成，達成率100%。",
                 [rate("100"), rate("100", item=2)], id="both-in-time"),
    pytest.param("1.辦理5場\n2.輔導60家", "說明會辦理場次達成率120%(6場)；輔導家數達成率105%(63家)。",
                 [rate("120"), rate("105", item=2)], id="actual-in-brackets-behind"),
    pytest.param("1.辦理5場\n2.輔導60家", "1.說明會：6/5=120%。\n2.輔導家數：63/60=105%。", [f"1 achievement {UNSTATED}", f"2 achievement {UNSTATED}"], id="quotients-without-the-word"),
    pytest.param("降低逾期案件10%", "逾期案件由104年200件降至105年170件，降低15%，達成率150%。",
                 [rate("15", kind="growth"), rate("150")], id="fall-from-to"),
    pytest.param("較前3年平均值增加2%", "105年1,071件，前3年平均1,020件，增加5%，達成率250%。", [rate("250")], id="mean-of-three-years"),
    pytest.param("200件", "為提高達成率，加派人力後完成210件，達成率105%。", [rate("105")], id="to-raise-and-raised"),
    pytest.param("200件", "完成210件，達成率105%，並獲頒第3屆金質獎，排名第2。", [rate("105")], id="award"),
    pytest.param("50公頃", "原預計完成50公頃，因天候影響僅完成46.5公頃，達成率93%。", [rate("93")], id="only-so-many"),
    pytest.param("50公頃", "累計完成46.5公頃，未達目標值50公頃，達成率93%。", [rate("93")], id="below-the-target"),
    pytest.param("50公頃", "完成46.5公頃，達目標值93%。", [rate("93")], id="reaches-so-much"),
    pytest.param("6億元", "投資金額達6億3,000萬元，為目標值6億元之105%。", [rate("105")], id="of-the-target-with-its-value"),
    pytest.param("2,000人次", "服務2,100人次，為原定目標2,000人次之1.05倍。", NO_RATE, id="times-the-target"),
    pytest.param("4季", "按季完成4次統計，達成率100%。", [rate("100", UNVERIFIABLE)], id="other-counter-than-the-target"),
    pytest.param("", "完成210件，達成率105%。", [rate("105", UNVERIFIABLE)], id="empty-target"),
    pytest.param("200件", "", NO_RATE, id="empty-analysis"),
]  # fmt: skip

TWO = "1.辦理5場\n2.輔導60家"
BOTH = [rate("120"), rate("105", item=2)]
MORE = [
    pytest.param("200件", "受理件數達成率 = 210 / 200 = 105 %。", [rate("105")], id="quotient-with-blanks"),
    pytest.param("每萬人死亡率低於3.5人", "每萬人死亡率3.2人，達成率109%。", [rate("109")], id="per-ten-thousand"),
    pytest.param("完成10處（含改善3處、新建7處）", "完成10處（改善3處、新建7處），達成率100%。", [rate("100")], id="parts-of-the-target"),
    pytest.param("第1階段完成60%", "進度達63%，達成率105%。", [rate("105")], id="stage"),
    pytest.param("提升至85%", "由104年82%提升至86%，達成率101%。", [rate("101")], id="raised-to"),
    pytest.param("提升滿意度至90%以上", "滿意度由88.5%提升至91.2%，達成率101%。", [rate("101")], id="satisfaction-raised-to"),
    pytest.param("降至10%以下", "由12.5%降至9.6%，達成率104%。", [rate("104")], id="lowered-from-to"),
    pytest.param("500萬元以上", "節省經費525萬元，較目標500萬元增加25萬元，達成率105%。", [rate("105")], id="savings"),
    pytest.param("100%", "目標100%，實際達成100%，達成率100%。", [rate("100")], id="hundred-everywhere"),
    pytest.param(TWO, "1.目標值：5場；實際值：6場；達成率：120%。\n2.目標值：60家；實際值：63家；達成率：105%。", BOTH, id="three-parts-each"),
    pytest.param(TWO, "辦理6場；輔導63家。達成率：(1)120% (2)105%。", BOTH, id="brackets-and-blanks"),
    pytest.param(TWO, "辦理情形：辦理6場說明會，輔導63家。\n達成率：（一）120％；（二）105％。", BOTH, id="one-line-list"),
    pytest.param(TWO, "衡量指標1：達成率120%（6場/5場）。衡量指標2：達成率105%（63家/60家）。", BOTH, id="quotients-tell-the-item"),
    pytest.param(TWO, "1.已達成目標，達成率100%（5場）。\n2.已達成目標，達成率100%（60家）。", [rate("100"), rate("100", item=2)], id="each-met"),
    pytest.param(TWO, "辦理6場，輔導63家。第一項達成率120%，第二項達成率105%。", BOTH, id="first-and-second"),
    pytest.param(TWO, "辦理6場，輔導63家，達成率依序為120％及105％，均已達成目標。", BOTH, id="in-order-and-all-met"),
    pytest.param(TWO, "辦理5場，輔導63家，達成率分別達100%與105%以上。", [rate("100"), rate("105", item=2)], id="respectively-reached"),
    pytest.param(TWO, "辦理6場，輔導63家，各項達成率介於105%至120%之間。", [f"1 achievement {UNSTATED}", f"2 achievement {UNSTATED}"], id="rates-between"),
    pytest.param("200件", "本案原列目標200件，實際完成210件，達成率105%，惟較104年215件減少5件。", [rate("105")], id="fewer-than-last-year"),
    pytest.param("200件", "105年度目標值為200件，1至12月累計受理210件，達成率105%。", [rate("105")], id="january-to-december"),
    pytest.param("200件", "完成210件，達成率105%（=210/200）。", [rate("105")], id="equals-in-brackets"),
    pytest.param("200件", "完成210件，達成率由104年之98%提升為105%。", [rate("105")], id="from-last-years-98"),
    pytest.param("200件", "完成210件，達成率較目標值100%高出5個百分點。", NO_RATE, id="points-above-100"),
    pytest.param("200件", "已於11月底提前達成年度目標，全年完成210件，達成率105%。", [rate("105")], id="met-in-november"),
    pytest.param("200件", "截至11月底完成195件，達成率98%，全年完成210件，達成率105%。", [rate("105")], id="november-and-the-year"),
    pytest.param("200件", "上半年完成90件，達成率45%；下半年完成120件，全年達成率105%。", [rate("105", UNVERIFIABLE)], id="half-years-without-a-total"),
    pytest.param("２００件", "１０５年度完成２１０件，達成率為１０５．００％。", [rate("105.00")], id="full-width-throughout"),
    pytest.param("200件", "完成210件，達成率105﹪。", [rate("105")], id="small-per-cent-sign"),
    pytest.param("200件", "目標值 200 件 實際值 210 件 達成率 105%", [rate("105")], id="blanks-only"),
    pytest.param("200件", "實際值：210件\n達成率：105%", [rate("105")], id="lines"),
    pytest.param("200件", "一、目標值：200件\n二、實際值：210件\n三、達成率：105%", [rate("105")], id="numbered-lines"),
    pytest.param("1,000人", "培訓1,050人，參訓者結訓率98%，達成率105%。", [rate("105")], id="completion-rate-beside"),
    pytest.param("3億元", "實收3億1,500萬元，較104年2億9,800萬元增加1,700萬元，達成率105%。", [rate("105")], id="money-and-last-year"),
    pytest.param("12次", "每月召開1次，全年12次，達成率100%。", [rate("100")], id="monthly"),
    pytest.param("5,000人次", "全年服務5,250人次（男性2,310人次，占44%；女性2,940人次，占56%），達成率105%。", [rate("105")], id="both-sexes-in-brackets"),
    pytest.param("90%", "非常滿意52%，滿意41%，達成率103%。", [rate("103")], id="shares-to-be-added"),
    pytest.param("1.完成12案\n2.滿意度85%以上", "一、辦理情形：(一)完成13案，達成率108％。(二)滿意度調查計發出300份，回收288份，回收率96%，滿意度為88.2%，達成率104%。",
                 [rate("108"), rate("104", item=2), rate("96", item=2, kind="ratio")], id="a-survey"),
    pytest.param("參與人次達10萬人次，較104年成長2%", "參與人次達10萬5,000人次，較104年10萬2,000人次成長2.9%，達成率105%。",
                 [rate("105"), rate("2.9", item=2, kind="growth")], id="count-and-growth"),
    pytest.param("降低逾期比率至3%以下", "逾期比率由104年3.5%降至2.8%，達成率107%。", [rate("107")], id="share-lowered-from-to"),
    pytest.param("減少用水2%", "104年用水5,000度，105年用水4,850度，減少3%，達成率150%。", [rate("3", kind="growth"), rate("150")], id="water-saved"),
    pytest.param("50%", "預定進度50%，實際進度52.5%，超前2.5%，達成率105%。", [rate("105")], id="ahead-of-schedule"),
    pytest.param("2倍", "投資效益2.1倍，達成率105%。", [rate("105")], id="times"),
    pytest.param("五成", "自製率達五成五，達成率110%。", [rate("110")], id="tenths"),
    pytest.param("每月1次，全年12次", "辦理13次，達成率108%。", [rate("108")], id="monthly-and-yearly-target"),
    pytest.param("104年180件，105年200件", "完成210件，達成率105%。", [rate("105")], id="targets-of-two-years"),
    pytest.param("103年：150件\n104年：180件\n105年：200件", "完成210件，達成率105%。", [rate("105")], id="targets-of-three-years"),
    pytest.param("200件", "105年受理210件，目標達成率105%；另104年受理198件，達成率99%。", [rate("105")], id="last-year-behind"),
    pytest.param("較104年減少5%", "減少率=(940件-1,000件)/1,000件×100%=-6%，達成率120%。", [rate("-6", kind="growth"), rate("120")], id="negative-change"),
    pytest.param("200件", "200件變更為240件，實際達成252件，達成率105%。", [rate("105")], id="changed-without-the-word-target"),
    pytest.param("1次", "於12月5日辦理1次，計有35國120人與會，達成率100%。", [rate("100")], id="countries-and-people"),
]  # fmt: skip

SILENT = [
    pytest.param(TWO, "2項指標中1項達成率100%，1項達成率95%。", id="counts-of-indicators"),
    pytest.param("較104年成長3%", "較104年成長4.2%（104年：10,000人次；105年：10,420人次），達成率140%。", id="years-in-brackets"),
    pytest.param(TWO, "辦理6場，輔導63家，整體達成率達110%。", id="overall-rate"),
    pytest.param(TWO, "辦理6場，輔導63家，加權達成率為113%。", id="weighted-rate"),
    pytest.param(TWO, "辦理6場（達成120%），輔導63家（達成105%）。", id="reached-so-much"),
    pytest.param("200件", "完成210件。本部所屬機關達成率98%，其中甲所達成率110%。", id="other-bodies"),
    pytest.param("200件", "完成210件，近5年達成率為95%、98%、101%、103%及105%。", id="five-years"),
    pytest.param("200件", "完成210件，達成率歷年為102年95%、103年98%、104年101%。", id="years-before-named"),
    pytest.param("200件", "完成210件。國際目標達成率為90%，本國達成率為92%。", id="international"),
    pytest.param("200件", "本計畫共8項工作，完成7項，達成率88%。", id="tasks-beside"),
    pytest.param("200件", "經費1,000萬元，支用950萬元，達成率95%。", id="money-beside"),
    pytest.param("200件", "總目標5年1,000件，累計完成620件，達成率62%。", id="target-of-several-years"),
    pytest.param("200件", "4年期目標值800件，迄今累計完成640件，累計達成率80%；105年完成210件，達成率105%。", id="cumulative-target"),
    pytest.param("改善率50%", "改善前缺失40件，改善後缺失18件，改善率55%，達成率110%。", id="improvement"),
    pytest.param("縮短審查天數20%", "由15日縮短為11日，縮短27%，達成率133%。", id="shortened-by"),
    pytest.param("事故率低於萬分之3", "事故率萬分之2.5，達成率120%。", id="per-ten-thousand-in-words"),
    pytest.param("排名前10名", "全球排名第8名，較104年第11名進步3名，達成率100%。", id="rank-improved"),
    pytest.param("3%", "失業率3.92%，較104年3.78%增加0.14個百分點，達成率77%。", id="unemployment"),
    pytest.param("100人", "錄取率35%，錄取105人，報到率98%，達成率105%。", id="rates-of-admission"),
    pytest.param("平均每件12日", "平均每件處理10.8日，達成率111%。", id="days-for-each"),
    pytest.param("5家10案", "輔導6家11案，達成率分別為120%及110%。", id="two-counts-in-a-word"),
    pytest.param("召開會議4次，決議執行率90%以上", "召開會議4次，決議120項，已執行114項，執行率95%，達成率分別為100%及106%。", id="meetings-and-decisions"),
]  # fmt: skip
"""Rows whose lines may be argued about, and of which no more than a note may be said."""

COLUMNS = [
    pytest.param({"target": "140件", "actual": "147件", "rate": "105%", "analysis": ""}, [rate("105")], id="plain"),
    pytest.param({"target": "1.140件\n2.98%", "actual": "1.147件\n2.99.3%", "rate": "1.105%\n2.101%", "analysis": ""},
                 [rate("105"), rate("101", item=2)], id="numbered"),
    pytest.param({"target": "140", "actual": "147", "rate": "105", "analysis": ""}, [rate("105")], id="bare"),
    pytest.param({"target": "5%", "actual": "4%", "rate": "125%", "analysis": "", "indicator": "逾期比率降低至5%以下"}, [rate("125")], id="lower"),
    pytest.param({"target": "140件", "actual": "-", "rate": "-", "analysis": "停辦。"}, NO_RATE, id="no-value"),
    pytest.param({"target": "據點40處、服務1萬人次", "actual": "據點42處、服務1萬800人次", "rate": "105%、108%", "analysis": ""}, [rate("105"), rate("108", item=2)], id="two-in-a-cell"),
    pytest.param({"target": "據點40處；服務1,000人次", "actual": "據點42處；服務1,080人次", "rate": "105%\n108%", "analysis": ""}, [rate("105"), rate("108", item=2)], id="two-lines-of-a-cell"),
    pytest.param({"target": "減量12%", "actual": "減量13.1%", "rate": "109.2%", "analysis": "", "indicator": "溫室氣體減量（較基準年）"}, [rate("109.2")], id="a-change-in-the-column"),
    pytest.param({"target": "較上年成長3%", "actual": "5.1%", "rate": "110%", "analysis": "", "indicator": "市占率"}, [rate("110", UNVERIFIABLE)], id="what-it-has-grown-to"),
    pytest.param({"target": "140件", "actual": "147件", "rate": "超前\n（105%）", "analysis": ""}, [rate("105")], id="in-brackets-behind-a-word"),
    pytest.param({"target": "140件", "analysis": "完成147件，達成率（147/140×100%）105%。"}, [rate("105")], id="a-formula-in-brackets-before-it"),
    pytest.param({"target": "140件", "actual": "147件", "rate": "105%（147件）", "analysis": ""}, [rate("105")], id="with-the-count-in-brackets"),
    pytest.param({"target": "50件", "actual": "40件", "rate": "120", "analysis": "低於目標值50件，已達成年度目標。"}, [rate("120")], id="met-below"),
    pytest.param({"target": "50件", "actual": "40件", "rate": "120", "analysis": "低於目標值50件，未達成。"}, [rate("120", "inconsistent R102")], id="missed-below"),
    pytest.param({"target": "140件", "actual": "147件", "rate": "100%", "analysis": ""}, [rate("100", CAPPED)], id="capped"),
    pytest.param({"target": "140件", "actual": "147件", "rate": "105%", "analysis": "完成147件，達成率105%。"}, [rate("105")], id="told-again"),
    pytest.param({"target": "140件", "actual": "147件", "rate": "105.0%", "analysis": "完成147件，達成率105%，第4季達成率112%。"}, [rate("105.0")], id="told-again-with-fewer-decimals"),
    pytest.param({"target": "140件", "actual": "147件", "rate": "105%", "analysis": "完成147件，達成率【147/140】×100%=105%。"}, [rate("105")], id="told-again-with-its-formula"),
    pytest.param({"target": "140件", "actual": "126件", "rate": "105%", "analysis": "目標值由140件修正為120件，實際126件，達成率105%。"}, [rate("105")], id="told-again-by-a-revised-target"),
    pytest.param({"target": "1.140件\n2.20場", "actual": "1.147件\n2.25場", "rate": "1.105%\n2.—", "analysis": ""}, [rate("105"), f"2 achievement {UNSTATED}"], id="a-mark-in-a-list"),
]  # fmt: skip

CORRECT = [
    *NUMBERING, *WORDS_FOR_THE_RATE, *BOUNDED_RATES, *SEVERAL_RATES, *ALL_MET, *PASSING, *PARTS, *ELSEWHERE, *TWO_UNITS, *COMBINED, *TIMES, *NOT_CALLED_RATE, *SOME_RATES, *SUMMED_UP, *OF_OTHER_KINDS,
    *MONEY_AND_SHARES, *LOWER, *GROWTH, *TARGETS, *FORMULAS, *NOT_CLAIMED, *AS_PRINTED, *MORE,
]  # fmt: skip

R101, R102, R103, R105 = (f"inconsistent {code}" for code in ("R101", "R102", "R103", "R105"))

MISTAKEN = [
    pytest.param("200件", "實際完成210件，達成率125%。", [rate("125", R101)], id="plain"),
    pytest.param("1.甲類50人\n2.乙類120人", "一、辦理情形：甲類52人、乙類115人。\n二、達成率：甲類140%、乙類96%。",
                 [rate("140", R101), rate("96", item=2)], id="list-by-name"),
    pytest.param(LECTURES, TOLD + "達成率=100%×0.5+90%×0.5=85%。", [rate("85", "inconsistent R201"), LAST], id="weights-in-a-formula"),
    pytest.param("較104年增加2倍", "105年較104年增加2.33倍，達成率177%。", [rate("177", R101)], id="times-as-an-increase"),
    pytest.param("2萬公頃", "活化面積計2萬2,400公頃，包括契作1萬3,400公頃、轉作9,000公頃，達成率121%。", [rate("121", R101)], id="beside-parts-behind-including"),
    pytest.param("進度60%", "實際進度57.6%，落後2.4%，達成率106%。", [rate("106", R102)], id="beside-points-behind"),
    pytest.param("1.稽查200家\n2.造林50公頃", "一、稽查240家、造林45公頃。\n二、達成率：稽查120%、造林120%。",
                 [rate("120"), rate("120", R102, item=2)], id="the-same-rate-twice"),
    pytest.param("2小時內", "平均1小時40分鐘到場，達成率140%。", [rate("140", R101)], id="hours-and-minutes"),
    pytest.param("較104年成長5%", "105年營收26億7,500萬元，104年25億元，成長7%，達成率114%。",
                 [rate("7", kind="growth"), rate("114", R101)], id="beside-rounded-figures-of-both-years"),
    pytest.param("300件", "實際完成315件，達成115%。", [rate("115", R101)], id="reached"),
    pytest.param("核貸200件", "申請310件，核貸196件，達成率108%。", [rate("108", R102)], id="called-like-the-target"),
    pytest.param("核發20張", "本年度核發23張，累計核發517張，達成率151%。", [rate("151", R101)], id="beside-a-cumulative-figure"),
    pytest.param("服務800人", "服務2,000人，為104年800人的2.5倍，達成率200%。", [rate("200", R101)], id="beside-times-last-years"),
    pytest.param("200件", "達成率125%（實際210件／目標200件）。", [rate("125", "inconsistent R201")], id="quotient-behind"),
    pytest.param("200件", "達成率125%（目標200件，實際210件）。", [rate("125", R101)], id="figures-behind"),
    pytest.param("200件", "實際完成210件，已達成年度目標值之125%。", [rate("125", R101)], id="of-the-years-target"),
    pytest.param("200件", "完成212件，超出目標12件，達成率126%。", [rate("126", R101)], id="difference-from-target"),
    pytest.param("200件", "完成212件，達成率1.06%。", [rate("1.06", R103)], id="point-slipped"),
    pytest.param("200件", "完成１８０件，達成率１０６％。", [rate("106", R102)], id="full-width"),
    pytest.param("200件", "105年完成240件，達成率105%，較104年度達成率98%提升7個百分點。", [rate("105", R101)], id="beside-last-years-rate"),
    pytest.param("16,800人", "105年服務17,640人，較104年增加1,640人，達成率115%。", [rate("115", R101)], id="beside-an-increase"),
    pytest.param("200件", "上半年辦理90件，下半年辦理120件，合計210件，達成率115%。", [rate("115", R101)], id="beside-half-years"),
    pytest.param("240場", "辦理北區120場、南區130場，合計250場，達成率114%。", [rate("114", R101)], id="beside-parts-with-a-total"),
    pytest.param("200人", "實際參訓210人，滿意度達93.5%，達成率115%。", [rate("115", R101)], id="beside-satisfaction"),
    pytest.param("200人", "參訓210人，其中女性89人，達成率115%。", [rate("115", R101)], id="beside-of-them"),
    pytest.param("滿意度90%以上", "問卷調查滿意度93.6%，達成率140%。", [rate("140", R101)], id="percentages"),
    pytest.param("8,000萬元", "實收8,400萬元，達成率150%。", [rate("150", R101)], id="money"),
    pytest.param("5%以下", "逾期比率為4.5%，達成率150%。", [rate("150", R101)], id="lower"),
    pytest.param("0件", "發生2件，達成率100%。", [rate("100", R102)], id="zero-missed"),
    pytest.param("1. 50場次\n2. 2,000人次", "(一)辦理52場次，達成率104%。\n(二)參加2,150人次，達成率128%。",
                 [rate("104"), rate("128", R101, item=2)], id="second-of-two"),
    pytest.param("辦理50場次，參加2,000人次以上", "辦理53場次，參加2,240人次，達成率分別為106%及122%。",
                 [rate("106"), rate("122", R101, item=2)], id="respectively"),
    pytest.param("1.200件\n2.50場\n3.1,000人", "完成210件、49場及1,100人，達成率分別為115%、98%及110%。",
                 [rate("115", R101), rate("98", item=2), rate("110", item=3)], id="first-of-three"),
    pytest.param("1.200件\n2.50場", "二、辦理情形：\n(一)受理210件。\n(二)辦理40場。\n三、年度目標值及達成率：2項指標全數達成，達成率100％。",
                 [rate("100", CAPPED), rate("100", "inconsistent R301", item=2)], id="all-met-in-digits"),
    pytest.param("1.200件\n2.50場", "二、辦理情形：\n(一)受理210件。\n(二)辦理40場。\n三、年度目標值及達成率：各項指標均達100%。",
                 [rate("100", CAPPED), rate("100", "inconsistent R301", item=2)], id="each-at-100"),
    pytest.param("240場", "達成率=250/240×100%=114%。", [rate("114", "inconsistent R201")], id="formula"),
    pytest.param("240場", "達成率114%【(實際辦理場次250/目標場次240)×100％】。", [rate("114", "inconsistent R201")], id="formula-with-words"),
    pytest.param("合格率98%", "抽驗500件，合格492件，合格率92.4%。", [rate("92.4", "inconsistent R101", kind="ratio"), f"1 achievement {UNSTATED}"], id="share"),
    pytest.param("較104年成長3%", "104年服務10,000人次，105年服務10,420人次，成長率6.2%。", [rate("6.2", "inconsistent R101", kind="growth")], id="growth"),
    pytest.param("較104年成長3%", "105年較104年成長4.2%，達成率180%。", [rate("180", R101)], id="attainment-of-growth"),
    pytest.param("如衡量標準", "目標值240場，實際250場，達成率114%。", [rate("114", R101)], id="target-in-the-analysis"),
    pytest.param("1. 北區稽查120件\n2. 南區稽查150件", "南區稽查153件，達成率102%；北區稽查132件，達成率130%。",
                 [rate("130", R101), rate("102", item=2)], id="other-order"),
    pytest.param("200件", "完成180件，達成率達100%以上。", [rate("100", R102)], id="said-100-or-more"),
    pytest.param("1.辦理活動10場\n2.參加人數800人", "辦理活動12場(達成率120%)，參加人數880人(達成率150%)。",
                 [rate("120"), rate("150", R101, item=2)], id="brackets-behind-each"),
    pytest.param("1. 140件\n2. 98%\n3. 12場次", LONG_ROW.format(125),
                 [rate("125", R101), rate("101", item=2), rate("125", item=3)], id="four-parts"),
    pytest.param("1.參訓300人\n2.及格率90%", "參訓人數達成率103%（目標300人，實際309人）、及格率達成率124%（目標90%，實際93.5%）。",
                 [rate("103"), rate("124", R101, item=2)], id="brackets-in-a-row"),
    pytest.param("200件", "104年目標值180件，實際185件，達成率102.8%；105年目標值200件，實際210件，達成率115%。", [rate("115", R101)], id="both-years-whole"),
    pytest.param("200件", "第1季達成率22%、第2季達成率51%，全年完成210件，達成率115%。", [rate("115", R101)], id="rates-by-quarter"),
    pytest.param(TWO, "1.目標值：5場；實際值：6場；達成率：120%。\n2.目標值：60家；實際值：63家；達成率：135%。", [rate("120"), rate("135", R101, item=2)], id="three-parts-each"),
    pytest.param(TWO, "辦理情形：辦理6場說明會，輔導63家。\n達成率：（一）150％；（二）105％。", [rate("150", R101), rate("105", item=2)], id="one-line-list"),
    pytest.param(TWO, "衡量指標1：達成率120%（6場/5場）。衡量指標2：達成率135%（63家/60家）。", [rate("120"), rate("135", "inconsistent R201", item=2)], id="quotients-tell-the-item"),
    pytest.param("200件", "截至11月底完成195件，達成率98%，全年完成210件，達成率125%。", [rate("125", R101)], id="november-and-the-year"),
    pytest.param("提升至85%", "由104年82%提升至86%，達成率121%。", [rate("121", R101)], id="raised-to"),
    pytest.param("1,200萬元", "目標值1,200萬元，實際1億2,600萬元，達成率105%。", [rate("105", R103)], id="ten-times-the-money"),
    pytest.param("200件", "三、達成率：完成210件，達成率105%。\n四、效益：本年度達成率115%，成效良好。", [rate("105"), rate("115", R101)], id="told-again-otherwise"),
    pytest.param("3日內辦結率95%", "3日內辦結率96.9%，達成率112%。", [rate("112", R101)], id="time-as-condition"),
    pytest.param("50公頃", "完成46.5公頃，未達目標值50公頃，達成率103%。", [rate("103", R102)], id="below-the-target"),
    pytest.param("1.辦理5場\n2.輔導60家", "1.辦理6場說明會，達成率120%。\n2.輔導63家業者，達成率165%。",
                 [rate("120"), rate("165", R101, item=2)], id="second-in-a-list"),
    pytest.param("平均審查天數由12日縮短至10日", "平均11日，達成率120%。", [rate("120", R101)], id="shortened-from-to"),
]  # fmt: skip

UNSURE = [
    pytest.param("500人", "目標值由500人修正為450人，實際459人，達成率120%。", [rate("120", R101)], id="revised"),
    pytest.param("5日以內", "平均4.2日，較去年4.6日縮短0.4日，達成率191%。", [rate("191", R101)], id="beside-shortened-by"),
    pytest.param("200件", "完成190件，距目標值尚差10件，達成率105%。", [rate("105", R105)], id="short-said-met"),
    pytest.param("240場", "辦理北區120場、南區130場，達成率130%。", [rate("130", R101)], id="parts-without-a-total"),
    pytest.param("1.辦理5梯次\n2.共200人", "辦理5梯次，每梯次平均42人，共計210人，達成率115%。", [rate("115", R101), f"2 achievement {UNSTATED}"], id="of-one-of-two-items"),
    pytest.param("200人", "報名350人，錄取240人，結訓210人，達成率90%。", [rate("90", R102)], id="steps-of-a-course"),
]  # fmt: skip
"""Mistakes where it is not certain which figures belong together: a warning and no more."""


@pytest.mark.parametrize(("target", "analysis", "expected"), CORRECT)
def test_correct_rows(target: str, analysis: str, expected: list[str]) -> None:
    _, found = judged(target, analysis)
    assert sorted(map(line, found)) == sorted(expected)
    assert [check.message for check in found if check.level.rank >= Level.WARNING.rank] == []


@pytest.mark.parametrize(("target", "analysis", "expected"), MISTAKEN)
def test_mistaken_rows(target: str, analysis: str, expected: list[str]) -> None:
    _, found = judged(target, analysis)
    assert sorted(map(line, found)) == sorted(expected)
    assert {check.level for check in found if str(check.verdict) == "inconsistent"} == {Level.ERROR}


@pytest.mark.parametrize(("target", "analysis", "expected"), UNSURE)
def test_mistaken_rows_of_unsure_figures(target: str, analysis: str, expected: list[str]) -> None:
    _, found = judged(target, analysis)
    assert sorted(map(line, found)) == sorted(expected)
    assert {check.level for check in found if str(check.verdict) == "inconsistent"} == {
        Level.WARNING
    }


@pytest.mark.parametrize(("target", "analysis"), SILENT)
def test_rows_of_which_no_more_than_a_note_is_said(target: str, analysis: str) -> None:
    _, found = judged(target, analysis)
    assert [check.message for check in found if check.level.rank >= Level.WARNING.rank] == []


@pytest.mark.parametrize(("cells", "expected"), COLUMNS)
def test_columns_of_their_own(cells: dict[str, str], expected: list[str]) -> None:
    _, found = judged(**cells)
    assert sorted(map(line, found)) == sorted(expected)


def test_the_tables_are_as_long_as_life() -> None:
    assert len(CORRECT) > 300
    assert len(MISTAKEN) > 40


def test_a_mean_of_more_rates_than_can_be_tried_is_left_open() -> None:
    count = range(1, 15)
    target = "\n".join(f"{n}.第{n}區辦理{n}00場" for n in count)
    told = "\n".join(f"{n}.第{n}區辦理{n}0{n % 10}場，達成率{100 + n / 10:.1f}%。" for n in count)
    _, found = judged(target, f"{told}\n平均達成率107.5%。")
    assert [
        str(c.verdict) for c in found if c.claim.stated and c.claim.stated.quantity.text == "107.5%"
    ] == ["unverifiable"]
