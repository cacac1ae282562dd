"""The real program under X11, sat through by a screen reader's interface alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.accessibility.place import PACKAGES, crash_log, missing, read_out, told, x_server

READER = "tests.accessibility.reader"

pytestmark = pytest.mark.atspi


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """The number of an X server of the test's own."""
    reason = missing()
    if reason:
        pytest.skip(f"{reason}; on Debian and Ubuntu: apt-get install {PACKAGES}")
    with x_server() as number:
        yield number


@pytest.fixture(scope="module")
def sitting(display: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the reader tells of a whole exam."""
    folder = tmp_path_factory.mktemp("reader")
    done = read_out(READER, ["^Sit a mock exam"], display, folder, patience=120)
    said = told(done)
    assert said, done.stderr
    assert "lost" not in said, (said, done.stderr, crash_log(folder))
    return said


def test_a_whole_exam_can_be_sat_by_names_and_actions_alone(sitting: dict[str, Any]) -> None:
    assert sitting["questions"] == 45
    assert sitting["verdict"]
    assert "of 45 correct" in sitting["score"]


def test_no_screen_has_a_control_without_a_name_or_with_markup_in_it(sitting: dict[str, Any]) -> None:
    assert len(sitting["screens"]) >= 14
    assert {screen: wrong for screen, wrong in sitting["screens"].items() if wrong} == {}
