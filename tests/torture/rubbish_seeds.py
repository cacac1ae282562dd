"""Input that somebody made to do harm, for each eater."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Iterator
from hashlib import sha256

MOMENT = b'{"at": {"wall_ms": 1, "tick_ms": 1, "run": "x"}, "question": '


def all_of() -> Iterator[tuple[str, bytes]]:
    """(eater, input) pairs."""
    yield from (("event", one) for one in _events())
    yield from (("text", one.encode()) for one in _texts())
    yield from (("settings", one) for one in _settings())
    yield from (("history", one) for one in _histories())
    yield from (("bank", b"sample/averages.yaml\0" + one) for one in _documents())
    yield from (
        ("bank", name + b"\0topic: x\n") for name in (b"../x.yaml", b"/etc/x.yaml", b"sample/\xff.yaml")
    )


def _events() -> Iterator[bytes]:
    yield from (
        b"",
        b" ",
        b"started 1 {}",
        b"answered 999 {}",
        b"nonsense 1 {}",
        b"answered 1 " + b"[" * 100_000,
    )
    yield b"answered 1 " + MOMENT + b'99999999, "chosen": ["a"]}'
    yield b"commented 1 " + MOMENT + b'0, "text": "' + b"x" * 10**6 + b'"}'
    yield (
        b'surveyed 1 {"at": {"wall_ms": 1, "tick_ms": 1, "run": "x"}, "answers": '
        + b"[" * 5000
        + b"]" * 5000
        + b"}"
    )
    yield b'visited 1 {"at": {"wall_ms": 1e400, "tick_ms": 1, "run": "x"}, "question": -1}'


def _texts() -> Iterator[str]:
    yield from ("[" * 20_000, "*a " * 20_000, "`" * 50_000, "> " * 5_000, "- " * 5_000, "\n" * 100_000)
    yield "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 20_000
    yield "<script>alert(1)</script><img src=http://example.com/x.png onerror=x>"
    yield "![x](http://example.com/x.png) [x](javascript:alert(1)) [x](file:///etc/passwd)"
    yield "\u202eevil\u2066\x00\x07\ufeff"


def _settings() -> Iterator[bytes]:
    yield from (
        b"",
        b"[]",
        b"null",
        b"{" * 100_000,
        b'{"text_percent": 1e400}',
        b'{"scheme": {"a": []}}',
        b"\xff",
    )


def _documents() -> Iterator[bytes]:
    yield b"\n".join(
        [b"a0: &a0 [x, x]", *(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]".encode() for i in range(1, 40))]
    )
    yield b"!!python/object/apply:os.system ['touch /tmp/evil']\n"
    yield b"topic: !!binary aGVsbG8=\n"
    yield b"[" * 50_000
    yield b"a:\n" + b"".join(b" " * depth + b"a:\n" for depth in range(1, 3000))
    yield b"topic: " + b"x" * 1_900_000
    yield b"items:\n" + b"  - id: x\n" * 100_000
    yield b"? {a: {b: c}}\n: d\n"
    yield b"a: 1\na: 2\n"
    yield b"topic: \xff\xfe\n"
    yield "topic: \u202eevil\ntitle: \x07\n".encode()
    yield b"--- a\n--- b\n"
    yield b"<<: *x\n"


def _histories() -> Iterator[bytes]:
    yield from (b"", b"PK\x05\x06" + b"\0" * 18, b"PK\x03\x04" * 1000)
    yield _zip({"history.json": b"{}"})
    bomb = b"[" + b"0," * 30_000_000 + b"0]"
    listed = {
        "format": "rehearsal-history",
        "version": 1,
        "attempts": [{"id": "x", "sha256": sha256(bomb).hexdigest()}],
    }
    yield _zip({"history.json": json.dumps(listed).encode(), "attempts/000001.json": bomb})
    yield _zip({"../../evil": b"x", "/etc/evil": b"x", "history.json": json.dumps(listed).encode()})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("history.json")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    yield out.getvalue()


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()
