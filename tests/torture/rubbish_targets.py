"""The readers that get rubbish: each takes bytes, and answers or raises Trouble. The rest is a finding."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.content.documents import load
from app.content.files import Files, digest_of, read_files
from app.content.limits import MAX_TEXT
from app.content.package import MANIFEST, pack, unpack
from app.content.problems import Report
from app.content.reader import read
from app.core.ids import AttemptId
from app.markup.parse import parse
from app.services.ports import Trouble
from app.storage.event_codec import Coded, EventCodec
from tests.bench.world import sitting
from tests.support.attempts import make_started, one_of_each

CORPUS = Path(__file__).parent / "corpus"
SAMPLE = Path(__file__).parents[2] / "banks" / "sample"


@dataclass(frozen=True, slots=True)
class Target:
    """A reader, what its inputs are made from, and its share of all rounds.

    `nasty` are inputs made by hand, which are read as they are.
    """

    name: str
    read: Callable[[bytes], None]
    corpus: tuple[bytes, ...]
    share: float
    nasty: tuple[bytes, ...] = ()


def targets(folder: Path) -> list[Target]:
    """All readers that this program has."""
    histories = (_histories(folder), _history_parts(folder))
    return [_events(), _documents(), _texts(), _banks(), _packages(), _package_parts(), *histories]


def kept(kind: str) -> tuple[bytes, ...]:
    """The inputs that once found something, or are like none of the others."""
    return tuple(path.read_bytes() for path in sorted((CORPUS / kind).iterdir()))


def _events() -> Target:
    """An input is `kind version body`, as in a row of the journal."""
    codec = EventCodec()
    coded = [codec.encode(event) for event in one_of_each()]
    corpus = [f"{one.kind} {one.version} {one.body}".encode() for one in coded]

    def decode(content: bytes) -> None:
        kind, _, rest = content.decode(
            "utf-8", "surrogatepass" if content[-1:] > b"m" else "replace"
        ).partition(" ")
        version, _, body = rest.partition(" ")
        number = int(version) if version.isascii() and version.isdigit() and len(version) < 9 else 1
        with suppress(Trouble):
            event = codec.decode(Coded(kind, number, body))
            assert codec.decode(codec.encode(event)) == event, "what was read is not what is written"

    def read_one(content: bytes) -> None:
        with suppress(UnicodeDecodeError):
            decode(content)

    return Target("event decoder", read_one, (*corpus, *kept("events")), 0.55)


def _documents() -> Target:
    def read_one(content: bytes) -> None:
        report = Report()
        fields = load("a.yaml", content, report)
        assert fields is not None or report.problems, "neither fields nor a problem"

    small = tuple(path.read_bytes()[:1500] for path in sorted(SAMPLE.rglob("*.yaml")))
    nasty = (
        b"[" * 500_000,
        b"a: " + b"{b: " * 300_000,
        b"- " * 900_000,
        b"a: &a [" + b"*a," * 100_000 + b"]",
        b'"' + b"\\x41" * 400_000 + b'"',
        b"a" * 1_999_999,
        b"a: |\n" + b" x\n" * 600_000,
    )
    return Target("YAML documents", read_one, (*small, *kept("documents")), 0.3, nasty)


def _texts() -> Target:
    """Markdown as it stands in stems and notes."""

    def read_one(content: bytes) -> None:
        parse(content.decode("utf-8", "replace")[:MAX_TEXT])  # longer texts are refused before

    text = b"Which **one** is `true`?\n\n```python\nx = 1\n```\n\n"
    text += b"| a | b |\n|---|---|\n| 1 | [x](https://example.org) |\n"
    nasty = tuple(
        word * (100_000 // len(word))
        for word in (b"[", b"*", b"`", b"> ", b"- ", b"![", b"<a ", b"|", b"_a", b"\\", b"&#")
    )
    return Target("Markdown", read_one, (text,), 0.02, nasty)


def _files() -> Files:
    return read_files(SAMPLE.parent, SAMPLE.name)


def _banks() -> Target:
    """Whole banks: the sample with one file damaged; an input is that file, its first byte the choice."""
    files = _files()
    paths = sorted(files.contents)

    def read_one(content: bytes) -> None:
        path = paths[content[0] % len(paths)] if content else paths[0]
        reading = read(Files(files.folder, {**files.contents, path: content[1:]}, (), files.digest))
        assert reading.bank is not None or reading.problems, "neither a bank nor a problem"

    corpus = tuple(bytes([number]) + files.contents[path] for number, path in enumerate(paths))
    return Target("banks", read_one, corpus, 0.002, (_many_items(paths),))


def _many_items(paths: list[str]) -> bytes:
    """A topic of a hundred thousand items, as small as the file's limit makes them."""
    topic = next(at for at, path in enumerate(paths) if path.endswith("averages.yaml"))
    items = b"".join(b"- id: s-%05d\n" % number for number in range(100_000))
    return bytes([topic]) + b"topic: averages\ntitle: Averages\nnote: a\nitems:\n" + items


