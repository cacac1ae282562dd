"""Whatever the files hold, reading answers with problems and raises nothing."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from app.content.files import Files, read_files
from app.content.marked import LOADER, Scalar, parse
from app.content.reader import Reading, read
from tests.content.conftest import SHIPPED

calmly = settings(derandomize=True, deadline=None, max_examples=60)

WORDS = [
    "exam", "code", "title", "languages", "domains", "sections", "profiles", "id", "short", "weights", "axis",
    "topic", "note", "items", "kind", "single", "multiple", "level", "apply", "difficulty", "section",
    "as_of", "date", "versions", "references", "stem", "options", "correct", "text", "why", "enemies",
    "proof", "url", "url_ja", "checked", "against", "sample", "en", "ja", "python", "sample-averages-001",
    "harmonic",
]  # fmt: skip
SCALARS = st.one_of(
    st.sampled_from(WORDS),
    st.text(max_size=8),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.none(),
    st.dates(),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SCALARS, inner, max_size=6),
    max_leaves=30,
)


@cache
def sample() -> Files:
    return read_files(SHIPPED, "sample")


PATHS = st.sampled_from(sorted(sample().contents))


def with_file(path: str, content: bytes) -> Reading:
    reading = read(Files("sample", {**sample().contents, path: content}, (), "0" * 64))
    assert reading.bank is not None or reading.problems
    return reading


@calmly
@given(path=PATHS, content=st.binary(max_size=200))
def test_any_bytes(path: str, content: bytes) -> None:
    with_file(path, content)


@calmly
@given(path=PATHS, value=VALUES)
def test_any_yaml(path: str, value: object) -> None:
    with_file(path, yaml.safe_dump(value, allow_unicode=True).encode("utf-8", "surrogatepass"))


@calmly
@given(path=PATHS, data=st.data())
def test_any_small_damage(path: str, data: st.DataObject) -> None:
    content = sample().contents[path]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    inserted = data.draw(
        st.binary(max_size=6) | st.sampled_from([b"&a ", b"*a", b"!x ", b"- ", b": ", b"\n", b"'"])
    )
    with_file(path, content[:start] + inserted + content[end:])


@calmly
@given(path=PATHS, value=SCALARS, data=st.data())
def test_any_other_value(path: str, value: object, data: st.DataObject) -> None:
    lines = sample().contents[path].decode().splitlines()
    places = [number for number, line in enumerate(lines) if ": " in line]
    number = data.draw(st.sampled_from(places))
    key = lines[number].partition(": ")[0]
    lines[number] = f"{key}: {yaml.safe_dump(value).splitlines()[0]}"
    with_file(path, "\n".join(lines).encode("utf-8", "replace"))


@pytest.mark.parametrize("loader", [LOADER, yaml.SafeLoader])
@pytest.mark.parametrize(
    "text",
    [
        "[" * 5000,
        "a: " + "{b: " * 3000,
        "- " * 3000 + "x",
        '"\\UFFFFFFFF"',
        '"\\ud800"',
        f"%YAML 1.{'9' * 5000}\n--- a",
        "%YAML 2.0\n--- a",
        "%TAG ! x\n--- !a b",
        "a: &a [*a, *b]",
        "? ? ? a",
        "!!binary x",
        "= : =",
        "\x00",
        "\ufeffa: b",
        "a: |\n  x\n b",
        "---\n---\n",
        "...",
    ],
)
def test_nasty_yaml_in_either_parser(text: str, loader: type[Any]) -> None:
    node, flaws = parse(text, loader)
    assert node is not None or flaws or text == "..."


@calmly
@given(text=st.text(alphabet="ab:-?[]{}|>&*!%#'\"\n \t,1.\\", max_size=60))
def test_both_parsers_agree_on_what_is_there(text: str) -> None:
    fast, slow = parse(text), parse(text, yaml.SafeLoader)
    if not fast[1] and not slow[1]:
        # Where a document without a value ends, they differ in the line.
        empty = isinstance(fast[0], Scalar) and not fast[0].text
        assert fast[0] == slow[0] or (empty and isinstance(slow[0], Scalar) and not slow[0].text)
