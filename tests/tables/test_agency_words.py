"""A user's own header words: what a layout file may say, and how a mistake in it is told."""

import pytest

from pipeline import cli
from pipeline.errors import UsageError
from pipeline.tables import agency_words, header_words
from pipeline.tables.role_words import HeaderWords, KnownWords

GOOD = [
    pytest.param('[roles]\ntarget = ["本年 擘劃值"]', {"target": ("本年擘劃值",)}, id="spaces-go"),
    pytest.param('[sections]\nprogress = ["推動情形"]', {}, id="sections-only"),
    pytest.param("", {}, id="empty"),
]
BAD = [
    pytest.param("[role]\n", "unknown table: role; there are roles, sections", id="table"),
    pytest.param('[roles]\ntaget = ["值"]', "unknown key in [roles]: taget", id="role"),
    pytest.param('[roles]\ntarget = "目標"', "[roles] target: must be a list", id="no-list"),
    pytest.param("[roles]\ntarget = [1]", "[roles] target: must be a list", id="no-words"),
    pytest.param('[roles]\ntarget = ["值"]', "too short", id="short"),
    pytest.param("roles = 3", "roles: must be a table", id="no-table"),
    pytest.param("[roles\n", "not TOML", id="broken"),
]


@pytest.mark.parametrize(("text", "roles"), GOOD)
def test_read(tmp_path, text, roles) -> None:
    path = tmp_path / "words.toml"
    path.write_text(text, encoding="utf-8")
    assert agency_words.read_agency_words(path).roles == roles


@pytest.mark.parametrize(("text", "message"), BAD)
def test_mistakes_name_the_file_and_the_key(tmp_path, text, message) -> None:
    path = tmp_path / "words.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as error:
        agency_words.read_agency_words(path)
    assert message in str(error.value)
    assert "words.toml" in str(error.value)


def test_a_word_that_is_learnt_makes_a_column(monkeypatch) -> None:
    known = KnownWords()
    monkeypatch.setattr(header_words, "KNOWN", known)
    assert header_words.column_role("本年擘劃值") is None
    known.learn(HeaderWords({"target": ("本年擘劃值",)}))
    assert header_words.column_role("本年 擘劃值") == "target"


def test_the_command_tells_a_mistake(tmp_path, capsys) -> None:
    path = tmp_path / "words.toml"
    path.write_text("[roles]\nx = []", encoding="utf-8")
    assert cli.main(["check", "a.pdf", "--layout", str(path)]) == 2
    assert "unknown key" in capsys.readouterr().err
    assert cli.main(["check", "a.pdf", "--layout", str(tmp_path / "none.toml")]) == 2
