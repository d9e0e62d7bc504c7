"""Rule -> what `pipeline explain` tells of it, in English, in Traditional Chinese, or in both.

The examples are judged when they are told, so that their arithmetic is that of the program.

>>> explain_rule("R999")
Traceback (most recent call last):
    ...
KeyError: 'R999'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.checks import audit
from pipeline.checks.messages import compose
from pipeline.checks.records import Check
from pipeline.checks.rule_records import Example, Rule
from pipeline.checks.rules import RULES
from pipeline.checks.texts import Language, Text, TextKey
from pipeline.quantities import short_decimal
from pipeline.records import Line, Paragraph, Place, Row

_YEAR = 105
"""The year of the made-up examples."""
_HEADS: Mapping[Language, tuple[str, str, str, str]] = {
    Language.ENGLISH: ("Why: ", "What to do: ", "Flagged:", "Left alone:"),
    Language.CHINESE: ("理由：", "處理方式：", "會標記之例：", "不會標記之例："),
}
_NOT_YET: Mapping[Language, str] = {
    Language.ENGLISH: "This version does not check it yet: it needs the reports of several years to "
    "be compared, and so far each report is read by itself.",
    Language.CHINESE: "本版尚未查核：此項須比對不同年度之報告，目前各份報告係分別讀取。",
}


def explain_rule(code: str, language: Language | None = None) -> str:
    """Return what a rule means, why it exists, its examples and what to do; in both if not told."""
    rule = RULES[code]
    languages = tuple(Language) if language is None else (language,)
    return "\n\n".join("\n".join(_told(rule, language)) for language in languages)


def judge_example(example: Example) -> tuple[Check, ...]:
    """Return what the program says of an example."""
    texts = {"target": example.target, "analysis": "\n".join(example.analysis)}
    if example.rate:
        texts |= {"actual": example.actual, "rate": example.rate}
    cells = {role: tuple(_paragraphs(text)) for role, text in texts.items()}
    row = Row(1, None, cells, (Place(1, None, 1, None, 1),))
    return tuple(audit.judge_rows([row], _YEAR)[1])


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for number, line in enumerate(text.split("\n"), start=1):
        yield Paragraph(line, (Line(line, 1, number, number),))


def _told(rule: Rule, language: Language) -> Iterator[str]:
    words = rule.words(language)
    why, advice, flagged, left_alone = _HEADS[language]
    yield compose(Text.IN_BRACKETS, name=rule.code, told=words.level).text(language)
    yield words.meaning
    yield ""
    yield f"{why}{words.reason}"
    yield f"{advice}{words.advice}"
    for name, example in ((flagged, rule.flagged), (left_alone, rule.left_alone)):
        if example is not None:
            yield ""
            yield name
            yield from (f"    {line}" for line in example.lines)
            yield from (f"    -> {_verdict(check, language)}" for check in judge_example(example))
    if not rule.checked:
        yield ""
        yield _NOT_YET[language]


def _verdict(check: Check, language: Language) -> str:
    """Return what is said of an example, with its arithmetic."""
    if check.finding is None:
        head = compose(check.verdict).text(language)
        result = "" if check.recomputed is None else short_decimal(check.recomputed, 6)
        return compose(Text.BESIDE, name=head, told=f"{check.formula} = {result}").text(language)
    codes = "+".join(finding.code for finding in check.findings)
    key: TextKey = check.level if check.level.rank else check.verdict
    head = f"{codes} {compose(key).text(language)}"
    return compose(Text.BESIDE, name=head, told=check.told(language)).text(language)
