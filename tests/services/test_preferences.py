"""Preferences: what was saved wrongly falls back, what cannot be saved still holds."""

from __future__ import annotations

from typing import Any

import pytest

from app.services.notices import Change, Notice, Notices
from app.services.ports import Trouble, TroubleKind
from app.services.preferences import Preferences, PreferencesService, from_raw, text_step
from tests.support.fakes import MemorySettings


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"unknown": 1},
        {"text_percent": "150"},
        {"text_percent": 150.0},
        {"text_percent": True},
        {"text_percent": None},
        {"candidate": ["Ada"]},
        {"candidate": 7, "policy": None, "scheme": {}, "extra_percent": "25"},
    ],
)
def test_what_was_saved_wrongly_is_the_default(raw: dict[str, Any]) -> None:
    assert from_raw(raw) == Preferences()


def test_one_wrong_value_does_not_spoil_the_others() -> None:
    raw = {"text_percent": "big", "candidate": "Ada", "extra_percent": 25}
    assert from_raw(raw) == Preferences(candidate="Ada", extra_percent=25)


@pytest.mark.parametrize(
    "raw",
    [
        {"scheme": "mauve"},
        {"policy": "generous"},
        {"extra_percent": 33},
        {"letter_keys": 1},
        {"skip_tutorial": "yes"},
        {"geometry": 7},
    ],
)
def test_what_means_nothing_is_the_default(raw: dict[str, Any]) -> None:
    assert from_raw(raw | {"candidate": "Ada"}) == Preferences(candidate="Ada")


@pytest.mark.parametrize(("saved", "taken"), [(-5, 80), (79, 80), (130, 130), (200, 200), (10**9, 200)])
def test_a_text_size_stays_within_its_limits(saved: int, taken: int) -> None:
    assert from_raw({"text_percent": saved}).text_percent == taken


@pytest.mark.parametrize(
    ("percent", "step", "next_one"),
    [(100, 1, 110), (100, -1, 90), (130, 1, 150), (200, 1, 200), (80, -1, 80)],
)
def test_text_sizes_go_by_steps(percent: int, step: int, next_one: int) -> None:
    assert text_step(percent, step) == next_one


def test_what_was_saved_is_there_again() -> None:
    store = MemorySettings()
    PreferencesService(store, Notices()).change(interface_language="ja", text_percent=150)
    again = PreferencesService(store, Notices()).current
    assert again == Preferences(interface_language="ja", text_percent=150)


def test_a_change_is_saved_and_told() -> None:
    store, told = MemorySettings(), list[Notice]()
    service = service_telling(store, told)
    service.change(initiator=store, scheme="dark")
    assert (service.current.scheme, store.raw["scheme"]) == ("dark", "dark")
    assert told == [Notice(frozenset({Change.PREFERENCES}), store)]


def test_what_is_already_so_is_neither_saved_nor_told() -> None:
    store, told = MemorySettings(), list[Notice]()
    service_telling(store, told).change(text_percent=100)
    assert (store.saves, told) == (0, [])


def test_a_change_that_cannot_be_saved_holds_for_this_run_and_is_told() -> None:
    store, told = MemorySettings(), list[Notice]()
    store.trouble = Trouble(TroubleKind.DISK_FULL)
    service = service_telling(store, told)
    with pytest.raises(Trouble):
        service.change(scheme="dark")
    assert (service.current.scheme, len(told), store.raw) == ("dark", 1, {})


def test_a_preference_that_does_not_exist_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError):
        PreferencesService(MemorySettings(), Notices()).change(colour="red")


def test_an_override_holds_for_this_run_alone() -> None:
    store, told = MemorySettings({"scheme": "dark"}), list[Notice]()
    service = service_telling(store, told)
    service.override(scheme="light")
    assert (service.current.scheme, store.raw["scheme"], store.saves) == ("light", "dark", 0)
    assert told == []


def test_an_override_is_not_saved_with_a_later_change_of_something_else() -> None:
    store = MemorySettings()
    service = PreferencesService(store, Notices())
    service.override(interface_language="ja")
    service.change(scheme="dark")
    assert (service.current.interface_language, store.raw["interface_language"]) == ("ja", "")


def test_an_override_that_is_chosen_is_saved() -> None:
    store = MemorySettings()
    service = PreferencesService(store, Notices())
    service.override(interface_language="ja")
    service.change(interface_language="ja")
    assert store.raw["interface_language"] == "ja"


def service_telling(store: MemorySettings, told: list[Notice]) -> PreferencesService:
    """A service whose notices are written down."""
    notices = Notices()
    notices.subscribe(told.append)
    return PreferencesService(store, notices)
