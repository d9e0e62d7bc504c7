"""quantities.find -> the dictionaries that the scorer of Chinese quantity readers wants.

python ../shared/numerals/score.py benchmarks.quantities_adapter:read --bench ../shared/numerals/cases.jsonl
"""

from __future__ import annotations

from typing import Any

from pipeline.quantities.scanner import find


def read(text: str) -> list[dict[str, Any]]:
    """Return each figure with the scorer's names for its parts."""
    return [
        {
            "value": item.value if item.low is None else None,
            "low": item.low,
            "high": item.high,
            "kind": str(item.kind),
            "unit": item.unit or None,
            "comparator": item.bound,
            "start": item.number_start,
            "end": item.number_end,
        }
        for item in find(text)
    ]
