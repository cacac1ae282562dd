"""How the world says that it failed."""

from __future__ import annotations

from app.core.problems import Problem, Severity
from app.services.ports import Trouble, TroubleKind


def test_a_trouble_says_in_one_line_what_and_where() -> None:
    assert str(Trouble(TroubleKind.DISK_FULL, "a.db", "no space left")) == "disk_full: a.db no space left"


def test_a_trouble_needs_no_more_than_its_kind() -> None:
    trouble = Trouble(TroubleKind.LOCKED)
    assert (str(trouble), trouble.path, trouble.detail, trouble.problems) == ("locked:", "", "", ())


def test_a_broken_bank_names_its_problems() -> None:
    problem = Problem(
        Severity.ERROR, "mla/mlflow.yaml", 12, "d1-t1-q1", "no-key", "No option is right.", "Mark one."
    )
    trouble = Trouble(TroubleKind.BANK_BROKEN, path="mla", problems=(problem,))
    assert trouble.problems == (problem,)
