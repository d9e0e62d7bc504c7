"""Rewrite tests/expected from the samples: python -m tests.rewrite_expected, then read the diff."""

from pipeline import reports
from pipeline.schema import SCHEMAS
from pipeline.write.tables import as_csv
from tests.test_samples import EXPECTED, SAMPLES, year


def main() -> None:
    for path in SAMPLES:
        folder = EXPECTED / year(path)
        folder.mkdir(parents=True, exist_ok=True)
        report = reports.report(path, path.name)
        for schema in SCHEMAS:
            target = folder / f"{schema.name}.csv"
            target.write_text(as_csv(schema, [report]), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
