"""Typed preferences with defaults; what was saved wrongly falls back to the default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from app.core.terms import Policy
from app.services.notices import Change, Notices

if TYPE_CHECKING:
    from app.services.ports import SettingsStore

SCHEMES = ("system", "light", "dark", "contrast")
"""Names of colour schemes; "system" follows the desktop."""

TEXT_PERCENTS = (80, 90, 100, 110, 125, 150, 175, 200)
"""Text sizes that are offered, in percent; others between the first and the last are possible."""

Value = str | int


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person chose. Languages are tags, "" means as the system has it.

    `letter_keys`: whether a letter alone, without Alt or Ctrl, acts during the exam. The three
    `skip_` shorten the ritual for somebody who knows it. `comments_after` and `survey_after` put a
    page each between the end of an exam and its result. `geometry` is the window's own note of its
    place, in base64.
    """

    interface_language: str = ""
    question_language: str = ""
    scheme: str = "system"
    text_percent: int = 100
    candidate: str = ""
    policy: str = "centre"
    extra_percent: int = 0
    letter_keys: bool = True
    skip_check_in: bool = False
    skip_agreement: bool = False
    skip_tutorial: bool = False
    comments_after: bool = False
    survey_after: bool = False
    geometry: str = ""


def from_raw(raw: Mapping[str, Any]) -> Preferences:
    """Preferences from what was saved, field by field: unknown names and impossible values are ignored."""
    defaults = Preferences()
    known = {
        field.name: raw[field.name]
        for field in fields(Preferences)
        if type(raw.get(field.name)) is type(getattr(defaults, field.name))
    }
    mended = {name: _mended(name, value) for name, value in known.items() if value != getattr(defaults, name)}
    possible: dict[str, Any] = {name: value for name, value in mended.items() if value is not None}
    return replace(defaults, **possible)


def text_step(percent: int, step: int) -> int:
    """The next text size offered above (1) or below (-1) one; the same at either end."""
    beyond = [offered for offered in TEXT_PERCENTS if (offered - percent) * step > 0]
    if not beyond:
        return min(max(percent, TEXT_PERCENTS[0]), TEXT_PERCENTS[-1])
    return min(beyond) if step > 0 else max(beyond)


def _mended(name: str, value: Value) -> Value | None:
    """A value of the right type as it may be: None when it means nothing."""
    match name:
        case "text_percent":
            return min(max(int(value), TEXT_PERCENTS[0]), TEXT_PERCENTS[-1])
        case "scheme":
            return value if value in SCHEMES else None
        case "policy":
            return value if value in tuple(Policy) else None
        case "extra_percent":
            from app.core.timing import EXTRA_PERCENTS  # and the attempt with it: not before it is needed

            return value if value in EXTRA_PERCENTS else None
    return value


class PreferencesService:
    """Holds the preferences and saves each change."""

    def __init__(self, store: SettingsStore, notices: Notices) -> None:
        self._store = store
        self._notices = notices
        self._current = self._kept = from_raw(store.load())

    @property
    def current(self) -> Preferences:
        """The preferences as they are."""
        return self._current

    def override(self, **changes: Value) -> None:
        """Let preferences hold for this run alone; they are not saved with a later change of others."""
        self._current = replace(self._current, **changes)  # type: ignore[arg-type]

    def change(self, initiator: object = None, **changes: Value) -> None:
        """Change some preferences by name. They hold for this run even when saving fails (Trouble)."""
        changed = replace(self._current, **changes)  # type: ignore[arg-type]
        kept = replace(self._kept, **changes)  # type: ignore[arg-type]
        if changed == self._current and kept == self._kept:
            return
        self._current, self._kept = changed, kept
        try:
            self._store.save(asdict(kept))
        finally:
            self._notices.tell(Change.PREFERENCES, initiator=initiator)
