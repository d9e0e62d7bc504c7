"""Rewrite tests/expected from the samples: python -m tests.rewrite_expected, then read the diff."""

from pipeline.output.schema import SCHEMAS
from pipeline.output.table_formats.csv_table import as_csv
from pipeline.run import file_report
from tests.test_samples import EXPECTED, SAMPLES, year


def main() -> None:
    for path in SAMPLES:
        folder = EXPECTED / year(path)
        folder.mkdir(parents=True, exist_ok=True)
        report = file_report.read_report(path, path.name)
        for schema in SCHEMAS:
            target = folder / f"{schema.name}.csv"
            target.write_text(as_csv(schema, [report]), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
