"""A blind candidate: sits a whole exam in the running program through AT-SPI alone.

Run by the system's Python, which has the bindings, within a D-Bus session and a display:

    -m tests.accessibility.reader EXAM-BUTTON PROGRAM [ARGUMENTS]

It reads the names, roles and states that a screen reader would say, and acts only through the actions
that these objects offer. Prints one JSON object: the screens met and what was wrong with each; exits
with 1 when it could not find its way.
"""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

PATIENCE_S = 15.0
PAUSE_S = 0.02
TAGS = "a|b|body|br|code|div|em|font|h[1-6]|hr|html|i|img|li|ol|p|pre|span|strong|style|t[dhr]|table|u|ul"
# Placeholders such as <library> and ** before a mapping are words of a question, not markup.
MARKUP = re.compile(
    rf"</?({TAGS})(\s[^<>]*)?/?>|&(amp|lt|gt|quot|nbsp|#\d+);|(?<![\w&])&[A-Za-z]|\*\*\w[^*\n]*\w\*\*"
)
CONTROLS = ("push button", "toggle button", "check box", "radio button", "combo box", "text", "link")
WORDS = ("label", *CONTROLS)

gi = importlib.import_module("gi")
gi.require_version("Atspi", "2.0")
Atspi: Any = importlib.import_module("gi.repository.Atspi")
GLib: Any = importlib.import_module("gi.repository.GLib")
# Of its own it gives up after 0.8 s, which a machine that is busy or stands still for a moment outlasts.
Atspi.set_timeout(int(PATIENCE_S * 1000), int(PATIENCE_S * 1000))


class LostError(Exception):
    """What should be on the screen is not."""


@dataclass(frozen=True)
class Thing:
    """One object as it was when it was looked at."""

    handle: Any
    role: str
    name: str
    focusable: bool
    enabled: bool
    depth: int

    @property
    def words(self) -> str:
        """Role and name, as a screen reader says them."""
        return f"{self.role}: {self.name!r}"


def things(root: Any, depth: int = 0) -> Iterator[Thing]:
    """Everything that is on the screen below an object."""
    try:
        states = root.get_state_set()
        if depth > 1 and not states.contains(Atspi.StateType.SHOWING):
            return
        yield Thing(
            root,
            root.get_role_name(),
            root.get_name() or "",
            states.contains(Atspi.StateType.FOCUSABLE),
            states.contains(Atspi.StateType.ENABLED),
            depth,
        )
        children = [root.get_child_at_index(at) for at in range(root.get_child_count())]
    except GLib.Error:
        return  # gone while it was being looked at
    for child in children:
        if child is not None:
            yield from things(child, depth + 1)


