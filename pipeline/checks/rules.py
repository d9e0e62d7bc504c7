"""The rules: what each code means, why it is there, an example that it flags and one it leaves alone.

An example is the target cell and the analysis of a made-up row; the tests run both.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.checks.rule_records import Example, Rule, RuleTexts

_RESULT = "三、年度目標值及達成率："


def _row(target: str, *analysis: str) -> Example:
    return Example(target, analysis)


def _one(target: str, sentence: str) -> Example:
    return Example(target, (_RESULT + sentence,))


_ALL = (
    Rule(
        "R101",
        RuleTexts(
            "error",
            "The stated rate differs from the recomputed one.",
            "The printed figures cannot give the printed rate, under any accepted reading of them.",
            "Ask which of target, actual figure and rate is wrong, and correct that one.",
        ),
        RuleTexts(
            "錯誤",
            "所載達成率與依所列數值重算之結果不符。",
            "依任何可接受之算法，所列數值均無法得出所載比率。",
            "請編製單位確認目標值、實際值及達成率何者有誤，並予更正。",
        ),
        _one("400件", "目標值400件，實際完成500件，達成率115％。"),
        _one("400件", "目標值400件，實際完成460件，達成率115％。"),
    ),
    Rule(
        "R102",
        RuleTexts(
            "error",
            "As R101, and the mistake crosses 100 %: met is said where it is not, or the reverse.",
            "Whether a target was met is what most readers look for.",
            "See whether the target was met, then correct the rate or the figures and what is concluded from them.",
        ),
        RuleTexts(
            "錯誤",
            "同R101，且影響是否達成目標之判斷。",
            "目標是否達成，為多數讀者最關切之事項。",
            "請先確認目標是否達成，再更正達成率或數值，並檢視報告據此所為之結論。",
        ),
        _one("35場", "目標值35場，實際辦理34場，達成率107％。"),
        _one("35場", "目標值35場，實際辦理36場，達成率103％。"),
    ),
    Rule(
        "R103",
        RuleTexts(
            "error",
            "As R101, and the stated rate is the right one times a power of ten.",
            "A slipped decimal point is easily mended once it is named.",
            "Compare with the figures, then move the decimal point.",
        ),
        RuleTexts(
            "錯誤",
            "同R101，且小數點位置有誤。",
            "小數點誤置，一經指出即易更正。",
            "請核對數值後，更正小數點之位置。",
        ),
        _one("420場", "目標值420場，實際辦理441場，達成率10.5％。"),
        _one("420場", "目標值420場，實際辦理441場，達成率105％。"),
    ),
    Rule(
        "R104",
        RuleTexts(
            "warning",
            "The stated rate is off by one unit in its last printed place.",
            "Neither rounding nor cutting off gives it; a slip of the hand, or other figures, may.",
            "Recompute the rate; where other figures were used, print those.",
        ),
        RuleTexts(
            "警告",
            "所載達成率末位差一。",
            "四捨五入或無條件捨去均無法得出，可能為筆誤，或係採用其他數值。",
            "請重新計算；如係採用其他數值，請一併載明。",
        ),
        _one("300場", "目標值300場，實際辦理332場，達成率112％。"),
        _one("300場", "目標值300場，實際辦理332場，達成率111％。"),
    ),
    Rule(
        "R105",
        RuleTexts(
            "warning",
            "Only an arithmetic that nothing in the report calls for gives the stated rate.",
            "Target divided by actual is right where lower is better; where no word says so, it may be the two "
            "figures turned round. Where a bound or a mark says so, actual divided by target makes a failure of a "
            "limit that was kept.",
            "Say beside the indicator that lower is better, or turn the figures round.",
        ),
        RuleTexts(
            "警告",
            "僅以報告未敘明之算法始能得出所載達成率。",
            "指標如屬愈低愈佳，以目標值除以實際值並無不妥；未予敘明者，可能係分子分母倒置。"
            "已敘明愈低愈佳而仍以實際值除以目標值者，則使已達成之目標顯示為未達成。",
            "請於指標敘明愈低愈佳，或更正分子分母。",
        ),
        _one("80件", "目標值80件，實際100件，達成率80％。"),
        _one("80件以下", "目標值80件以下，實際64件，達成率125％。"),
    ),
    Rule(
        "R110",
        RuleTexts(
            "note",
            "The stated rate is cut off instead of rounded.",
            "A convention, not a mistake; it matters when rates are compared.",
            "Nothing is wrong; it is better to round all rates of a report in one way.",
        ),
        RuleTexts(
            "提示",
            "所載達成率係無條件捨去，而非四捨五入。",
            "屬計算慣例，並非錯誤；惟於比較各項比率時有其影響。",
            "無須更正；惟同一報告之各項比率，宜採相同之取捨方式。",
        ),
        _one("280場", "目標值280場，實際辦理251場，達成率89％。"),
        _one("280場", "目標值280場，實際辦理251場，達成率90％。"),
    ),
    Rule(
        "R120",
        RuleTexts(
            "note, warning where the same document prints other rates above 100 %",
            "The rate is stated as 100 where the figures give more.",
            "Some agencies stop at 100; a document that does so only here and there misleads.",
            "Say in the report that rates stop at 100, or state them as they are.",
        ),
        RuleTexts(
            "提示；同一文件另有超過100％之達成率時為警告",
            "依所列數值重算超過100％，而僅記載100％。",
            "部分機關以100％為限；同一文件如僅部分項目如此處理，易生誤解。",
            "請於報告中敘明達成率以100％為限，或依計算結果記載。",
        ),
        _one("98.5％", "系統可用度99.4％，達成率100％。"),
        _one("98.5％", "系統可用度98.5％，達成率100％。"),
    ),
    Rule(
        "R130",
        RuleTexts(
            "note",
            "A numeric target has no stated rate.",
            "A reader cannot see whether it was met.",
            "Add the rate, or say why there is none.",
        ),
        RuleTexts(
            "提示",
            "訂有量化目標值而未記載達成率。",
            "讀者無從得知目標是否達成。",
            "請補列達成率，或敘明未列之原因。",
        ),
        _row("5處", "二、辦理情形：完成修復6處。"),
        _row("5處", "二、辦理情形：完成修復6處。", _RESULT + "達成率120％。"),
    ),
    Rule(
        "R140",
        RuleTexts(
            "none",
            "The stated rate cannot be recomputed; the message says which figure is missing.",
            "What could not be checked is said, never left out.",
            "Look for the missing figure where the report was made from; the rate itself may be right.",
        ),
        RuleTexts(
            "無",
            "所需數值未予記載或無法判讀，無從重算。",
            "無從驗算者亦予敘明，不逕行略過。",
            "請自編製報告之原始資料查明所缺數值；所載比率本身未必有誤。",
        ),
        _one("400人", "達成率99％。"),
        _one("400人", "實際參加396人，達成率99％。"),
    ),
    Rule(
        "R201",
        RuleTexts(
            "error, note if capped",
            "A printed formula does not give its printed result.",
            "The arithmetic stands on the page; anybody can redo it.",
            "Work the formula out as it is printed; correct its result or a figure in it.",
        ),
        RuleTexts(
            "錯誤；僅以100為限者為提示",
            "所列算式之結果與所載數值不符。",
            "算式既已列出，任何人均可自行驗算。",
            "請依所列算式重新計算，更正其結果或其中之數值。",
        ),
        _one("25％", "達成率120％【(17/64)/0.25×100％】。"),
        _one("25％", "達成率106％【(17/64)/0.25×100％】。"),
    ),
    Rule(
        "R202",
        RuleTexts(
            "warning",
            "A formula uses figures that differ from those printed elsewhere in the row.",
            "One of the two is out of date.",
            "Find out which figure holds, and print that in both places.",
        ),
        RuleTexts(
            "警告",
            "算式所用數值與同列他處所載不同。",
            "二者之一可能未及更新。",
            "請確認以何者為準，並使二處一致。",
        ),
        _one("40件", "實際完成36件，達成率95％【(38件/40件)×100％】。"),
        _one("40件", "實際完成38件，達成率95％【(38件/40件)×100％】。"),
    ),
    Rule(
        "R210",
        RuleTexts(
            "note",
            "A growth rate or a share is called 達成率.",
            "達成率 is the share of the target that was reached; growth is another thing.",
            "Call the rate what it is, or state the share of the target that was reached.",
        ),
        RuleTexts(
            "提示",
            "將成長率或占比稱為達成率。",
            "達成率係實際值占目標值之比率，與成長率或占比不同。",
            "請改用正確名稱，或另行記載達成率。",
        ),
        _one("較104年提升2％", "105年度達成率【(20,200件-16,000件)/16,000件】×100％=26％。"),
        _one("較104年提升2％", "105年度成長率【(20,200件-16,000件)/16,000件】×100％=26％。"),
    ),
    Rule(
        "R301",
        RuleTexts(
            "error",
            "All targets are said to be met, but one is not; the message shows which.",
            "The sentence hides the item that failed.",
            "State a rate for each item.",
        ),
        RuleTexts(
            "錯誤",
            "稱各項目標均達成，惟其中有未達成者。",
            "概括之敘述使未達成之項目不易察覺。",
            "請就各項目分別記載達成率。",
        ),
        _row(
            "1. 30張\n2. 450人",
            "二、辦理情形：", "(一)取得證照33張。", "(二)參加演練419人。",
            "三、年度目標值及達成率：", "(一)年度目標值：如原定目標值。",
            "(二)達成率：各項目標值均達成，達成率100％。",
        ),
        _row(
            "1. 30張\n2. 450人",
            "二、辦理情形：", "(一)取得證照33張。", "(二)參加演練451人。",
            "三、年度目標值及達成率：", "(一)年度目標值：如原定目標值。",
            "(二)達成率：各項目標值均達成，達成率100％。",
        ),
    ),
    Rule(
        "R310",
        RuleTexts(
            "warning",
            "Only a combination of several items gives the stated rate; the message names it.",
            "A mean of unlike items is a choice that the report ought to tell.",
            "Say that the rate is a mean, and of which items.",
        ),
        RuleTexts(
            "警告",
            "僅以數項目之平均始能得出所載達成率。",
            "將性質不同之項目予以平均，宜於報告中敘明。",
            "請敘明所載達成率係採平均，以及計入之項目。",
        ),
        _row(
            "1. 100次\n2. 40件\n3. 20場",
            "三、年度目標值及達成率：",
            "(一)目標值100次，實際110次，達成率110％。",
            "(二)目標值40件，實際60件，達成率120％。",
            "(三)目標值20場，實際26場，達成率130％。",
        ),
        _row(
            "1. 100次\n2. 40件\n3. 20場",
            "三、年度目標值及達成率：",
            "(一)目標值100次，實際110次，達成率110％。",
            "(二)目標值40件，實際48件，達成率120％。",
            "(三)目標值20場，實際26場，達成率130％。",
        ),
    ),
    Rule(
        "R401",
        RuleTexts(
            "warning",
            "The target differs between the target cell and the analysis.",
            "A target that changes on the way to the result changes the rate.",
            "Find out whether the target was revised; if so, say when and why.",
        ),
        RuleTexts(
            "警告",
            "原定目標值欄與分析欄所載目標值不同。",
            "目標值前後不同，達成率即隨之改變。",
            "請確認目標值是否經修正；如經修正，請敘明時間及理由。",
        ),
        _one("130次以上", "目標值125次，實際140次，達成率112％。"),
        _one("125次以上", "目標值125次，實際140次，達成率112％。"),
    ),
    Rule(
        "R402",
        RuleTexts(
            "warning",
            "The actual figure differs between two places.",
            "One of the two is out of date.",
            "Find out which figure holds, and print that in both places.",
        ),
        RuleTexts(
            "警告",
            "實際值於不同處所載不同。",
            "二者之一可能未及更新。",
            "請確認以何者為準，並使二處一致。",
        ),
        Example("200件", ("本年度目標值200件，實際值230件。",), "220件", "110％"),
        Example("200件", ("本年度目標值200件，實際值220件。",), "220件", "110％"),
    ),
    Rule(
        "R410",
        RuleTexts(
            "warning",
            "No whole-number count gives the percentage for the printed denominator.",
            "Such a share cannot have been counted.",
            "Ask for both counts; the share may be of another whole.",
        ),
        RuleTexts(
            "警告",
            "依所列分母，無任何整數分子可得出所載百分比。",
            "此一占比不可能由計數得出。",
            "請查明分子及分母之數目；分母可能另有所指。",
        ),
        _row("200人", "二、辦理情形：實地訪查，受訪200人，滿意者占33.3％。"),
        _row("200人", "二、辦理情形：實地訪查，受訪200人，滿意者占33.5％。"),
    ),
    Rule(
        "R501",
        RuleTexts(
            "warning",
            "The base-year figure differs from what that year's own report states.",
            "A base that moved makes growth look larger or smaller than it was.",
            "Compare with the earlier report, and say why the base was changed.",
        ),
        RuleTexts(
            "警告",
            "基期數值與該年度報告所載不同。",
            "基期數值如有變動，將使成長幅度失真。",
            "請與該年度報告核對，並敘明基期數值變動之原因。",
        ),
        checked=False,
    ),
    Rule(
        "R502",
        RuleTexts(
            "warning",
            "The same indicator's target or actual for a year differs between two reports.",
            "One of the two reports is wrong, or the definition changed.",
            "Find out which report is right; tell a change of definition in the later one.",
        ),
        RuleTexts(
            "警告",
            "同一指標同一年度之數值於兩份報告中不同。",
            "二份報告之一有誤，或定義已有變更。",
            "請確認以何者為準；定義如有變更，請於後一報告敘明。",
        ),
        checked=False,
    ),
)  # fmt: skip

RULES: Mapping[str, Rule] = {rule.code: rule for rule in _ALL}
"""Every rule code of the contract."""
