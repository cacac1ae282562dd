"""Whole attempts in a single call, for scores and reports."""

from __future__ import annotations

from app.core.attempt import Attempt, fold
from app.core.events import Answered, Ended, Event, Started
from app.core.ids import OptionId
from app.core.paper import Paper, Question
from app.core.terms import EndReason, Policy
from tests.support.papers import make_moment, make_paper


def answered(questions: int, right: int, *, pass_percent: float = 70.0) -> Attempt:
    """A finished attempt on two domains; right answers are spread evenly, the rest are wrong."""
    paper = make_paper(questions, pass_percent=pass_percent)
    return fold_all(paper, in_turn(paper, right))


def in_turn(paper: Paper, right: int) -> set[int]:
    """The indices of `right` questions, taken from the domains in turn."""
    by_domain: dict[str, list[int]] = {}
    for index, question in enumerate(paper.questions):
        by_domain.setdefault(question.item.domain, []).append(index)
    turns = sorted((turn, index) for own in by_domain.values() for turn, index in enumerate(own))
    return {index for _, index in turns[:right]}


def fold_all(paper: Paper, right: set[int]) -> Attempt:
    """The attempt in which exactly those questions were answered rightly."""
    start: Event = Started(make_moment(), paper, Policy.CENTRE, 90 * 60_000, 0, "Ada", "en")
    answers = [
        Answered(make_moment(1000 * (index + 1)), index, _answer(question, index in right))
        for index, question in enumerate(paper.questions)
    ]
    end = Ended(make_moment(1000 * (len(answers) + 1)), EndReason.FINISHED)
    attempt = fold((start, *answers, end))
    assert attempt is not None
    return attempt


def _answer(question: Question, right: bool) -> tuple[OptionId, ...]:
    key = question.item.key
    wrong = [option for option in question.order if option not in key]
    return tuple(option for option in question.order if option in key) if right else (wrong[0],)
