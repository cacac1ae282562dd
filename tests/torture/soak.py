"""Many exams in one process, and a monkey at mouse and keyboard: nothing grows, nothing complains.

After each exam of the simulated candidate a monkey clicks and presses whatever it finds, in and out of exams.
Whatever Qt or Python complains of is a finding, and so is growth beyond 5 % after the first fifth.
"""

from __future__ import annotations

import ctypes
import gc
import linecache
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    QUrl,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QWidget,
)

from app.reports.fonts import Fonts
from app.services.preferences import Preferences
from app.system import resources
from app.ui.application import Desktop
from app.ui.demo.candidate import Candidate
from app.ui.demo.hands import Hands
from tests.torture.clock import sample_services
from tests.torture.trial import Finding, Trial

LONG_RUN, LONG_ACTS = 500, 330
"""Exams of the long run, and what the monkey does after each: about an hour on two cores."""
ACTS = 60
"""What the monkey does after each exam of a run whose rounds are given."""
WARM, ALLOWED = 0.2, 1.05
"""The share of the exams before measuring begins, and the growth that is allowed from then on."""
MOST_PAGES = 6
"""Pages that lie behind each other at most."""
OUTSIDE = ("print", "open-folder", "save-open", "choose-file")
"""Parts of the names of buttons behind which another program or a modal dialog of the system waits."""
OFFSCREEN = "This plugin does not support"
"""What the platform without a screen says of raising a window and the like."""
KEYS = [
    *(Qt.Key(Qt.Key.Key_A + letter) for letter in range(26)),
    *(Qt.Key(Qt.Key.Key_1 + digit) for digit in range(9)),
    Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_F1,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageDown, Qt.Key.Key_F11, Qt.Key.Key_Question, Qt.Key.Key_Plus, Qt.Key.Key_Minus,
]  # fmt: skip
MODIFIERS = [
    *[Qt.KeyboardModifier.NoModifier] * 4,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
]


class Nowhere(QObject):
    """Where links and files go instead of into other programs."""

    @Slot(QUrl)
    def open(self, _url: QUrl) -> None:
        """Nothing."""


@dataclass
class Ears:
    """What was complained of meanwhile."""

    heard: list[str] = field(default_factory=list)

    @contextmanager
    def open(self) -> Iterator[None]:
        """Listen to Qt, to what nobody caught, and to what could not be raised."""
        hooks = sys.excepthook, sys.unraisablehook
        before = qInstallMessageHandler(self._qt)
        sys.excepthook = lambda kind, error, _trace: self.heard.append(f"{kind.__name__}: {error}")
        sys.unraisablehook = lambda args: self.heard.append(
            f"unraisable {args.exc_value!r} in {args.object!r}"
        )
        try:
            yield
        finally:
            qInstallMessageHandler(before)
            sys.excepthook, sys.unraisablehook = hooks

    def _qt(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        harmless = kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg} or message.startswith(OFFSCREEN)
        if not harmless:
            self.heard.append(f"Qt: {message}")


@dataclass(frozen=True)
class Size:
    """How large the process is: memory in MB, open files, living widgets."""

    memory: float
    handles: int
    widgets: int


