"""Readers that never rest: after an exam one goes from the result to the answers and back, over and over.

Meanwhile two more read through everything on the screen, tables cell by cell, whatever changes under them.
Run by the system's Python, as `reader.py`:

    -m tests.accessibility.wanderers ROUNDS PROGRAM [ARGUMENTS]

prints one JSON object, with the rounds gone and how the program ended; without arguments it reads through
the screen until it is stopped.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from typing import Any

from tests.accessibility.reader import GLib, LostError, Reader, check_in, finish, sit

MODULE = "tests.accessibility.wanderers"
READERS = 2
ROWS, PARTS = 3, 200
"""Rows of a table and parts of an object that are read at most."""


def main(arguments: list[str]) -> int:
    """Start the program and the other readers; 1 when it did not live through all rounds."""
    if not arguments:
        read_on()
    rounds, *command = arguments
    program = subprocess.Popen(command)
    told: dict[str, Any] = {"rounds": 0}
    others: list[subprocess.Popen[bytes]] = []
    try:
        reader = Reader("Rehearsal")
        check_in(reader, "^Sit a mock exam")
        sit(reader)
        finish(reader)
        others = [subprocess.Popen([sys.executable, "-m", MODULE]) for _ in range(READERS)]
        while told["rounds"] < int(rounds):
            go_and_return(reader)
            told["rounds"] += 1
    except (LostError, GLib.Error) as lost:
        told["lost"] = str(lost)
        # One that has ended is seen as such only when the system has cleared it away.
        with contextlib.suppress(subprocess.TimeoutExpired):
            program.wait(2)
        told["ended"] = program.poll()
    finally:
        for other in others:
            other.kill()
            other.wait(10)
        program.terminate()
        program.wait(10)
    print(json.dumps(told, ensure_ascii=False))
    return 1 if "lost" in told else 0


def go_and_return(reader: Reader) -> None:
    """Turn a chart into a table or back, look at the answers, return to the result."""
    reader.press(r"^Show as (table|chart): By domain$")
    reader.press(r"^Review all answers$")
    reader.arrive("answers", r"^Back to the result$")
    reader.press(r"^Back to the result$")
    reader.arrive("result again", r"assumed pass line")


def read_on() -> None:
    """Read everything, for ever."""
    reader = Reader("Rehearsal")
    while True:
        with contextlib.suppress(GLib.Error):
            read_through(reader.application)


def read_through(thing: Any) -> None:
    """Ask an object and all below it what a screen reader may ask."""
    try:
        for ask in (thing.get_name, thing.get_role_name, thing.get_description, thing.get_state_set):
            ask()
        if "Table" in thing.get_interfaces():
            read_cells(thing)
        parts = [thing.get_child_at_index(at) for at in range(min(thing.get_child_count(), PARTS))]
    except GLib.Error:
        return  # gone while it was being read
    for part in parts:
        if part is not None:
            read_through(part)


def read_cells(table: Any) -> None:
    """The first rows of a table."""
    for row in range(min(table.get_n_rows(), ROWS)):
        for column in range(table.get_n_columns()):
            cell = table.get_accessible_at(row, column)
            if cell is not None:
                cell.get_name()
                cell.get_state_set()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
