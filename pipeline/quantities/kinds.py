"""What a figure can be: a quantity of some kind, or one of the things that only look like one."""

from __future__ import annotations

from enum import StrEnum


class QuantityKind(StrEnum):
    """The kind of a figure; those in `QUANTITIES` measure or count something."""

    NUMBER = "number"
    PERCENT = "percent"
    PERCENT_POINT = "percent_point"
    FRACTION = "fraction"
    RANGE = "range"
    ORDINAL = "ordinal"
    ROC_YEAR = "roc_year"
    DATE = "date"
    LAW = "law"
    DOCUMENT_NUMBER = "document_number"
    LIST_MARKER = "list_marker"
    PHONE = "phone"
    IDENTIFIER = "identifier"

    __hash__ = str.__hash__  # as it is equal to its text; that of `Enum` takes a call


QUANTITIES = frozenset(
    (
        QuantityKind.NUMBER,
        QuantityKind.PERCENT,
        QuantityKind.PERCENT_POINT,
        QuantityKind.FRACTION,
        QuantityKind.RANGE,
    )
)
