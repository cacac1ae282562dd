"""One notice after each change."""

from __future__ import annotations

from app.services.notices import Change, Notice, Notices


def test_everybody_is_told_in_the_order_in_which_they_came() -> None:
    told: list[str] = []
    notices = Notices()
    notices.subscribe(lambda _: told.append("first"))
    notices.subscribe(lambda _: told.append("second"))
    notices.tell(Change.ATTEMPT)
    assert told == ["first", "second"]


def test_a_notice_says_what_changed_and_who_asked() -> None:
    told: list[Notice] = []
    notices = Notices()
    notices.subscribe(told.append)
    notices.tell(Change.ATTEMPT, Change.HISTORY, initiator="the navigator")
    assert told == [Notice(frozenset({Change.ATTEMPT, Change.HISTORY}), "the navigator")]


def test_who_subscribes_while_others_are_told_waits_for_the_next_notice() -> None:
    told: list[Notice] = []
    notices = Notices()
    notices.subscribe(lambda _: notices.subscribe(told.append))
    notices.tell(Change.PREFERENCES)
    assert told == []
    notices.tell(Change.PREFERENCES)
    assert len(told) == 1


def test_a_notice_that_nobody_hears_is_no_trouble() -> None:
    Notices().tell(Change.ATTEMPT)
