"""Text files: UTF-8 with or without its mark, pages by form feeds, anything else refused by its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import DocumentError
from pipeline.run.input_formats import plain_text

READ = [
    pytest.param("本局訂於105年9月1日開會。\n".encode(), 1, id="one-page"),
    pytest.param(b"\xef\xbb\xbf" + "年度".encode(), 1, id="with-its-mark"),
    pytest.param("一\f二\f三".encode(), 3, id="form-feeds"),
    pytest.param(b"\0" * 50, 1, id="zeros"),
]


@pytest.mark.parametrize(("content", "pages"), READ)
def test_read(tmp_path: Path, content: bytes, pages: int) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    read = plain_text.read_file(path, int)
    assert (read.pages, read.layout, read.status, read.error) == (pages, "text", None, "")
    assert not read.contents.rows


REFUSED = [
    pytest.param(b"a\nb\xff", "line 2", id="odd-byte"),
    pytest.param(b"\xff\xfe" + "達成率".encode("utf-16-le"), "line 1", id="utf-16"),
    pytest.param("達成率".encode("big5"), "line 1", id="big5"),
    pytest.param("達成率".encode()[:-1], "line 1", id="cut"),
]


@pytest.mark.parametrize(("content", "line"), REFUSED)
def test_what_is_not_utf8_is_refused(tmp_path: Path, content: bytes, line: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=f"{line}: not UTF-8 text") as error:
        plain_text.read_file(path, int)
    assert error.value.status == "unsupported"
