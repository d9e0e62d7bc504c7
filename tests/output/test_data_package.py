"""The data package: what it says of each file is so, for every format of tables."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from pipeline.output.data_package import PACKAGE_NAME, write_data_package
from pipeline.output.formats import TABLE_FORMATS, TableFormat
from pipeline.output.schema import SCHEMAS

FORMS = TABLE_FORMATS.values()


def package(folder: Path, form: TableFormat) -> dict[str, object]:
    paths = [folder / form.file_name(schema.name) for schema in SCHEMAS]
    for path in paths:
        path.write_bytes(path.name.encode())
    write_data_package(paths, form, folder)
    return json.loads((folder / PACKAGE_NAME).read_text("utf-8"))


@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
def test_each_file_is_described_as_it_is(tmp_path: Path, form: TableFormat) -> None:
    for schema, resource in zip(SCHEMAS, package(tmp_path, form)["resources"], strict=True):
        content = (tmp_path / resource["path"]).read_bytes()
        assert resource["name"] == schema.name
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["mediatype"] == form.media_type
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == [column.name for column in schema.columns]


SAID = [
    pytest.param("csv", {"encoding", "dialect"}, "tabular-data-package", id="csv"),
    pytest.param("parquet", set(), "data-package", id="parquet"),
]


@pytest.mark.parametrize(("name", "more", "profile"), SAID)
def test_only_a_text_file_has_an_encoding(
    tmp_path: Path, name: str, more: set[str], profile: str
) -> None:
    told = package(tmp_path, TABLE_FORMATS[name])
    assert told["profile"] == profile
    for resource in told["resources"]:
        assert {"encoding", "dialect"} & set(resource) == more


def test_each_table_refers_to_its_document(tmp_path: Path) -> None:
    for resource in package(tmp_path, TABLE_FORMATS["csv"])["resources"]:
        described = resource["schema"]
        assert ("foreignKeys" in described) == (resource["name"] != "documents")
        required = {
            field["name"]
            for field in described["fields"]
            if "required" in field.get("constraints", {})
        }
        assert required == set(described.get("primaryKey", ())) - {"period"}


def test_the_words_of_a_column_are_its_enum(tmp_path: Path) -> None:
    documents = package(tmp_path, TABLE_FORMATS["csv"])["resources"][0]
    (status,) = [f for f in documents["schema"]["fields"] if f["name"] == "status"]
    assert status["constraints"]["enum"][:2] == ["ok", "partial"]
