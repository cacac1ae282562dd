"""Rubbish in: mutated events, histories, banks, texts and settings are answered in words, never by a bug.

Each input is a mutation of something sound, or one of `rubbish_seeds`, which are meant badly. A finding is an
exception other than a `Trouble`, an answer that takes longer than `MOST_S`, more memory than `MOST_MB`, a
file written elsewhere than in the trial's folder, a socket opened.
"""

from __future__ import annotations

import faulthandler
import io
import json
import resource
import signal
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

from app.content.fields import MAX_TEXT
from app.content.files import Files, read_files
from app.content.reader import read
from app.core.attempt import fold
from app.core.bank import Item
from app.core.text import Text
from app.markup.parse import parse
from app.services.ports import Trouble
from app.services.preferences import from_raw
from app.storage.database import Database
from app.storage.event_codec import Coded, EventCodec
from app.system.resources import banks as shipped_banks
from app.system.settings_file import SettingsFile
from tests.bench.world import sit
from tests.support.papers import FakeClock
from tests.torture import rubbish_seeds
from tests.torture.clock import sample_services
from tests.torture.trial import Finding, Trial

LONG_RUN = 1_000_000
MOST_S, MOST_MB = 5, 512
"""Seconds of the processor for one input, and memory in all."""
LANGUAGES = ("en", "ja")
SHARES = {"event": 0.93, "text": 0.053, "settings": 0.01, "history": 0.004, "bank": 0.003}
"""How the rounds are shared out: what takes long is tried less often."""


@dataclass
class Watch:
    """Sees every file that is opened for writing and every socket, while it is on."""

    folder: Path
    on: bool = False
    seen: list[str] = field(default_factory=list)

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        """An audit hook of Python."""
        if not self.on:
            return
        if event.startswith("socket.") and event != "socket.gethostname":
            self.seen.append(event)
        if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
            path = str(arguments[0])
            if not path.startswith((str(self.folder), "/dev/")):
                self.seen.append(f"wrote {path}")


class TooSlow(BaseException):
    """The time for one input is over; no `except Exception` may swallow it."""


def torture(trial: Trial) -> Iterator[Finding]:
    """Feed rubbish to everything that reads files."""
    faulthandler.enable()
    watch = Watch(trial.folder)
    sys.addaudithook(watch.hook)
    eaters = _eaters(trial.folder)
    count: Counter[str] = Counter()
    for name, seed in rubbish_seeds.all_of():
        yield from _feed(eaters[name], seed, watch, f"{name}, a seed meant badly ({seed[:40]!r})")
        count[name] += 1
    rounds = trial.rounds or LONG_RUN
    for number in range(rounds):
        chance = trial.chance(number)
        name = chance.choices(list(SHARES), list(SHARES.values()))[0]
        eater = eaters[name]
        content = mutated(chance, eater.sound[chance.randrange(len(eater.sound))])
        yield from _feed(eater, content, watch, f"{name}, seed {trial.seed}, round {number}")
        count[name] += 1
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if memory > MOST_MB:
        yield Finding(f"seed {trial.seed}", f"{memory} MB of memory were used")
    trial.figures["inputs"] = str(count.total())
    trial.figures |= {f"inputs: {name}": str(times) for name, times in sorted(count.items())}
    trial.figures["most memory"] = f"{memory} MB"


@dataclass(frozen=True)
class Eater:
    """Something that reads, and sound input for it."""

    eat: Callable[[bytes], object]
    sound: tuple[bytes, ...]


def _feed(eater: Eater, content: bytes, watch: Watch, place: str) -> Iterator[Finding]:
    watch.on = True
    try:
        with _in_time():
            eater.eat(content)
    except Trouble:
        pass
    except TooSlow:
        yield Finding(place, f"takes longer than {MOST_S} s: {content[:200]!r}")
    except Exception as error:
        yield Finding(place, f"{error!r} for {content[:300]!r}")
    finally:
        watch.on = False
    yield from (Finding(place, what) for what in watch.seen)
    watch.seen.clear()


