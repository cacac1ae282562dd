"""Where the parts of a bank stand in its files: a side table, so that values need not carry lines."""

from __future__ import annotations

from app.content.problems import Place


class Places:
    """Places by name, language and part.

    The name is the id of an item, a topic or a reference; the part is the id of an option, "" for the
    stem or note. What has no language of its own is kept under "".
    """

    def __init__(self) -> None:
        self._places: dict[tuple[str, str, str], Place] = {}

    def keep(self, place: Place, name: str, language: str = "", part: str = "") -> None:
        """Remember where something stands."""
        self._places[name, language, part] = place

    def find(self, name: str, language: str = "", part: str = "") -> Place | None:
        """Where something stands: its own place, or that of what it belongs to."""
        for key in ((name, language, part), (name, language, ""), (name, "", "")):
            if key in self._places:
                return self._places[key]
        return None
