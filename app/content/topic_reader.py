"""One topic file and its translations → the topic and its items."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from app.content.choose_number import asked_for, asked_in_brackets, is_checked
from app.content.fields import Fields, did_you_mean
from app.content.limits import MAX_PROBLEMS
from app.content.places import Places
from app.content.problems import Place, Register, Report, Rule, quoted
from app.content.twins import Words
from app.core.bank import AsOf, Item, Kind, Level, Option, Topic
from app.core.ids import ItemId, OptionId, ReferenceId, StratumId, TopicId

SOURCE_ONLY = frozenset({
    "topic", "id", "kind", "level", "difficulty", "section", "as_of", "references", "correct", "enemies",
    "proof",
})  # fmt: skip
"""Fields that decide what an item is; a translation must not touch them."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the items of a bank may point to."""

    exam: str
    sections: Collection[str]
    references: Collection[str]


@dataclass(frozen=True, slots=True)
class Enmity:
    """A claim that two items must not share a paper, and where it is made."""

    item: ItemId
    enemy: ItemId
    place: Place


@dataclass(frozen=True, slots=True)
class TopicReading:
    """A topic with its items, whose enemies are still claims."""

    topic: Topic
    items: tuple[Item, ...]
    enmities: tuple[Enmity, ...]


class TopicReader:
    """Reads the topics of one bank; ids are checked across all of them."""

    def __init__(self, frame: Frame, report: Report, places: Places) -> None:
        self._frame = frame
        self._report = report
        self._places = places
        self._register = Register(report)

    def read(self, domain: str, stem: str, words: Words) -> TopicReading:
        """The topic in the file `stem`. With errors in the report, values are good for checks alone."""
        source = words.source
        name = source.slug("topic")
        if "topic" not in source.bad:
            self._register.claim("topic", name, source.place("topic"))
            if name != stem:
                what = f"The topic {quoted(name)} is in the file {quoted(stem + '.yaml')}."
                source.refuse("topic", Rule.WRONG_NAME, what)
        topic = Topic(TopicId(name), StratumId(domain), words.text("title"), words.text("note"))
        self._keep(words, "note", name)
        items = []
        enmities: list[Enmity] = []
        for each in words.below("items", _with_ids(source.tables("items"))):
            if self._report.enough:
                what = f"There are {MAX_PROBLEMS:,} problems already; from here on nothing was looked at."
                self._report.error(each.source.place("id"), Rule.TOO_LARGE, what, "Mend those first.")
                break
            item = self._item(topic, each)
            items.append(item)
            enmities += _enmities(item.id, each.source)
            each.done(SOURCE_ONLY)
        words.done(SOURCE_ONLY)
        return TopicReading(topic, tuple(items), tuple(enmities))

    def _item(self, topic: Topic, words: Words) -> Item:
        source = words.source
        item_id = self._item_id(topic, source)
        self._keep(words, "stem", item_id)
        kind = source.choice("kind", Kind)
        item = Item(
            id=item_id,
            topic=topic.id,
            domain=topic.domain,
            section=StratumId(self._section(source)),
            kind=kind,
            level=source.choice("level", Level),
            difficulty=source.number("difficulty", 0, 1),
            stem=words.text("stem"),
            options=self._options(words, item_id),
            references=self._references(source),
            as_of=_as_of(source),
            proof=source.optional_text("proof"),
        )
        _check_keys(item, words)
        return item

    def _item_id(self, topic: Topic, source: Fields) -> ItemId:
        item_id = source.text("id")
        if "id" in source.bad:
            return ItemId(item_id)
        self._register.claim("item", item_id, source.place("id"))
        start = f"{self._frame.exam}-{topic.id}-"
        if not re.fullmatch(re.escape(start) + "[0-9]{3}", item_id):
            what = f"The id of an item here has to be {start} and three digits, not {quoted(item_id)}."
            source.refuse("id", Rule.BAD_ID, what, f"For instance {start}001.")
        return ItemId(item_id)

    def _keep(self, words: Words, field: str, name: str, part: str = "") -> None:
        """Remember where a text stands in each language, and its table in the source."""
        if not part:
            self._places.keep(words.source.place("id"), name)
        for language, place in words.places(field):
            self._places.keep(place, name, language, part)

    def _section(self, source: Fields) -> str:
        section = source.text("section")
        if "section" not in source.bad and section not in self._frame.sections:
            hint = did_you_mean(section, self._frame.sections)
            what = f"{quoted(section)} is no section of this exam{hint}"
            source.refuse("section", Rule.UNKNOWN_SECTION, what)
        return section

    def _references(self, source: Fields) -> tuple[ReferenceId, ...]:
        found: dict[ReferenceId, None] = {}
        for name, place in source.texts("references"):
            if name not in self._frame.references:
                hint = did_you_mean(name, self._frame.references)
                self._report.error(
                    place, Rule.UNKNOWN_REFERENCE, f"There is no reference {quoted(name)}{hint}"
                )
            found[ReferenceId(name)] = None
        return tuple(found)

    def _options(self, words: Words, item: ItemId) -> tuple[Option, ...]:
        options = []
        register = Register(self._report)
        for each in words.below("options", words.source.tables("options")):
            option_id = each.source.text("id")
            if "id" not in each.source.bad:
                register.claim("option", option_id, each.source.place("id"))
            self._keep(each, "text", item, option_id)
            correct = each.source.flag("correct")
            options.append(Option(OptionId(option_id), each.text("text"), each.text("why"), correct))
            if "correct" in each.source.bad:
                words.source.bad.add("options")
            each.done(SOURCE_ONLY)
        return tuple(options)


