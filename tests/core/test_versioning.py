"""Raw data is upgraded a step at a time."""

from __future__ import annotations

import pytest

from app.core.versioning import Raw, TooNew, TooOld, upgrade


def rename(raw: Raw) -> Raw:
    return {"colour": raw["color"]}


def widen(raw: Raw) -> Raw:
    return {**raw, "width": 2}


STEPS = (rename, widen)


@pytest.mark.parametrize(
    ("raw", "version"),
    [({"color": "red"}, 1), ({"colour": "red"}, 2), ({"colour": "red", "width": 2}, 3)],
)
def test_every_version_ends_as_the_newest(raw: Raw, version: int) -> None:
    assert upgrade(raw, version, STEPS) == {"colour": "red", "width": 2}


def test_what_was_given_is_not_touched() -> None:
    raw = {"colour": "red", "width": 2}
    assert upgrade(raw, 3, STEPS) is not raw
    upgrade({**raw, "color": "red"}, 1, STEPS)
    assert raw == {"colour": "red", "width": 2}


def test_too_old_and_too_new_are_two_answers() -> None:
    with pytest.raises(TooOld, match="0 is older than 1"):
        upgrade({}, 0, STEPS)
    with pytest.raises(TooNew, match="4 is newer than 3"):
        upgrade({}, 4, STEPS)


def test_versions_may_begin_later() -> None:
    assert upgrade({"color": "red"}, 5, STEPS, oldest=5) == {"colour": "red", "width": 2}
    with pytest.raises(TooOld):
        upgrade({}, 4, STEPS, oldest=5)


def test_without_steps_there_is_one_version() -> None:
    assert upgrade({"a": 1}, 1, ()) == {"a": 1}
    with pytest.raises(TooNew):
        upgrade({}, 2, ())
