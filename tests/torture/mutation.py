"""Seeded damage to bytes: flips, cuts, doublings, splices, and words that readers stumble over."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

WORDS: tuple[bytes, ...] = (
    b"", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf", b"\xef\xbb\xbf", b"\\ud800", b"\\u0000",
    "\u202e".encode(), "\u2066".encode(), "\u0301".encode() * 40, "\U0010ffff".encode(), b"\x1b[2J", b"\r",
    b"null", b"true", b"NaN", b"Infinity", b"1e999", b"-1", b"9223372036854775808", b"9" * 400, b"0.1", b"-0",
    b"[" * 3000, b'{"a":' * 3000, b"- " * 400, b"]", b"}", b'"', b"'", b",", b":", b"{}", b"[]",
    b"&a ", b"*a", b"!!python/object/apply:os.system [x]", b"!x ", b"<<: ", b"? ", b"|\n", b">",
    b"%YAML 9.9\n", b"---\n",
    b"../../../etc/passwd", b"/etc/passwd", b"C:\\x", b"con.yaml", b"<img src=http://example.invalid/x.png>",
    b"<script>x</script>", b"![x](http://example.invalid/x.png)", b"[x](javascript:x)", b"[x](file:///etc/passwd)",
    b"`" * 300, b"*" * 300, b"|" * 300, b"#" * 300, b"> " * 300, b"[" * 300 + b"](x)", b"  " * 200,
    b"PK\x05\x06" + b"\xff" * 18, b"PK\x01\x02", b"PK\x03\x04", b"\xff\xff\xff\xff",
)  # fmt: skip

LONGEST = 60_000


def mutated(content: bytes, corpus: Sequence[bytes], chance: Random) -> bytes:
    """`content` after one to six damages."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        content = _damaged(content, corpus, chance)
    return content[: max(LONGEST, len(content) // 2)]


def _damaged(content: bytes, corpus: Sequence[bytes], chance: Random) -> bytes:
    start = chance.randint(0, len(content))
    end = min(len(content), start + chance.choice((0, 0, 1, 2, 8, 40, 400)))
    kind = chance.randrange(6)
    if kind == 0:
        return content[:start] + chance.randbytes(chance.randint(1, 8)) + content[end:]
    if kind == 1 and start < len(content):
        return content[:start] + bytes([content[start] ^ 1 << chance.randrange(8)]) + content[start + 1 :]
    if kind == 2:
        return content[:start] + content[start:end] * chance.choice((2, 3, 50)) + content[end:]
    if kind == 3:
        other = chance.choice(corpus)
        cut = chance.randint(0, len(other))
        return content[:start] + other[cut : cut + chance.choice((4, 40, 400))] + content[end:]
    return content[:start] + chance.choice(WORDS) + content[end:]