def poll(what: str, look: Callable[[], Any]) -> Any:
    """What `look` finds, as soon as it finds it; LostError when it does not in time."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(PAUSE_S)
    raise LostError(f"{what} did not come")


class Reader:
    """Knows the program, and what is wrong with its screens."""

    def __init__(self, program: str) -> None:
        self._program = program
        self.application = poll(f"the application {program}", self._application)
        self.application.set_cache_mask(Atspi.Cache.NONE)
        self.screens: dict[str, list[str]] = {}

    def _application(self) -> Any:
        desktop = Atspi.get_desktop(0)
        found = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
        return next((each for each in found if each is not None and each.get_name() == self._program), None)

    def seen(self) -> list[Thing]:
        """What is on the screen; of several windows, the last, which lies over the others."""
        application = self.application
        try:
            windows = [application.get_child_at_index(at) for at in range(application.get_child_count())]
        except GLib.Error:
            # Out of sight for a moment, on a busy machine, or ended: in that case it does not come back.
            self.application = self._application() or application
            return []
        front = [window for window in windows if window is not None][-1:]
        return list(things(front[0])) if front else []

    def find(self, pattern: str, *roles: str) -> Thing | None:
        """The first usable control whose name matches."""
        for thing in self.seen():
            if thing.enabled and thing.role in (roles or CONTROLS) and re.search(pattern, thing.name):
                return thing
        return None

    def press(self, pattern: str, *roles: str) -> None:
        """Wait for a control and carry out its first action."""
        thing = poll(f"a control named {pattern!r}", lambda: self.find(pattern, *roles))
        self.act(thing)

    @staticmethod
    def act(thing: Thing) -> None:
        """Carry out the first action of an object."""
        if not offers_action(thing):
            raise LostError(f"{thing.words} offers no action")
        Atspi.Action.do_action(thing.handle, 0)

    def arrive(self, screen: str, pattern: str, *roles: str) -> None:
        """Wait until something that only this screen has is there; then examine the screen."""
        poll(f"the screen {screen}", lambda: self._there(pattern, roles or WORDS))
        self.screens[screen] = faults(self.seen())

    def _there(self, pattern: str, roles: tuple[str, ...]) -> bool:
        return any(thing.role in roles and re.search(pattern, thing.name) for thing in self.seen())

    def text(self, pattern: str) -> str:
        """The words of the first thing whose name matches; empty when there is none."""
        return next((thing.name for thing in self.seen() if re.search(pattern, thing.name)), "")


def offers_action(thing: Thing) -> bool:
    """Whether there is something to do with an object."""
    offered = "Action" in thing.handle.get_interfaces()
    return offered and Atspi.Action.get_n_actions(thing.handle) > 0


def faults(seen: list[Thing]) -> list[str]:
    """Controls without a name, markup in a name, controls without an action."""
    found = [f"no name: {thing.words}" for thing in seen if thing.focusable and not thing.name.strip()]
    found += [f"markup: {thing.words}" for thing in seen if thing.role in WORDS and MARKUP.search(thing.name)]
    knobs = [thing for thing in seen if thing.role in CONTROLS[:4] and thing.enabled]
    found += [f"no action: {thing.words}" for thing in knobs if not offers_action(thing)]
    return found or ([] if len(seen) > 3 else ["nothing on it"])


def check_in(reader: Reader, exam: str) -> None:
    """From home to the first question."""
    reader.arrive("home", r"^Sit a mock exam")
    reader.press(exam)
    reader.arrive("booking", r"^Language of the questions")
    reader.press(r"^Continue$")
    reader.arrive("check-in", r"^Before you check in|^Agreement")
    if reader.find(r"^Continue$"):
        reader.press(r"^Continue$")
    reader.arrive("agreement", r"^I accept$")
    reader.press(r"^I accept$")
    reader.arrive("tutorial", r"^End the tutorial$")
    reader.press(r"^End the tutorial$")
    reader.arrive("ready", r"^Begin the exam$")
    reader.press(r"^Begin the exam$")
    reader.arrive("begin?", r"^Yes, begin$")
    reader.press(r"^Yes, begin$")


def sit(reader: Reader) -> int:
    """Answer every question, the first one flagged; how many there were."""
    reader.arrive("question", r"^Question 1 of ")
    count = int(reader.text(r"^Question 1 of \d+").split()[-1])
    place = poll("the place", partial(reader.find, r"^Question 1 of "))
    reader.press(r"^Flag for review$")
    poll("the flag", partial(reader.find, r"^Flagged for review$"))
    for number in range(1, count + 1):
        poll(f"question {number}", partial(is_named, place, f"Question {number} of {count}"))
        seen = poll(f"the options of question {number}", partial(with_options, reader))
        answer(reader, seen)
        if number == 1:
            visit_navigator(reader)
        turn(seen, place)
    return count


def visit_navigator(reader: Reader) -> None:
    """Examine an answered question and the navigator over it."""
    reader.screens["answered"] = faults(reader.seen())
    reader.press(r"^Navigator$")
    reader.arrive("navigator", r"^Navigator$")
    reader.press(r"^Close$")
    poll("the question again", partial(reader.text, r"^Question 1 of "))


def with_options(reader: Reader) -> list[Thing]:
    """What is on the screen, once there are options on it."""
    seen = reader.seen()
    return seen if options(seen) else []


def options(seen: list[Thing]) -> list[Thing]:
    """The options of a question, in order."""
    kinds = ("radio button", "check box")
    return [thing for thing in seen if thing.role in kinds and re.match(r"[A-H]\. ", thing.name)]


def answer(reader: Reader, seen: list[Thing]) -> None:
    """Choose the first options, as many as are asked for, and see that they are said to be chosen."""
    offered = options(seen)
    several = offered[0].role == "check box"
    asked = next(thing.name for thing in seen if re.match(r"\d of \d chosen", thing.name)) if several else ""
    for option in offered[: int(asked.split()[2]) if several else 1]:
        reader.act(option)
        poll(f"{option.words}, chosen", partial(is_checked, option))


def turn(seen: list[Thing], place: Thing) -> None:
    """Press Next until it leads on; on a long question it scrolls first."""
    here = place.handle.get_name()
    following = next(thing for thing in seen if thing.name.startswith("Next"))
    for _ in range(9):
        before = scrolled(seen)
        Reader.act(following)
        poll(f"what comes after {here}", partial(_went, seen, place, here, before))
        if not is_named(place, here):
            return
    raise LostError(f"{here} does not end")


def _went(seen: list[Thing], place: Thing, here: str, before: float) -> bool:
    return not is_named(place, here) or scrolled(seen) != before


def scrolled(seen: list[Thing]) -> float:
    """How far a screen is scrolled, as a sum over its scroll bars."""
    bars = (thing.handle for thing in seen if thing.role == "scroll bar")
    return sum(float(Atspi.Value.get_current_value(bar)) for bar in bars)


def is_named(thing: Thing, name: str) -> bool:
    """Whether an object is on the screen under a name now."""
    states = thing.handle.get_state_set()
    return bool(states.contains(Atspi.StateType.SHOWING)) and thing.handle.get_name() == name


def is_checked(thing: Thing) -> bool:
    """Whether an object is checked now."""
    return bool(thing.handle.get_state_set().contains(Atspi.StateType.CHECKED))


def finish(reader: Reader) -> None:
    """End the exam and read the result."""
    reader.arrive("review", r"^End exam$")
    reader.press(r"^End exam$")
    reader.arrive("end?", r"^Yes, end it$")
    reader.press(r"^Yes, end it$")
    reader.arrive("really?", r"^Yes, end and score$")
    reader.press(r"^Yes, end and score$")
    reader.arrive("result", r"assumed pass line")
    reader.press(r"^Show as table: By domain$")
    reader.arrive("result as table", r"^Show as chart: By domain$")
    reader.press(r"^Review all answers$")
    reader.arrive("answers", r"^Back to the result$")
    reader.press(r"^Back to the result$")
    reader.arrive("result again", r"assumed pass line")


def main(arguments: list[str]) -> int:
    """Start the program, sit the exam, tell what was met."""
    exam, *command = arguments
    program = subprocess.Popen(command)
    told: dict[str, Any] = {}
    screens: dict[str, list[str]] = {}
    try:
        reader = Reader("Rehearsal")
        screens = reader.screens
        check_in(reader, exam)
        told["questions"] = sit(reader)
        finish(reader)
        told["verdict"] = reader.text(r"the assumed pass line")
        told["score"] = reader.text(r"\d+ of \d+ correct")
    except LostError as lost:
        told["lost"] = str(lost)
        told["ended"] = program.poll()  # None: it is still there
        told["seen"] = [thing.words for thing in reader.seen()] if screens else []
    finally:
        program.terminate()
        program.wait(10)
    print(json.dumps(told | {"screens": screens}, ensure_ascii=False))
    return 1 if "lost" in told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
