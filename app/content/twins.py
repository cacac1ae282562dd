"""A table of the source file, read side by side with the same table of its translations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.content.comparison import code_blocks, lost_numbers
from app.content.fields import Fields
from app.content.problems import Place, Rule, quoted
from app.core.text import Text

Twins = Mapping[str, Fields]
"""The tables of the translations by language tag."""


class Words:
    """Reads texts in all languages at once, and compares them on the way."""

    def __init__(self, language: str, source: Fields, twins: Twins) -> None:
        self.source = source
        self.twins = twins
        self._language = language

    def text(self, name: str) -> Text:
        """A text of the source in every language that has it."""
        source = self.source.text(name)
        sound = name not in self.source.bad and self._closed(self.source, name, source)
        words = [(self._language, source)]
        for language, twin in self.twins.items():
            translated = twin.text(name, missing=Rule.TWIN_MISSING)
            if name in twin.bad:
                continue
            words.append((language, translated))
            if self._closed(twin, name, translated) and sound:
                _compare(twin, name, source, translated)
        return Text(tuple(words))

    def places(self, name: str) -> tuple[tuple[str, Place], ...]:
        """Where a text stands, by language."""
        twins = ((language, twin.place(name)) for language, twin in self.twins.items())
        return ((self._language, self.source.place(name)), *twins)

    def below(self, name: str, sources: Sequence[Fields]) -> tuple[Words, ...]:
        """The elements of a list of the source, each with the entries of its id in the twins.

        `sources` are the elements, with an `id` each; a twin has a mapping from ids to tables.
        """
        ids = [source.slug("id") for source in sources]
        if name in self.source.bad and not ids:
            for twin in self.twins.values():
                twin.has(name)
            return ()
        items = {one: source.item for one, source in zip(ids, sources, strict=True) if one}
        entries: dict[str, dict[str, Fields]] = {one: {} for one in ids}
        for language, twin in self.twins.items():
            table = twin.table(name, Rule.TWIN_MISSING)
            if table is not None:
                for one, entry in _entries(table, items).items():
                    entries[one][language] = entry
        return tuple(
            Words(self._language, source, entries[one]) for one, source in zip(ids, sources, strict=True)
        )

    def done(self, source_only: frozenset[str]) -> None:
        """Report unknown fields of the source and of the twins."""
        self.source.done()
        for twin in self.twins.values():
            twin.done(source_only)

    def _closed(self, fields: Fields, name: str, text: str) -> bool:
        closed = code_blocks(text)[1]
        if not closed:
            fields.refuse(name, Rule.OPEN_FENCE, f"A code block in {quoted(name)} is never closed.")
        return closed


def _entries(table: Fields, items: Mapping[str, str | None]) -> dict[str, Fields]:
    """The tables of a twin by id; missing, extra and misplaced ids are reported.

    `items` maps the ids that have to be there, in order, to the item that each belongs to.
    """
    known = [one for one in table.names if one in items]
    for one in table.names:
        if one not in items:
            table.refuse(one, Rule.TWIN_EXTRA, f"{quoted(one)} is not in the source file.")
    if known != [one for one in items if one in known]:
        table.refuse(known[0], Rule.TWIN_ORDER, "The order differs from that of the source file.")
    found: dict[str, Fields] = {}
    for one, item in items.items():
        table.item = item
        entry = table.table(one, Rule.TWIN_MISSING)
        if entry is not None:
            found[one] = entry
    return found


def _compare(twin: Fields, name: str, source: str, translated: str) -> None:
    if code_blocks(source)[0] != code_blocks(translated)[0]:
        twin.refuse(name, Rule.TWIN_CODE, f"The code blocks of {quoted(name)} differ from the source.")
    lost = lost_numbers(source, translated)
    if lost:
        what = f"{quoted(name)} and its source do not have the same numbers: {', '.join(lost[:9])}."
        twin.warn(name, Rule.TWIN_NUMBERS, what)
