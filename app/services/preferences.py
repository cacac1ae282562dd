"""Typed preferences with defaults; what was saved wrongly falls back to the default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from app.services.notices import Change, Notices

if TYPE_CHECKING:
    from app.services.ports import SettingsStore


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person chose. Languages are tags, "" means as the system has it."""

    interface_language: str = ""
    question_language: str = ""
    scheme: str = "system"
    text_percent: int = 100
    candidate: str = ""
    policy: str = "centre"
    extra_percent: int = 0


def from_raw(raw: Mapping[str, Any]) -> Preferences:
    """Preferences from what was saved; unknown names and wrong types are ignored."""
    defaults = Preferences()
    known = {
        field.name: raw[field.name]
        for field in fields(Preferences)
        if type(raw.get(field.name)) is type(getattr(defaults, field.name))
    }
    return replace(defaults, **known)


class PreferencesService:
    """Holds the preferences and saves each change."""

    def __init__(self, store: SettingsStore, notices: Notices) -> None:
        self._store = store
        self._notices = notices
        self._current = from_raw(store.load())

    @property
    def current(self) -> Preferences:
        """The preferences as they are."""
        return self._current

    def override(self, **changes: str | int) -> None:
        """Let preferences hold for this run alone; they are saved only together with a later change."""
        self._current = replace(self._current, **changes)  # type: ignore[arg-type]

    def change(self, initiator: object = None, **changes: str | int) -> None:
        """Change some preferences by name. They hold for this run even when saving fails (Trouble)."""
        changed = replace(self._current, **changes)  # type: ignore[arg-type]
        if changed == self._current:
            return
        self._current = changed
        try:
            self._store.save(asdict(changed))
        finally:
            self._notices.tell(Change.PREFERENCES, initiator=initiator)
