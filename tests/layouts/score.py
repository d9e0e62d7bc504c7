"""Read a folder of PDFs with the pipeline and count what agrees with the truth beside them.

    python -m tests.layouts.score [FOLDER] [--list] [--jobs 4]

By shape, producer, rules and for each document: rows, cells (text equal apart from white space),
target and actual figures (value in the plain unit, and unit), stated rates found, verdicts; then every false
error or warning and every missed one. A rate that a note repeats unchanged may have a line of its
own in what the pipeline finds: such lines are counted apart, and accuse nobody.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROLES = ("goal", "indicator", "weight", "standard", "target", "actual", "rate", "analysis")
MEASURES = ("rows", "cells", "others", "targets", "actuals", "rates", "verdicts", "recomputed")

Line = dict[str, str]


@dataclass(slots=True)
class Score:
    """What agrees for one document, as right and wanted."""

    document: Line
    status: str = "ok"
    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    repeated: int = 0

    def count(self, measure: str, agrees: bool, told: str = "") -> None:
        self.wanted[measure] += 1
        self.right[measure] += agrees
        if not agrees and told:
            self.wrong.append(f"{measure}: {told}")


def score(pdf: Path, document: Line) -> Score:
    """Compare what the pipeline reads from one PDF with its truth."""
    from pipeline.output.schema import SCHEMAS
    from pipeline.run import file_report

    base = pdf.with_suffix("")
    cells = json.loads(Path(f"{base}.rows.json").read_text(encoding="utf-8"))
    result = Score(document)
    try:
        report = file_report.read_report(pdf, pdf.name)
        tables: dict[str, list[Line]] = {
            schema.name: [
                {
                    c.name: "" if v is None else str(v)
                    for c, v in zip(schema.columns, record, strict=True)
                }
                for record in schema.records(report)
            ]
            for schema in SCHEMAS
        }
        result.status = report.status
    except Exception as error:  # noqa: BLE001 - a crash is a result here, and shown
        result.status = f"crashed: {error!r}"[:200]
        tables = defaultdict(list)
    places = _rows(result, cells, tables["rows"])
    _indicators(result, _read(base, "indicators"), tables["indicators"], places)
    _checks(result, _read(base, "checks"), tables["checks"], places)
    if tables["documents"]:
        _document(result, tables["documents"][0])
    return result


def _read(base: Path, name: str) -> list[Line]:
    with Path(f"{base}.{name}.csv").open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def _bare(text: str) -> str:
    return "".join(text.split())


def _goal(text: str) -> str:
    """Return a goal without its number and without the mark that it goes on from the page before."""
    text = re.sub(r"^[(（]?[一二三四五六七八九十]+[)）、]+", "", _bare(text))
    return re.sub(r"[(（](?:續|承上頁)[)）]$", "", text)


def _cell(role: str, text: str) -> str:
    return _goal(text) if role == "goal" else _bare(text)


# --------------------------------------------------------------------------- rows and cells


def _rows(result: Score, wanted: list[dict[str, Any]], found: list[Line]) -> dict[str, str]:
    """Count rows and cells; return which number each row of the truth has in what was found.

    Rows are aligned by their indicators, so that one row too many does not make all others wrong.
    """
    truth: list[Line] = [{r: "".join(row.get(r, ())) for r in ROLES} for row in wanted]
    places: dict[str, str] = {}
    at = 0
    for number, bare in enumerate(truth, 1):
        match = next(
            (n for n in range(at, len(found)) if _similar(bare, found[n])),
            None,
        )
        if match is None:
            # Out of order, perhaps: tables side by side.
            free = set(range(len(found))) - {int(place) - 1 for place in places.values()}
            match = next((n for n in sorted(free) if _similar(bare, found[n])), None)
            if match is not None:
                places[str(number)] = found[match]["row"]
        else:
            places[str(number)] = found[match]["row"]
            at = match + 1
    by_number = {line["row"]: line for line in found}
    for number, row in enumerate(wanted, 1):
        line = by_number.get(places.get(str(number), ""))
        whole = True
        for role in ROLES:
            if role not in row:
                continue
            want = "".join(_cell(role, "\n".join(row[role])))
            have = _cell(role, line[role]) if line else ""
            if not want and not have:
                continue
            agrees = want == have
            whole = whole and agrees
            result.count("cells", agrees, f"row {number} {role}: wanted {want!r}, found {have!r}")
        result.count("rows", whole and line is not None)
        _others(result, number, row.get("other", {}), line)
    extra = len(found) - len(places)
    if extra > 0:
        result.wrong.append(f"rows: {extra} too many")
        result.wanted["rows"] += extra
    return places


def _similar(row: Line, line: Line) -> bool:
    a, b = _bare(row["indicator"]), _bare(line["indicator"])
    if not a:
        return not b and _bare(row["target"]) == _bare(line["target"])
    return a == b or (len(b) >= 4 and (a.startswith(b) or b.startswith(a)))


def _others(result: Score, number: int, other: dict[str, list[str]], line: Line | None) -> None:
    """Count the columns without a role, by their values: a header may be told in other words."""
    have = json.loads(line["other"]) if line and line["other"] else {}
    values = Counter(_bare(text) for text in have.values())
    for header, paragraphs in other.items():
        want = _bare("".join(paragraphs))
        if not want:
            continue
        agrees = values[want] > 0
        values[want] -= agrees
        result.count("others", agrees, f"row {number} {header}: wanted {want!r}, found {have}")


# --------------------------------------------------------------------------- figures and verdicts


def _key(line: Line, row: str) -> tuple[str, str]:
    return row, line["item"]


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text and "/" not in text else None


def _same_unit(a: str, b: str) -> bool:
    strip = {"％": "%", "﹪": "%"}
    a, b = strip.get(a, a), strip.get(b, b)
    return a == b or a + "次" == b or b + "次" == a


def _indicators(
    result: Score, wanted: list[Line], found: list[Line], places: dict[str, str]
) -> None:
    have = {(line["row"], line["item"]): line for line in found}
    for want in wanted:
        line = have.get(_key(want, places.get(want["row"], "?")))
        for name in ("target", "actual"):
            if not want[name]:
                if line and line[name]:
                    result.count(
                        f"{name}s",
                        False,
                        f"row {want['row']} item {want['item']}: none wanted, found {line[name]}",
                    )
                continue
            agrees = (
                line is not None
                and _number(line[name]) == _number(want[name])
                and _same_unit(line[f"{name}_unit"], want[f"{name}_unit"])
                and line[f"{name}_bound"] == want[f"{name}_bound"]
                and line["period"] == want["period"]
            )  # fmt: skip
            told = (
                {k: line[k] for k in (name, f"{name}_unit", f"{name}_bound", "period")}
                if line
                else None
            )
            result.count(
                f"{name}s",
                agrees,
                f"row {want['row']} item {want['item']}: wanted {want[name]} {want[f'{name}_unit']}"
                f" {want[f'{name}_bound']} {want['period']}, found {told}",
            )


def _checks(result: Score, wanted: list[Line], found: list[Line], places: dict[str, str]) -> None:
    """Pair the lines by row, item, kind and stated rate, and compare the verdicts."""
    have: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for one in found:
        have[_claim(one, one["row"])].append(one)
    pending: dict[tuple[str, ...], Line] = {}
    # A finding on the right rate that is given to another item or year accuses nobody wrongly.
    guilty = {
        _claim(want, places.get(want["row"], "?"))[::4]
        for want in wanted
        if want["level"].split("|")[0] in ("error", "warning")
    }
    for want in wanted:
        key = _claim(want, places.get(want["row"], "?"))
        line: Line | None = have[key].pop(0) if have[key] else None
        told = f"row {want['row']} item {want['item']}"
        if want["stated"]:
            result.count("rates", line is not None, f"{told}: {want['stated']} not found")
        agrees = (
            line is not None
            and line["verdict"] == want["verdict"]
            and line["code"] in want["code"].split("|")
            and line["level"] in want["level"].split("|")
        )
        shown = f"{line['verdict']} {line['code']} {line['level']}" if line else "no line"
        result.count(
            "verdicts",
            agrees,
            f"{told}: wanted {want['verdict']} {want['code']} {want['level']}, found {shown}",
        )
        if want["recomputed"] and line is not None:
            result.count(
                "recomputed",
                _number(line["recomputed"]) == _number(want["recomputed"]),
                f"{told}: wanted {want['recomputed']}, found {line['recomputed'] or None}",
            )
        raised = want["level"].split("|")[0] in ("error", "warning")
        found_raised = line is not None and line["level"] in ("error", "warning")
        if raised and not found_raised:
            result.missed.append(f"{told}: {want['stated']} is {want['code']}, {shown}")
        if found_raised and not raised and line is not None:
            result.false.append(f"{told}: {line['code']} {line['message']}")
        pending[key] = want
    _beyond(result, have, pending, guilty)


def _beyond(
    result: Score,
    have: dict[tuple[str, ...], list[Line]],
    pending: dict[tuple[str, ...], Line],
    guilty: set[tuple[str, ...]],
) -> None:
    """Count the lines that the truth does not have: told again, or too many."""
    for key, lines in have.items():
        for line in lines:
            told = f"row {line['row']} item {line['item']} of the pipeline: {line['stated'] or 'no rate'}"
            known = pending.get(key)
            if known is not None and known["verdict"] == line["verdict"]:
                result.repeated += 1
                continue
            result.count("verdicts", False, f"{told} {line['verdict']}, in no line of the truth")
            if (
                line["level"] in ("error", "warning")
                and _claim(line, line["row"])[::4] not in guilty
            ):
                result.false.append(f"{told}: {line['code']} {line['message']}")


def _claim(line: Line, row: str) -> tuple[str, ...]:
    return row, line["item"], line["period"], line["kind"], line["stated"]


def _document(result: Score, found: Line) -> None:
    for name in ("agency", "title", "roc_year", "layout"):
        want = result.document[name]
        if want and name in found:
            result.count(
                "documents",
                _bare(found[name]) == _bare(want),
                f"{name}: wanted {want!r}, found {found[name]!r}",
            )


# --------------------------------------------------------------------------- what is shown


def _table(title: str, scores: Iterable[Score], key: Callable[[Score], str]) -> Iterable[str]:
    groups: dict[str, list[Score]] = defaultdict(list)
    for one in scores:
        groups[key(one)].append(one)
        groups["(all)"].append(one)
    columns = (*MEASURES, "documents")
    yield (
        f"\n{title:<42}{'n':>4} "
        + "".join(f"{name:>15}" for name in columns)
        + f"{'false':>7}{'missed':>7}"
    )
    for name, members in sorted(groups.items(), key=lambda pair: (pair[0] == "(all)", pair[0])):
        right = sum((m.right for m in members), Counter())
        wanted = sum((m.wanted for m in members), Counter())
        cells = "".join(f"{_share(right[c], wanted[c]):>15}" for c in columns)
        yield (
            f"{name:<42}{len(members):>4} {cells}"
            f"{sum(len(m.false) for m in members):>7}{sum(len(m.missed) for m in members):>7}"
        )


def _share(right: int, wanted: int) -> str:
    return f"{right}/{wanted} {100 * right / wanted:.0f}%" if wanted else "-"


def main(argv: list[str] | None = None) -> int:
    """Score a folder; return the exit status."""
    parser = argparse.ArgumentParser(description="Count what the pipeline reads right.")
    parser.add_argument("folder", nargs="?", type=Path, default=HERE)
    parser.add_argument("--list", action="store_true", help="tell everything that is wrong")
    parser.add_argument("--only", default="", help="documents with this in their name")
    parser.add_argument("--jobs", type=int, default=4)
    asked = parser.parse_args(argv)
    with (asked.folder / "documents.csv").open(encoding="utf-8-sig") as file:
        documents = [line for line in csv.DictReader(file) if asked.only in line["document"]]
    paths = [asked.folder / line["document"] for line in documents]
    with ProcessPoolExecutor(asked.jobs) as pool:
        scores = list(pool.map(score, paths, documents))
    for title, key in (
        ("document", lambda s: s.document["document"]),
        ("producer", lambda s: s.document["producer"]),
        ("rules", lambda s: s.document["rules"]),
        ("shape", lambda s: f"{s.document['shape']} {s.document['producer']}"),
    ):
        if title != "document" or len(scores) <= 40:
            print("\n".join(_table(title, scores, key)))
    for heading, name in (
        ("false errors and warnings", "false"),
        ("missed errors and warnings", "missed"),
    ):
        print(f"\n{heading}:")
        for one in scores:
            for told in getattr(one, name):
                print(f"  {one.document['document']}: {told}")
    for one in scores:
        if one.status not in ("ok", "partial"):
            print(f"{one.document['document']}: {one.status}")
        if asked.list:
            for told in one.wrong:
                print(f"  {one.document['document']}: {told}")
    repeated = sum(one.repeated for one in scores)
    print(f"\nlines for a rate that is told again: {repeated}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
