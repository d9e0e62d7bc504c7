"""Code and figures of a finding -> its words, in English or Traditional Chinese.

A message is kept as the key of its template and what stands in it, and put into words where it is
shown; the templates are those of `texts`.

>>> message = compose(Text.TARGET_DIFFERS, cell="130次以上", told="125次")
>>> print(message)
the target cell says 130次以上, the analysis 125次
>>> print(message.text(Language.CHINESE))
目標值欄為130次以上，分析欄為125次
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from pipeline.checks.texts import BRIEF_TEXTS, TEXTS, Language, Text, TextKey

_ARITHMETIC = re.compile(r"(?:: |，依所列數值為：|：)\{shown\}")
_TEMPLATES: Mapping[Language, Mapping[TextKey, str]] = {
    language: {key: texts[number] for key, texts in TEXTS.items()}
    for number, language in enumerate(Language)
}
"""The template of each message in each language."""
_BRIEF_TEMPLATES: Mapping[Language, Mapping[TextKey, str]] = {
    language: {
        key: BRIEF_TEXTS[key][number] if key in BRIEF_TEXTS else _ARITHMETIC.sub("", template)
        for key, template in _TEMPLATES[language].items()
    }
    for number, language in enumerate(Language)
}
"""The same without the arithmetic."""


class Arithmetic(NamedTuple):
    """How a rate was recomputed: the formula and its result, and what else was tried.

    Numbers are plain decimals with at most six places, figures as printed. ``low`` and ``high`` are
    given where the result is an interval; ``high`` is empty where that has no end.
    """

    stated: str
    formula: str | Message
    result: str
    low: str = ""
    high: str = ""
    tried: tuple[str, ...] = ()
    """Other formulas with their results, none of which gives the stated rate."""
    target: str = ""
    actual: str = ""

    def __str__(self) -> str:
        return self.text()

    def text(self, language: Language = Language.ENGLISH) -> str:
        """Return stated 115%, 500 / 400 * 100 = 125 (target 400件, actual 500件)."""
        figures = self.figures(language)
        parts = [tell(Text.STATED, language, rate=self.stated)] if self.stated else []
        parts.append(self.evaluated(language))
        parts += [tell(Text.TRIED, language, arithmetic=other) for other in self.tried]
        if figures:
            parts.append(tell(Text.FIGURES, language, figures=figures))
        return "".join(parts)

    def figures(self, language: Language = Language.ENGLISH) -> str:
        """Return the figures that were compared, as printed: target 400件, actual 500件."""
        named = ((Text.TARGET, self.target), (Text.ACTUAL, self.actual))
        texts = [tell(key, language, figure=figure) for key, figure in named if figure]
        # Between two figures a 、 would look like a list of targets.
        return ("，" if language is Language.CHINESE else ", ").join(texts)

    def evaluated(self, language: Language = Language.ENGLISH) -> str:
        """Return the formula with its result, or the ends of that: 99.5 / 99 * 100 = … [… to …]."""
        ends = ""
        if self.low:
            ends = tell(
                Text.WITHIN, language, bounds=bounds_message(self.low, self.high).text(language)
            )
        formula = self.formula
        formula_text = formula if isinstance(formula, str) else formula.text(language)
        return f"{formula_text} = {self.result}{ends}"


Value: TypeAlias = "str | Message | Arithmetic | tuple[str, ...]"


class Message(NamedTuple):
    """The key of a template with what stands in it."""

    key: TextKey
    fields: tuple[tuple[str, Value], ...] = ()

    def __str__(self) -> str:
        return self.text()

    def text(self, language: Language = Language.ENGLISH) -> str:
        """Return the whole message with its arithmetic."""
        return self._filled(_TEMPLATES[language], language)

    def brief(self, language: Language = Language.ENGLISH) -> str:
        """Return the message without its arithmetic, for where that is shown beside it."""
        return self._filled(_BRIEF_TEMPLATES[language], language)

    @property
    def arithmetic(self) -> Arithmetic | None:
        """Return the arithmetic that is told, if any."""
        return next((value for _, value in self.fields if isinstance(value, Arithmetic)), None)

    def _filled(self, templates: Mapping[TextKey, str], language: Language) -> str:
        template = templates[self.key]
        if not self.fields:
            return template
        return template.format_map(
            {n: v if type(v) is str else _worded(v, language) for n, v in self.fields}
        )


def compose(key: TextKey, /, **fields: Value) -> Message:
    """Return the message of a template, with what stands in it."""
    return Message(key, tuple(fields.items()))


def tell(key: TextKey, language: Language, /, **fields: str) -> str:
    """Return what `compose` says, put into words at once."""
    template = _TEMPLATES[language][key]
    return template.format_map(fields) if fields else template


def bounds_message(low: str, high: str) -> Message:
    """Return a range of results; ``high`` is empty where it has no end."""
    return compose(Text.BOUNDS, low=low, high=high) if high else compose(Text.BOUNDLESS, low=low)


def join_messages(messages: Iterable[Message], language: Language = Language.ENGLISH) -> str:
    """Return several messages as one text."""
    texts = [message.text(language) for message in messages]
    return tell(Text.SEMICOLON, language).join(texts) if len(texts) > 1 else "".join(texts)


def _worded(value: Value, language: Language) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, (Message, Arithmetic)):
        return value.text(language)
    return tell(Text.COMMA, language).join(value)