def zipped(members: list[tuple[zipfile.ZipInfo | str, bytes]]) -> bytes:
    """A zip archive of anything, names that nobody should use included."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, content in members:
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def sealed(contents: dict[str, bytes], exam: str = "sample") -> bytes:
    """A package whose manifest is right for whatever it holds."""
    manifest = {"format": "rehearsal-bank", "version": 1, "exam": exam, "digest": digest_of(contents)}
    return zipped([(MANIFEST, json.dumps(manifest).encode()), *contents.items()])


def nasty_packages() -> tuple[bytes, ...]:
    """Packages that no honest program writes; every one has to be refused."""
    link = zipfile.ZipInfo("sample/exam.yaml")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    names = ("../evil.yaml", "/etc/evil.yaml", "sample/../../evil.yaml", "C:/evil.yaml",
             "sample\\evil.yaml", "sample/con.yaml", "sample/a b.yaml", "sample/\u202e.yaml",
             "SAMPLE/exam.yaml", "sample/.x.yaml", "sample/" + "a" * 300 + ".yaml", "sample/a/b/c/d.yaml",
             "other/exam.yaml", "sample/x.py")  # fmt: skip
    return (
        b"",
        b"PK",
        zipped([]),
        zipped([(MANIFEST, b"[" * 100_000)]),
        zipped([(MANIFEST, b'{"format":"rehearsal-bank","version":' + b"9" * 5000 + b"}")]),
        zipped([(link, b"/etc/passwd")]),
        zipped([("sample/exam.yaml", b"0" * 200_000_000)]),
        zipped([(f"sample/a{number}.yaml", b"0" * 1_900_000) for number in range(3)]),
        zipped([(f"sample/a{number}.yaml", b"") for number in range(50_000)]),
        *(sealed({name: b"a: b"}) for name in names),
        sealed({"sample/exam.yaml": b"a"}, exam="../sample"),
        sealed({"con/exam.yaml": b"a"}, exam="con"),
        b"\x00" * 9_000_000,
    )


def _packages() -> Target:
    def read_one(content: bytes) -> None:
        with suppress(Trouble):
            unpack(content, "x.rehearsalbank")

    small = {name: content[:400] for name, content in list(_files().contents.items())[:3]}
    return Target("bank packages", read_one, (pack(SAMPLE), sealed(small)), 0.04, nasty_packages())


def _package_parts() -> Target:
    """Packages that were damaged before they were packed: sums are right, so every byte is read."""
    files = _files()
    paths = sorted(files.contents)

    def read_one(content: bytes) -> None:
        path = paths[content[0] % len(paths)] if content else paths[0]
        with suppress(Trouble):
            package = unpack(sealed({**files.contents, path: content[1:]}), "x.rehearsalbank")
            read(Files(package.exam, package.contents, (), package.digest))
            assert package.contents[path] == content[1:], "what was unpacked is not what was packed"

    corpus = tuple(bytes([number]) + files.contents[path][:1500] for number, path in enumerate(paths))
    return Target("bank packages, sums right", read_one, corpus, 0.04)


def _histories(folder: Path) -> Target:
    """The history importer, over a real database below `folder`."""
    from app.storage.database import Database

    database = Database(folder / "history.sqlite3")
    database.journal.append(AttemptId("one"), 0, (make_started(),))
    transfer = database.transfer
    history = transfer.export()

    def read_one(content: bytes) -> None:
        with suppress(Trouble):
            transfer.merge(content, "x.zip")

    return Target("history importer", read_one, (history,), 0.002)


def _history_parts(folder: Path) -> Target:
    """Histories that were damaged before they were packed: sums are right, so every event is decoded."""
    from hashlib import sha256

    from app.storage.database import Database

    transfer = Database(folder / "parts.sqlite3").transfer
    whole, parts = (
        json.dumps([[one.kind, one.version, one.body] for one in map(EventCodec().encode, events)]).encode()
        for events in (sitting(make_started().paper, 1, "en"), one_of_each())
    )

    def packed(content: bytes) -> bytes:
        # A name of its own: an attempt that is here already is compared and not decoded.
        listed = {"id": sha256(content).hexdigest()[:20], "sha256": sha256(content).hexdigest()}
        head = {"format": "rehearsal-history", "version": 1, "attempts": [listed]}
        return zipped([("history.json", json.dumps(head).encode()), ("attempts/000001.json", content)])

    def read_one(content: bytes) -> None:
        with suppress(Trouble):
            transfer.merge(packed(content), "x.rehearsal")

    assert transfer.merge(packed(whole), "x.rehearsal").added == 1, "what is right is not taken in"
    return Target("history importer, sums right", read_one, (whole, parts), 0.046)
