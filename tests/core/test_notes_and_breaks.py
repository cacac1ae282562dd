"""Highlights, comments, breaks and the survey: they change no score."""

from __future__ import annotations

from app.core.acts import COMMENT_LIMIT, MARKS_LIMIT
from app.core.attempt import Attempt, apply, fold
from app.core.commands import (
    Answer,
    AnswerSurvey,
    Command,
    Comment,
    End,
    Interrupt,
    Mark,
    Resume,
    Start,
    TakeBreak,
    Visit,
)
from app.core.decide import decide
from app.core.events import BreakTaken, Commented, Highlight, Highlighted, Surveyed
from app.core.ids import OptionId
from app.core.refusals import Refusal
from app.core.scoring import score
from app.core.terms import EndReason, Policy
from app.core.timing import remaining_ms
from tests.support.exam_script import script_paper
from tests.support.papers import make_moment

PAPER = script_paper(minutes=20)
HERE, THERE = Highlight(0, 3, 9), Highlight(1, 0, 4)


def started() -> Attempt:
    events = decide(None, Start(PAPER, Policy.CENTRE, 0, "Ada", "en"), make_moment())
    assert not isinstance(events, Refusal)
    attempt = fold(events)
    assert attempt is not None
    return attempt


def after(attempt: Attempt, command: Command, at_ms: int = 1000) -> Attempt:
    events = decide(attempt, command, make_moment(at_ms))
    assert not isinstance(events, Refusal), events
    for event in events:
        attempt = apply(attempt, event)
    return attempt


def refused(attempt: Attempt, command: Command, at_ms: int = 1000) -> Refusal:
    answer = decide(attempt, command, make_moment(at_ms))
    assert isinstance(answer, Refusal)
    return answer


def test_marks_are_kept_for_each_language() -> None:
    attempt = after(after(started(), Mark(0, "en", (HERE,))), Mark(0, "ja", (THERE,)))
    attempt = after(attempt, Mark(0, "en", (HERE, THERE)))
    assert attempt.responses[0].marks("en") == (HERE, THERE)
    assert attempt.responses[0].marks("ja") == (THERE,)
    assert attempt.responses[0].marks("fr") == ()


def test_the_same_marks_again_are_no_event() -> None:
    attempt = after(started(), Mark(0, "en", (HERE,)))
    assert decide(attempt, Mark(0, "en", (HERE,)), make_moment(2000)) == ()
    assert decide(attempt, Mark(0, "ja", (HERE,)), make_moment(2000)) == (
        Highlighted(make_moment(2000), 0, "ja", (HERE,)),
    )


def test_marks_and_comments_have_limits() -> None:
    assert refused(started(), Mark(0, "en", (HERE,) * (MARKS_LIMIT + 1))) is Refusal.TOO_LONG
    assert refused(started(), Comment(0, "x" * (COMMENT_LIMIT + 1))) is Refusal.TOO_LONG
    assert refused(started(), Comment(99, "x")) is Refusal.NO_SUCH_QUESTION


def test_a_comment_is_kept_and_changes_nothing_else() -> None:
    attempt = after(started(), Comment(1, "ask the team"))
    assert attempt.responses[1].comment == "ask the team"
    assert not attempt.responses[1].seen
    assert decide(attempt, Comment(1, "ask the team"), make_moment(2000)) == ()
    assert score(attempt).marks[1].comment == "ask the team"


def test_a_comment_may_come_after_the_end() -> None:
    ended = after(started(), End(EndReason.FINISHED), 60_000)
    later = after(ended, Comment(0, "so that is why"), 90_000_000)
    assert later.responses[0].comment == "so that is why"
    assert (later.ended_at, later.used_ms) == (ended.ended_at, ended.used_ms)
    assert score(later).ended_ms == make_moment(60_000).wall_ms


def test_nothing_else_may_come_after_the_end() -> None:
    ended = after(started(), End(EndReason.FINISHED))
    assert refused(ended, Answer(0, (OptionId("a"),))) is Refusal.ENDED
    assert refused(ended, TakeBreak(on=True)) is Refusal.ENDED


def test_the_survey_waits_for_the_end() -> None:
    answers = (("difficulty", "harder"),)
    assert refused(started(), AnswerSurvey(answers)) is Refusal.NOT_ENDED
    ended = after(started(), End(EndReason.FINISHED))
    surveyed = after(ended, AnswerSurvey(answers), 5000)
    assert surveyed.survey == answers
    assert decide(surveyed, AnswerSurvey(answers), make_moment(6000)) == ()
    assert decide(ended, AnswerSurvey(answers), make_moment(5000)) == (Surveyed(make_moment(5000), answers),)


def test_the_clock_runs_on_a_break_but_no_question_pays_for_it() -> None:
    attempt = after(started(), TakeBreak(on=True), 10_000)
    back = after(attempt, TakeBreak(on=False), 40_000)
    assert remaining_ms(back, make_moment(40_000)) == 20 * 60_000 - 40_000
    assert back.responses[0].spent_ms == 10_000
    assert (back.breaks, back.break_ms, back.on_break) == (1, 30_000, False)
    assert (score(back).breaks, score(back).break_ms) == (1, 30_000)


def test_on_a_break_nothing_can_be_done_but_come_back() -> None:
    attempt = after(started(), TakeBreak(on=True))
    for command in (Answer(0, (OptionId("a"),)), Visit(1), Comment(0, "x"), Mark(0, "en", (HERE,))):
        assert refused(attempt, command) is Refusal.ON_BREAK
    assert decide(attempt, TakeBreak(on=True), make_moment(2000)) == ()


def test_a_break_ends_with_an_interruption_and_with_the_exam() -> None:
    attempt = after(started(), TakeBreak(on=True))
    left = after(attempt, Interrupt(), 5000)
    assert not left.on_break
    assert refused(left, TakeBreak(on=True), 6000) is Refusal.NOT_RUNNING
    assert not after(left, Resume(), 7000).on_break
    assert not after(attempt, End(EndReason.FINISHED)).on_break


def test_the_facts_carry_what_was_said() -> None:
    at = make_moment(1000)
    assert decide(started(), Comment(0, "a"), at) == (Commented(at, 0, "a"),)
    assert decide(started(), TakeBreak(on=True), at) == (BreakTaken(at, on=True),)