@contextmanager
def _in_time() -> Iterator[None]:
    def late(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, MOST_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


# What eats ------------------------------------------------------------------------------------


def _eaters(folder: Path) -> dict[str, Eater]:
    clock = FakeClock()
    services = sample_services(folder / "past", clock)
    ids = [sit(services, clock, seed) for seed in range(3)]
    history = services.history.export()
    services.close()
    source = Database(folder / "past" / "rehearsal.sqlite3")
    events = tuple(event for attempt in ids for event in source.journal.read(attempt))
    source.close()
    codec, start = EventCodec(), events[0]

    def eat_event(content: bytes) -> None:
        kind, _, body = content.decode(errors="surrogateescape").partition(" ")
        version, _, body = body.partition(" ")
        event = codec.decode(Coded(kind, int(version) if version.isdecimal() else 1, body))
        try:
            fold((start, event))
        except (ValueError, IndexError, KeyError):
            return  # the importer and the keeper say so in words: eat_history sees to it

    target = Database(folder / "target" / "rehearsal.sqlite3")
    sample = read_files(shipped_banks(), "sample")

    def eat_bank(content: bytes) -> None:
        path, _, text = content.partition(b"\0")
        name = path.decode(errors="replace").removesuffix(".yaml") + ".yaml"  # other files are not read
        reading = read(Files("sample", {**sample.contents, name: text}, (), "0" * 64))
        assert reading.bank is not None or reading.problems

    def eat_settings(content: bytes) -> None:
        path = folder / "settings.json"
        path.write_bytes(content)
        from_raw(SettingsFile(path).load())

    coded = [codec.encode(event) for event in events]
    bank = read(sample).bank
    assert bank is not None
    texts = tuple(
        text.get(tag).encode() for item in bank.items for text in _words_of(item) for tag in LANGUAGES
    )
    return {
        "event": Eater(eat_event, tuple(f"{one.kind} {one.version} {one.body}".encode() for one in coded)),
        "text": Eater(lambda content: parse(content.decode(errors="replace")[:MAX_TEXT]), texts),
        "settings": Eater(eat_settings, (b'{"scheme": "dark", "text_percent": 100, "letter_keys": true}',)),
        "history": Eater(lambda content: target.transfer.merge(content, "file"), (history,)),
        "bank": Eater(eat_bank, tuple(p.encode() + b"\0" + c for p, c in sample.contents.items())),
    }


def _words_of(item: Item) -> Iterator[Text]:
    yield item.stem
    yield from (text for option in item.options for text in (option.text, option.why))


# Mutations --------------------------------------------------------------------------------------

TOKENS = (
    b"null", b"true", b"-1", b"1e999", b"9" * 30, b'""', b"[]", b"{}", b"[" * 200, b"{" * 50, b"\\ud800",
    b"\xff\xfe", b"\x00", "\u202e".encode(), "\u2066".encode(), b"<script>", b"![x](http://example.com/x.png)",
    b"[x](javascript:alert(1))", b"[x](file:///etc/passwd)", b"&a *a", b"!!python/object:os.system",
    b"../../x", b"*" * 300, b"`" * 100, b"|" * 80, b"\n\n", b"\t", b": ", b"- ", b"%s", b"9999-99-99",
)  # fmt: skip


def mutated(chance: Random, sound: bytes) -> bytes:
    """Something that looks like `sound`; a zip stays one in half of the cases, with other members."""
    if sound[:2] == b"PK" and chance.random() < 0.7:
        return _mutated_zip(chance, sound)
    if chance.random() < 0.4 and (turned := _turned(chance, sound)) is not None:
        return turned
    content = bytearray(sound)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(content) + 1)
        match chance.randrange(6):
            case 0:
                content[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del content[at : at + chance.choice((1, 4, 64, 1024))]
            case 2:
                content[at:at] = chance.choice(TOKENS)
            case 3:
                content[at:at] = content[at : at + chance.choice((4, 64, 512))]
            case 4:
                content[at : at + 8] = chance.choice(TOKENS)
            case _:
                del content[at:]
    return bytes(content)


def _turned(chance: Random, sound: bytes) -> bytes | None:
    """JSON in which one value is another; None where there is no JSON."""
    head, brace, body = sound.partition(b"{")
    try:
        value = json.loads(brace + body)
    except ValueError:
        return None
    _turn(chance, value)
    return head + json.dumps(value).encode()


def _turn(chance: Random, value: Any) -> None:
    while isinstance(value, dict | list) and value:
        key: Any = chance.choice(list(value)) if isinstance(value, dict) else chance.randrange(len(value))
        inner = value[key]
        if not isinstance(inner, dict | list) or not inner or chance.random() < 0.3:
            value[key] = chance.choice(
                (
                    None,
                    -1,
                    10**12,
                    1.5,
                    "",
                    "x" * 500,
                    "\u202e",
                    [],
                    {},
                    [[]],
                    True,
                    [inner, inner],
                    {"a": inner},
                )
            )
            return
        value = inner


def _mutated_zip(chance: Random, sound: bytes) -> bytes:
    """The members, one of them mutated or renamed, with a list that agrees."""
    with zipfile.ZipFile(io.BytesIO(sound)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(list(members))
    members[name] = mutated(chance, members[name])
    if chance.random() < 0.2:
        members[chance.choice(("../../evil", "/etc/evil", "C:\\evil", "a" * 300, "\u202etxt"))] = members.pop(
            name
        )
    listed = next((one for one in members if one.endswith("history.json")), "")
    if chance.random() < 0.8:
        _agree(members, listed)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, content in members.items():
            archive.writestr(one, content)
    return out.getvalue()


def _agree(members: dict[str, bytes], listed: str) -> None:
    """Let the digests of the list be those of the members, so that the reading goes on behind them."""
    try:
        head = json.loads(members[listed])
        for number, entry in enumerate(head["attempts"], 1):
            entry["sha256"] = sha256(members.get(f"attempts/{number:06}.json", b"")).hexdigest()
        members[listed] = json.dumps(head).encode()
    except (ValueError, KeyError, TypeError, RecursionError):
        return
