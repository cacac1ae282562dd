from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import events
from app.core.events import Answered, Event, Flagged, Visited
from app.core.ids import OptionId
from app.core.moment import Moment
from app.services.ports import Trouble, TroubleKind
from app.storage.event_codec import FORMATS, LATEST_MS, Coded, EventCodec, Format
from tests.support.attempts import make_started, one_of_each
from tests.support.papers import make_moment, make_paper

CODEC = EventCodec()
COUNT = st.integers(min_value=-(2**63), max_value=2**63 - 1)
TIMES = st.integers(min_value=-LATEST_MS, max_value=LATEST_MS)
MOMENTS = st.builds(Moment, TIMES, TIMES, st.text())


def refused(coded: Coded, codec: EventCodec = CODEC) -> TroubleKind:
    with pytest.raises(Trouble) as caught:
        codec.decode(coded)
    return caught.value.kind


def test_every_kind_of_event_has_a_format() -> None:
    assert {form.of for form in FORMATS.values()} == set(get_args(events.Event))
    assert {type(event) for event in one_of_each()} == set(get_args(events.Event))


@pytest.mark.parametrize("event", one_of_each(), ids=lambda event: type(event).__name__)
def test_decode_undoes_encode(event: Event) -> None:
    decoded = CODEC.decode(CODEC.encode(event))
    assert decoded == event
    assert hash(decoded) == hash(event)


@given(
    st.one_of(
        st.builds(Visited, MOMENTS, COUNT),
        st.builds(Flagged, MOMENTS, COUNT, st.booleans()),
        st.builds(Answered, MOMENTS, COUNT, st.lists(st.text()).map(tuple)),
    )
)
def test_decode_undoes_encode_for_any_values(event: Event) -> None:
    assert CODEC.decode(CODEC.encode(event)) == event


@given(st.integers(1, 9), st.integers(0, 2**63 - 1), st.floats(1, 100), st.text())
def test_decode_undoes_encode_for_any_paper(n: int, seed: int, percent: float, name: str) -> None:
    paper = make_paper(n, seed, pass_percent=percent, multiple_every=2)
    event = make_started(paper=paper, candidate=name)
    assert CODEC.decode(CODEC.encode(event)) == event


def test_the_stored_names_stay_as_they_are() -> None:
    assert sorted(FORMATS) == [
        "answered",
        "beat",
        "break_taken",
        "commented",
        "ended",
        "flagged",
        "highlighted",
        "interrupted",
        "resumed",
        "started",
        "struck_out",
        "surveyed",
        "visited",
        "warned",
    ]


def test_the_stored_form_stays_as_it_is() -> None:
    coded = CODEC.encode(Answered(Moment(1, 2, "r"), 3, (OptionId("a"),)))
    body = '{"at":{"wall_ms":1,"tick_ms":2,"run":"r"},"question":3,"chosen":["a"]}'
    assert coded == Coded("answered", 1, body)


def test_an_unknown_kind_is_too_new() -> None:
    assert refused(Coded("sang", 1, "{}")) is TroubleKind.TOO_NEW


def test_a_newer_version_is_too_new() -> None:
    coded = CODEC.encode(Visited(make_moment(), 0))
    assert refused(replace(coded, version=2)) is TroubleKind.TOO_NEW


def test_version_zero_is_too_old() -> None:
    coded = CODEC.encode(Visited(make_moment(), 0))
    assert refused(replace(coded, version=0)) is TroubleKind.TOO_OLD


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"at":{"wall_ms":1,"tick_ms":1,"run":"r"},"question":"3"}',
        '{"at":null,"question":3}',
    ],
)
def test_what_is_no_such_event_is_damaged(body: str) -> None:
    assert refused(Coded("visited", 1, body)) is TroubleKind.DAMAGED


@pytest.mark.parametrize("nested", ["[" * 3000 + "]" * 3000, '{"a":' * 3000])
def test_what_is_nested_too_deep_is_damaged(nested: str) -> None:
    body = '{"unknown":' + nested + ',"at":{"wall_ms":1,"tick_ms":1,"run":"r"}}'
    assert refused(Coded("beat", 1, body)) is TroubleKind.DAMAGED


def test_an_unknown_word_of_a_closed_list_is_damaged() -> None:
    body = '{"at":{"wall_ms":1,"tick_ms":1,"run":"r"},"reason":"bored"}'
    assert refused(Coded("ended", 1, body)) is TroubleKind.DAMAGED


def numbered_from_zero(raw: dict[str, Any]) -> dict[str, Any]:
    return {"at": raw["at"], "question": raw["number"] - 1}


def with_moment(raw: dict[str, Any]) -> dict[str, Any]:
    return raw | {"at": {"wall_ms": raw["at"], "tick_ms": 0, "run": "r"}}


LATER = EventCodec({"visited": Format(Visited, (numbered_from_zero, with_moment))})


@pytest.mark.parametrize(
    ("version", "body"),
    [
        (1, '{"at":7,"number":4}'),
        (2, '{"at":7,"question":3}'),
        (3, '{"at":{"wall_ms":7,"tick_ms":0,"run":"r"},"question":3}'),
    ],
)
def test_old_forms_are_upgraded_step_by_step(version: int, body: str) -> None:
    assert LATER.decode(Coded("visited", version, body)) == Visited(Moment(7, 0, "r"), 3)


def test_the_newest_version_is_written() -> None:
    assert LATER.encode(Visited(make_moment(), 3)).version == 3


def test_an_old_form_that_lacks_a_field_is_damaged() -> None:
    assert refused(Coded("visited", 1, '{"at":7}'), LATER) is TroubleKind.DAMAGED


@pytest.mark.parametrize("clock", ["wall_ms", "tick_ms"])
def test_a_time_that_no_clock_tells_is_damaged(clock: str) -> None:
    at = {"wall_ms": 1, "tick_ms": 1, "run": "a"} | {clock: 10**17}
    assert refused(Coded("beat", 1, json.dumps({"at": at}))) is TroubleKind.DAMAGED
