"""Levels in rising order, and verdicts as the tables print them."""

from pipeline.checks.verdicts import Level, Verdict


def test_levels_rise() -> None:
    assert [level.rank for level in (Level.NONE, Level.NOTE, Level.WARNING, Level.ERROR)] == [
        0,
        1,
        2,
        3,
    ]
    assert list(Level) == sorted(Level, key=lambda level: level.rank)


def test_no_verdict_is_a_level() -> None:
    assert not {str(verdict) for verdict in Verdict} & {str(level) for level in Level}
