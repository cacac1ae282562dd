"""What the modules of a room import, read from their source without running it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
APP = ROOT / "app"

IMPORTING_CALLS = {"import_module", "__import__", "run_module"}


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name in full: `app.core.attempt.fold` for `from app.core.attempt import fold`."""

    path: Path
    line: int
    target: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line} imports {self.target}"


def modules(room: str = "") -> list[Path]:
    """The modules of a room of the app, or of the whole app."""
    found = sorted((APP / room).rglob("*.py"))
    assert found, f"the room {room!r} is empty"
    return found


@cache
def imports(path: Path) -> tuple[Import, ...]:
    """Every import of a module, wherever it stands: in functions and under TYPE_CHECKING too."""
    package = ".".join(path.relative_to(ROOT).with_suffix("").parts[:-1])
    found = imported(path.read_text(encoding="utf-8"), package)
    return tuple(Import(path, line, target) for line, target in found)


def imported(source: str, package: str = "") -> Iterator[tuple[int, str]]:
    """The (line, full name) of all that `source`, a module of `package`, imports."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(names=names):
                base = _base(node, package)
                yield from ((node.lineno, f"{base}.{alias.name}") for alias in names)
            case ast.Call(args=[ast.Constant(value=str(name)), *_]) if _called(node) in IMPORTING_CALLS:
                yield node.lineno, name


def within(target: str, places: Collection[str]) -> bool:
    """Whether a full name is one of the places, or inside one."""
    return any(target == place or target.startswith(f"{place}.") for place in places)


def strangers(
    room: str,
    *,
    rooms: Collection[str] = (),
    libraries: Collection[str] = (),
    never: Collection[str] = (),
) -> list[str]:
    """The imports of a room that it may not have.

    It may import itself, what is in `rooms`, the `libraries`, and the standard library; nothing
    that is in `never`.
    """
    own = f"app.{room}"
    return [
        str(found)
        for path in modules(room)
        for found in imports(path)
        if within(found.target, never)
        or not (within(found.target, (own, *rooms, *libraries)) or _standard(found.target))
    ]


def importers(target: str) -> set[str]:
    """The modules of the app that import `target` or something in it, as paths inside the app."""
    return {
        found.path.relative_to(APP).as_posix()
        for path in modules()
        for found in imports(path)
        if within(found.target, (target,))
    }


def _base(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    parents = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*parents, *([node.module] if node.module else [])])


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _standard(target: str) -> bool:
    return target.split(".", maxsplit=1)[0] in sys.stdlib_module_names
