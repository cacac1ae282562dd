"""Starting an exam, and what holds after any course of commands."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.attempt import Attempt, Phase, apply, fold
from app.core.commands import Answer, Command, End, Flag, Interrupt, Resume, Start, StrikeOut, Tick, Visit
from app.core.decide import decide
from app.core.events import Ended, Event, Interrupted, Resumed, Started, Visited
from app.core.ids import OptionId
from app.core.refusals import Refusal
from app.core.terms import EndReason, Policy
from app.core.timing import EXTRA_PERCENTS, WARNINGS_MIN, remaining_ms
from tests.support.exam_script import script_paper
from tests.support.papers import FakeClock, make_moment

PAPER = script_paper(minutes=20)
START = Start(PAPER, Policy.CENTRE, 0, "Ada", "en")
NOW = make_moment()

LETTERS = st.sampled_from([OptionId(letter) for letter in "abcdx"])
QUESTIONS = st.integers(-1, 3)
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(Visit, QUESTIONS),
    st.builds(Answer, QUESTIONS, st.lists(LETTERS, max_size=3).map(tuple)),
    st.builds(Answer, QUESTIONS, st.sampled_from([(OptionId("a"),), (OptionId("b"),)])),
    st.builds(Flag, QUESTIONS, st.booleans()),
    st.builds(StrikeOut, QUESTIONS, LETTERS, st.booleans()),
    st.builds(Tick, st.booleans()),
    st.builds(Tick, st.booleans()),
    st.builds(Interrupt),
    st.builds(Resume),
    st.builds(Resume),
    st.builds(End, st.sampled_from(EndReason)),
    st.just(START),
)
SPANS = st.sampled_from([0, 1, 900, 15_000, 59_999, 60_000, 60_001, 400_000, 3_000_000])
JUMPS = st.sampled_from([0, 0, 0, 0, -7_200_000, 7_200_000])
STEPS = st.lists(st.tuples(SPANS, JUMPS, st.integers(0, 9).map(lambda n: n == 0), COMMANDS), max_size=40)
POLICIES = st.sampled_from(Policy)


def test_the_clock_starts_on_the_first_question() -> None:
    assert decide(None, START, NOW) == (
        Started(NOW, PAPER, Policy.CENTRE, 20 * 60_000, 0, "Ada", "en"),
        Visited(NOW, 0),
    )


def test_an_empty_paper_cannot_be_sat() -> None:
    empty = replace(START, paper=replace(PAPER, questions=()))
    assert decide(None, empty, NOW) is Refusal.EMPTY_PAPER


@pytest.mark.parametrize("extra", [-25, 1, 10, 200])
def test_extra_time_that_is_not_granted(extra: int) -> None:
    assert extra not in EXTRA_PERCENTS
    assert decide(None, replace(START, extra_percent=extra), NOW) is Refusal.BAD_EXTRA_TIME


class Course:
    """A course of commands: all events, and the state and the time left around each decision."""

    def __init__(self, policy: Policy) -> None:
        self.clock = FakeClock()
        self.runs = 1
        self.events: list[Event] = []
        self.states: list[Attempt] = []
        self.around: list[tuple[int, int]] = []
        self.submit(replace(START, policy=policy))

    def step(self, span_ms: int, jump_ms: int, restart: bool, command: Command) -> None:
        self.clock.advance(span_ms)
        self.clock.jump(jump_ms)
        if restart:
            self.runs += 1
            self.clock.restart(f"run-{self.runs}")
        self.submit(command)

    def submit(self, command: Command) -> None:
        now = self.clock.now()
        before = self.states[-1] if self.states else None
        answer = decide(before, command, now)
        if isinstance(answer, Refusal):
            return
        state = before
        for event in answer:
            state = apply(state, event)
            self.states.append(state)
            self.events.append(event)
        if before and state:
            self.around.append((remaining_ms(before, now), remaining_ms(state, now)))


def course(policy: Policy, steps: list[tuple[int, int, bool, Command]]) -> Course:
    made = Course(policy)
    for step in steps:
        made.step(*step)
    return made


any_course = given(st.builds(course, POLICIES, STEPS))
often = settings(max_examples=80)


@often
@any_course
def test_the_version_is_the_number_of_events(made: Course) -> None:
    assert [state.version for state in made.states] == list(range(1, len(made.events) + 1))
    assert fold(made.events) == made.states[-1]


@often
@any_course
def test_used_time_never_shrinks_and_never_passes_the_limit(made: Course) -> None:
    used = [state.used_ms for state in made.states]
    assert all(before <= after for before, after in pairwise(used))
    assert 0 <= used[0] <= used[-1] <= made.states[-1].limit_ms


@often
@any_course
def test_recording_something_never_changes_the_time_left(made: Course) -> None:
    assert all(before == after for before, after in made.around)


@often
@any_course
def test_time_on_the_questions_is_part_of_the_time_used(made: Course) -> None:
    spent = sum(response.spent_ms for response in made.states[-1].responses)
    used = made.states[-1].used_ms
    assert spent == used if made.states[-1].policy is Policy.CENTRE else spent <= used


@often
@any_course
def test_responses_stay_possible(made: Course) -> None:
    for question, response in zip(PAPER.questions, made.states[-1].responses, strict=True):
        need = question.item.to_choose
        assert set(response.chosen) <= set(question.order)
        assert len(response.chosen) <= need
        assert not response.struck & set(response.chosen)
        assert all(len(answer) == need for answer in response.complete_answers)
        assert all(before != after for before, after in pairwise(response.complete_answers))
        assert response.seen or response.chosen == ()


@often
@any_course
def test_each_warning_is_one_of_the_four_and_given_once(made: Course) -> None:
    given_at = [event for event in made.events if type(event).__name__ == "Warned"]
    assert len(given_at) == len(made.states[-1].warned)
    assert made.states[-1].warned <= set(WARNINGS_MIN)


@often
@any_course
def test_an_exam_ends_once_and_nothing_follows(made: Course) -> None:
    ends = [index for index, event in enumerate(made.events) if isinstance(event, Ended)]
    assert ends in ([], [len(made.events) - 1])
    assert (made.states[-1].end_reason is not None) == bool(ends)


@often
@any_course
def test_interruptions_alternate_with_resumptions(made: Course) -> None:
    stops = [event for event in made.events if isinstance(event, Interrupted | Resumed)]
    assert all(type(before) is not type(after) for before, after in pairwise(stops))
    assert all(stop.back for stop in made.states[-1].interruptions[:-1])


@often
@any_course
def test_nothing_but_a_resumption_or_the_end_follows_an_interruption(made: Course) -> None:
    following = zip(made.states, made.events[1:], strict=False)
    after_stop = [event for state, event in following if state.phase is Phase.INTERRUPTED]
    assert all(isinstance(event, Resumed | Ended) for event in after_stop)
