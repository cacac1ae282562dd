"""The inner rooms work alone: no window, no database, no clock, no chance of their own."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.imports import ROOT, imports, modules, within
from tests.support.python import command

BLOCKED = ("PySide6", "shiboken6", "sqlalchemy", "alembic", "reportlab", "msgspec", "yaml", "markdown_it")

BLOCK = f"""
import sys
class Block:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {BLOCKED!r}:
            raise ModuleNotFoundError(name + " is blocked", name=name)
sys.meta_path.insert(0, Block())
"""

WORLD = {"os", "pathlib", "io", "json", "sqlite3", "logging", "time", "uuid", "secrets"}
PRESENT_TIME = {"now", "utcnow", "today", "monotonic", "perf_counter", "time_ns", "monotonic_ns"}
NEW_IDS = {"uuid1", "uuid4", "uuid7", "token_hex", "token_bytes", "urandom", "getnode", "SystemRandom"}
DOORS = {"open", "input", "print", "exec", "eval", "__import__", "breakpoint"}


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run code in a new interpreter in which the blocked libraries cannot be imported."""
    line = command(BLOCK + code)
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("room", ["core", "services"])
def test_a_room_is_imported_where_every_library_is_blocked(room: str) -> None:
    names = [dotted(path) for path in modules(room)]
    done = run(f"import importlib\nfor name in {names!r}: importlib.import_module(name)")
    assert done.returncode == 0, done.stderr


def test_the_block_holds() -> None:
    assert "PySide6 is blocked" in run("import PySide6.QtCore").stderr


def test_a_whole_exam_is_sat_without_a_window_or_a_disk() -> None:
    done = run("from tests.support.headless import main\nmain()")
    assert (done.stdout, done.stderr) == ("3 of 3\n", "")


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_the_command_line_answers_simple_questions_without_any_library(option: str) -> None:
    done = run(f"from app.cli import run\nraise SystemExit(run([{option!r}]))")
    assert (done.returncode, done.stderr) == (0, "")


def test_core_does_not_import_the_world() -> None:
    assert [str(i) for path in modules("core") for i in imports(path) if within(i.target, WORLD)] == []


def test_core_takes_of_random_the_class_alone() -> None:
    taken = {i.target for path in modules("core") for i in imports(path) if within(i.target, {"random"})}
    assert taken <= {"random.Random"}


def test_core_never_makes_a_generator_of_its_own() -> None:
    assert calls("core", {"Random"}) == []


def test_core_never_reads_a_clock() -> None:
    assert readings("core") == []


def test_services_read_the_clock_they_were_handed_and_no_other() -> None:
    assert {reading.split()[1] for reading in readings("services")} == {"self._clock.now()"}


@pytest.mark.parametrize("room", ["core", "services"])
def test_nothing_new_is_made_up_inside(room: str) -> None:
    assert calls(room, NEW_IDS) == []


@pytest.mark.parametrize("name", sorted(DOORS))
def test_core_opens_no_door_to_the_world(name: str) -> None:
    assert calls("core", {name}) == []


def test_core_has_no_state_between_calls() -> None:
    changing = (ast.Global, ast.Nonlocal, ast.AsyncFunctionDef)
    assert [str(path) for path in modules("core") for node in nodes(path) if isinstance(node, changing)] == []


@pytest.mark.parametrize(
    "source", ["open('x')", "pathlib.Path('x').open()", "open", "read = open", "with open('x') as f: pass"]
)
def test_the_scan_finds_a_name_that_is_called_or_handed_on(source: str) -> None:
    assert list(uses(ast.walk(ast.parse(source)), {"open"}))


def readings(room: str) -> list[str]:
    """Where a room asks something for the time; a bare `now` is a moment that was handed in."""
    return [call for call in calls(room, PRESENT_TIME) if "." in call.split()[1]]


def calls(room: str, names: set[str]) -> list[str]:
    """Where a room uses one of the names, as a call or as a value: `bank.py:12 open()`."""
    return [f"{path.name}:{found}" for path in modules(room) for found in uses(nodes(path), names)]


def uses(within_nodes: Iterator[ast.AST], names: set[str]) -> Iterator[str]:
    """The uses of a name that is not an annotation."""
    for node in within_nodes:
        match node:
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name, ctx=ast.Load()) if (
                name in names
            ):
                yield f"{node.lineno} {ast.unparse(node)}()"


def nodes(path: Path) -> Iterator[ast.AST]:
    """The nodes of a module; what only describes types is left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        for field in ("annotation", "returns"):
            if getattr(node, field, None) is not None:
                setattr(node, field, ast.Constant(None))
    return ast.walk(tree)
