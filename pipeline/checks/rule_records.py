"""What is said of a rule: its meaning in both languages, an example that it flags, one left alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.checks.texts import Language


class Example(NamedTuple):
    """A made-up row: what stands in its target cell, and the paragraphs of its analysis."""

    target: str
    analysis: tuple[str, ...]
    actual: str = ""
    rate: str = ""
    """The cells of a report that has columns for the actual figure and the rate."""

    @property
    def lines(self) -> Iterator[str]:
        """Yield the example as it is shown."""
        yield f"原定目標值：{self.target.replace(chr(10), '／')}"
        if self.rate:
            yield f"實際值：{self.actual}"
            yield f"達成率：{self.rate}"
        yield from self.analysis


class RuleTexts(NamedTuple):
    """What a rule is in one language: its level, what it says, why it exists, what to do then."""

    level: str
    meaning: str
    reason: str
    advice: str


class Rule(NamedTuple):
    """A rule; ``checked`` is false for one that this version describes but does not check yet."""

    code: str
    english: RuleTexts
    chinese: RuleTexts
    flagged: Example | None = None
    left_alone: Example | None = None
    checked: bool = True

    def words(self, language: Language) -> RuleTexts:
        """Return what the rule is, in a language."""
        return self.chinese if language is Language.CHINESE else self.english

    @property
    def usual_level(self) -> str:
        """Return the level that it has where nothing makes it another: error, warning, note, none."""
        return self.english.level.partition(",")[0]

    @property
    def reported(self) -> bool:
        """Tell whether `pipeline check` ever prints it."""
        return self.checked and self.usual_level != "none"