class Monkey:
    """Clicks and presses at random, the same for the same chance."""

    def __init__(self, desktop: Desktop, hands: Hands) -> None:
        self._desktop, self._hands = desktop, hands

    def act(self, chance: Random) -> str:
        """Do one thing; its words."""
        acts = (self._click, self._click, self._press, self._press, self._choose)
        done = chance.choice(acts)(chance)
        settle(self._hands)
        if not self._desktop.window.isVisible():
            self._desktop.window.show()
            done += " (closed)"
        return done

    def _in_front(self) -> QWidget:
        return self._hands.sheet() or self._desktop.window

    def _click(self, chance: Random) -> str:
        found = [b for b in self._in_front().findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        wanted = [b for b in found if not any(part in b.objectName() for part in OUTSIDE)]
        if not wanted:
            return "nothing to click"
        target = chance.choice(wanted)
        name = target.objectName() or target.text()
        right = chance.random() < 0.1
        QTest.mouseClick(target, Qt.MouseButton.RightButton if right else Qt.MouseButton.LeftButton)
        return f"{'right-' if right else ''}click {name}"

    def _press(self, chance: Random) -> str:
        target = QApplication.focusWidget() or self._in_front()
        key, modifier = chance.choice(KEYS), chance.choice(MODIFIERS)
        QTest.keyClick(target, key, modifier)
        return f"press {key.name} with {modifier.name}"

    def _choose(self, chance: Random) -> str:
        """A row of a table or an entry of a box."""
        boxes = [box for box in self._in_front().findChildren(QComboBox) if box.isVisible() and box.count()]
        views = [view for view in self._in_front().findChildren(QAbstractItemView) if view.isVisible()]
        tables = [view for view in views if view.model() is not None and view.model().rowCount()]
        if not boxes and not tables:
            return "nothing to choose"
        target = chance.choice([*boxes, *tables])
        if isinstance(target, QComboBox):
            target.setCurrentIndex(chance.randrange(target.count()))
        elif isinstance(target, QAbstractItemView):
            target.setCurrentIndex(target.model().index(chance.randrange(target.model().rowCount()), 0))
        return f"choose in {target.objectName()}"


def settle(hands: Hands) -> None:
    """Let everything happen; what is to be deleted later is deleted by a running loop alone, or by this."""
    hands.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def torture(trial: Trial) -> Iterator[Finding]:
    """Sit exams and let the monkey loose."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    services = sample_services(trial.folder / "data")
    desktop = Desktop(application, services, language="en", seed=trial.seed)
    desktop.show()
    hands, ears = Hands(desktop.window), Ears()
    monkey, sizes = Monkey(desktop, hands), list[Size]()
    rounds = trial.rounds or LONG_RUN
    acts = trial.acts or (ACTS if trial.rounds else LONG_ACTS)
    read_faces()
    with ears.open(), nothing_leaves(trial.folder):
        _sit_with_everything(desktop, hands)
        for number in range(rounds):
            _home(desktop, hands)
            sizes.append(measure(application))
            done = _round(desktop, hands, monkey, trial.chance(number), number, acts)
            for what in ears.heard:
                yield Finding(f"seed {trial.seed}, round {number}", f"{what}, after {', '.join(done[-6:])}")
            ears.heard.clear()
    yield from _grown(trial, sizes)
    trial.figures["exams sat"] = str(rounds)
    trial.figures["acts of the monkey"] = str(rounds * acts)
    _leave(desktop)
    services.close()


def read_faces() -> None:
    """Read what documents are written with, whose tables are kept from then on.

    The Japanese ones take 25 MB when the first document is made in Japanese, which chance may put anywhere.
    """
    fonts = Fonts(resources.resource("fonts"))
    for bold in (False, True):
        fonts.width("漢字 and letters", 10, bold)


def _leave(desktop: Desktop) -> None:
    """Let go of everything, so that nothing of this window hears of the next one's colours and words."""
    desktop.bridge.interrupt()
    desktop.window.may_close = lambda: True
    desktop.window.close()
    desktop.window.deleteLater()
    desktop.deleteLater()
    for translator in desktop.translators._installed:
        QCoreApplication.removeTranslator(translator)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _sit_with_everything(desktop: Desktop, hands: Hands) -> None:
    """One exam with comments and survey: their pages, 65 widgets, are made when chance first leads there."""
    desktop.flow.choices.change(comments_after=True, survey_after=True)
    Candidate(hands, desktop.bridge, 0.5, 0, lambda *_: None, None).sit("sample", None)
    settle(hands)


def _round(
    desktop: Desktop, hands: Hands, monkey: Monkey, chance: Random, number: int, acts: int
) -> list[str]:
    """From home: one exam, then the monkey; what it did."""
    done = list[str]()
    candidate = Candidate(hands, desktop.bridge, chance.random(), number, lambda *_: None, None)
    candidate.sit("sample", None)
    settle(hands)
    if chance.random() < 0.5:
        hands.click("sit-sample")
    for _ in range(acts):
        done.append(monkey.act(chance))
    return done


def _home(desktop: Desktop, hands: Hands) -> None:
    """From wherever the monkey is, with its preferences forgotten, and every file it opened told of."""
    _close_sheets(hands)
    if desktop.bridge.sitting:
        desktop.bridge.end()
    settle(hands)
    _close_sheets(hands)
    defaults = Preferences(interface_language="en", question_language="en", scheme="light")
    wanted = {name: getattr(defaults, name) for name in Preferences.__slots__ if name != "geometry"}
    desktop.flow.choices.change(**wanted)
    desktop.window.showNormal()
    desktop.window.resize(1280, 900)
    _walk_back(desktop, hands)
    _look_anew(desktop)
    desktop.flow.show_home()
    settle(hands)
    arrivals = desktop.flow.arrivals
    while arrivals.busy:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        _close_sheets(hands)
    settle(hands)
    _close_sheets(hands)


def _walk_back(desktop: Desktop, hands: Hands) -> None:
    """Leave each page as people do, since some let go of what they show when they are left."""
    for _ in range(MOST_PAGES):
        desktop.window.go_back()
        settle(hands)
        _close_sheets(hands)


def _look_anew(desktop: Desktop) -> None:
    """Have Qt forget what it made of the style sheet.

    It keeps 7 KB of rules for each part that was painted since the look changed last, which chance decides:
    between no and eight megabytes. They end with their parts, which are counted by themselves.
    """
    for scheme in ("dark", "light"):
        desktop.flow.choices.change(scheme=scheme)


def _close_sheets(hands: Hands) -> None:
    """Close whatever lies over the window: while a menu is open, a bank that was opened waits."""
    while (over := QApplication.activePopupWidget() or hands.sheet()) is not None:
        over.close()
        settle(hands)


@contextmanager
def nothing_leaves(folder: Path) -> Iterator[None]:
    """Links go nowhere, and what is saved goes into the folder, without a dialog of the system."""
    nowhere, asked = Nowhere(), (QFileDialog.getSaveFileName, QFileDialog.getOpenFileName)
    for scheme in ("http", "https", "file"):
        QDesktopServices.setUrlHandler(scheme, nowhere, "open")  # type: ignore[arg-type]
    QFileDialog.getSaveFileName = staticmethod(  # type: ignore[method-assign, assignment]
        lambda *_: (str(folder / "saved"), "")
    )
    QFileDialog.getOpenFileName = staticmethod(  # type: ignore[method-assign, assignment]
        lambda *_: (str(folder / "saved"), "")
    )
    opened = QFileDialog.open

    def choose(dialog: QFileDialog) -> None:
        dialog.fileSelected.emit(str(folder / "saved"))
        dialog.deleteLater()

    QFileDialog.open = choose  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        QFileDialog.open = opened  # type: ignore[method-assign]
        QFileDialog.getSaveFileName, QFileDialog.getOpenFileName = asked  # type: ignore[method-assign]
        for scheme in ("http", "https", "file"):
            QDesktopServices.unsetUrlHandler(scheme)


def measure(application: QApplication) -> Size:
    """The process as it is, its rubbish collected and given back.

    What the C library keeps of freed memory for later is scattered by chance and no growth of the program.
    Neither are the sources of all modules: PySide reads each that is imported, and Python keeps what was read
    (25 MB in the end). What people install has no sources. Pages of files (libraries, fonts: 72 MB, and 9 MB
    more once the whole Japanese faces have been looked at) are the system's to take back, and do not count.
    """
    linecache.clearcache()
    gc.collect()
    _give_back()
    return Size(_own_memory(), len(list(Path("/proc/self/fd").iterdir())), len(application.allWidgets()))


def _own_memory() -> float:
    """What the process holds of memory in MB, but for pages of files."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    held = next(line for line in lines if line.startswith("RssAnon:"))
    return int(held.split()[1]) * 1024 / 1e6


def _give_back() -> None:
    with suppress(AttributeError):  # another C library than that of GNU
        ctypes.CDLL(None).malloc_trim(0)


def _grown(trial: Trial, sizes: list[Size]) -> Iterator[Finding]:
    """Compare the medians of the first and the last tenth of the exams after the warming up."""
    warm = sizes[int(len(sizes) * WARM) :]
    tenth = max(1, len(warm) // 10)
    for name in ("memory", "handles", "widgets"):
        first = median(getattr(size, name) for size in warm[:tenth])
        last = median(getattr(size, name) for size in warm[-tenth:])
        trial.figures[name] = f"{first:.0f} at first, {last:.0f} at last"
        if last > first * ALLOWED:
            yield Finding(f"seed {trial.seed}", f"{name} grew from {first:.0f} to {last:.0f}")