def _with_ids(sources: tuple[Fields, ...]) -> tuple[Fields, ...]:
    """Let the problems of an item name it."""
    for source in sources:
        source.item = source.peek("id")
    return sources


def _as_of(source: Fields) -> AsOf:
    table = source.table("as_of")
    if table is None:
        return AsOf("", ())
    versions = table.table("versions") if table.has("versions") else None
    pairs = [(name, versions.version(name)) for name in versions.names] if versions else []
    as_of = AsOf(table.day("date"), tuple(pairs))
    table.done()
    return as_of


def _enmities(item: ItemId, source: Fields) -> list[Enmity]:
    if not source.has("enemies"):
        return []
    return [Enmity(item, ItemId(enemy), place) for enemy, place in source.texts("enemies")]


def _check_keys(item: Item, words: Words) -> None:
    source = words.source
    if "options" in source.bad:
        return
    if len(item.options) < 2:
        source.refuse("options", Rule.TOO_FEW_OPTIONS, "There is no choice with one option.")
        return
    _check_same_text(item, source)
    if "kind" in source.bad:
        return
    keys = sum(option.correct for option in item.options)
    wanted = keys == 1 if item.kind is Kind.SINGLE else 2 <= keys < len(item.options)
    if not wanted:
        what = f"A {item.kind} item cannot have {keys} of {len(item.options)} options correct."
        source.refuse("options", Rule.NUMBER_OF_KEYS, what)
        return
    for language, stem in item.stem.words:
        fields = words.twins.get(language, source)
        if "stem" not in fields.bad:
            _check_number(item.kind, keys, stem, language, fields)


def _check_same_text(item: Item, source: Fields) -> None:
    seen: set[tuple[str, str]] = set()
    for option in item.options:
        for language, text in option.text.words:
            if text and (language, text) in seen:
                source.refuse("options", Rule.SAME_TEXT, f"Two options read {quoted(text)} ({language}).")
            seen.add((language, text))


def _check_number(kind: Kind, keys: int, stem: str, language: str, fields: Fields) -> None:
    if not is_checked(language):
        return
    if kind is Kind.SINGLE:
        asked = asked_in_brackets(stem, language)
        if asked is not None:
            fields.refuse("stem", Rule.CHOOSE_NUMBER, f"The stem asks for {asked} options of a single item.")
        return
    asked = asked_for(stem, language)
    if asked is None:
        fields.refuse("stem", Rule.CHOOSE_NUMBER, f"The stem does not say to choose {keys}.")
    elif asked != keys:
        fields.refuse("stem", Rule.CHOOSE_NUMBER, f"The stem asks for {asked} options; {keys} are correct.")
