"""references.yaml → references by id, in the languages of a bank."""

from __future__ import annotations

from app.content.documents import load
from app.content.fields import Fields, is_slug
from app.content.files import REFERENCES_FILE
from app.content.places import Places
from app.content.problems import Register, Report, Rule, quoted
from app.core.bank import Reference
from app.core.ids import ReferenceId
from app.core.text import Text

References = dict[ReferenceId, Reference]


def read_references(
    folder: str, languages: tuple[str, ...], contents: dict[str, bytes], report: Report, places: Places
) -> References:
    """The shared references and the bank's own; an id must not be in both."""
    found: References = {}
    register = Register(report)
    for path in (REFERENCES_FILE, f"{folder}/{REFERENCES_FILE}"):
        table = load(path, contents[path], report) if path in contents else None
        for name in table.names if table else ():
            entry = table.table(name) if table else None
            if table is not None and entry is not None:
                _check_id(table, name)
                register.claim("reference", name, table.place(name))
                places.keep(table.place(name), name)
                found[ReferenceId(name)] = _reference(name, entry, languages)
    return found


def _check_id(table: Fields, name: str) -> None:
    if not is_slug(name):
        table.refuse(name, Rule.BAD_ID, f"{quoted(name)} is no id.")


def _reference(name: str, entry: Fields, languages: tuple[str, ...]) -> Reference:
    """One reference. `url` is the page in the source language, `url_ja` its Japanese twin."""
    source, *others = languages
    urls = [(source, entry.url("url"))]
    for field in entry.names:
        prefix, _, language = field.partition("_")
        if prefix == "url" and language:
            address = entry.url(field)
            if language in others:
                urls.append((language, address))
    reference = Reference(
        id=ReferenceId(name),
        title=entry.text("title"),
        url=Text(tuple(urls)),
        checked=entry.day("checked"),
        against=entry.text("against"),
    )
    entry.done()
    return reference
