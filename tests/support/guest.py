"""A person at the real window, over real files: what they click and press, see and leave on the disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from app.bootstrap import build
from app.core.attempt import Attempt, fold
from app.core.events import Event
from app.core.history import Outcome
from app.core.ids import AttemptId, OptionId
from app.core.paper import Question
from app.services.exam_desk import ExamDesk
from app.services.ports import Journal, Trouble, TroubleKind
from app.services.services import Services
from app.storage.database import Database
from app.system.paths import Paths
from app.system.resources import banks as shipped_banks
from app.ui.application import Desktop
from app.ui.demo.hands import Hands
from app.ui.pages.exam import ExamPage
from app.ui.widgets.option_row import ChoiceRow, TickRow
from tests.support.papers import FakeClock, FakeIds

P = TypeVar("P", bound=QWidget)
Key = Qt.Key

SEED = 5
"""Draws a paper of the sample exam that has its multiple question in the middle."""

ROOMY = (1280, 1200)
"""A window in which every question of the sample exam is seen whole, so that Next goes on at once."""

CHECK_IN = ("booking-next", "check-in-continue", "agreement-accept", "tutorial-end", "ready-begin", "ask-yes")
MINUTE = 60_000
FULL = Trouble(TroubleKind.DISK_FULL, "/media/full")
LOOK = 50_000
"""How often the window looks at the clock while a guest waits: a longer silence would be a suspend."""


class Disk:
    """A journal on a disk that raises `trouble` while there is one.

    `before_writing` is called each time before something is written.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.trouble: Trouble | None = None
        self.before_writing: Callable[[], None] = lambda: None

    def append(
        self, attempt: AttemptId, expected: int, events: tuple[Event, ...], outcome: Outcome | None = None
    ) -> None:
        """Write, unless in trouble."""
        if self.trouble is not None:
            raise self.trouble
        self.before_writing()
        self._journal.append(attempt, expected, events, outcome)

    def read(self, attempt: AttemptId) -> tuple[Event, ...]:
        """What was written."""
        return self._journal.read(attempt)


class Guest:
    """Somebody before the window of one run of the program."""

    def __init__(
        self,
        application: QApplication,
        paths: Paths,
        clock: FakeClock,
        ids: FakeIds,
        banks: Path,
        language: str,
    ) -> None:
        self.clock, self.database = clock, Database(paths.database)
        services = build(paths, banks=banks, with_sample=True, clock=clock, ids=ids)
        self.disk = Disk(services.desk._journal)
        self.services = replace(services, desk=_desk(services, self.disk, clock, ids))
        self.desktop = Desktop(application, self.services, language=language, seed=SEED)
        self.window, self.bridge = self.desktop.window, self.desktop.bridge
        if not services.preferences.current.geometry:
            self.window.resize(*ROOMY)
        self.hands = Hands(self.window)
        self.desktop.show()
        self._activate()

    # What a person does ---------------------------------------------------------------------

    def click(self, *names: str) -> None:
        """Click buttons, one after the other."""
        for name in names:
            self.hands.click(name)
            self._activate()

    def press(self, *keys: Qt.Key, alt: bool = False) -> None:
        """Press keys, the way of the system: shortcuts come before the widget that has the focus."""
        for key in keys:
            modifier = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(QGuiApplication.focusWindow(), key, modifier)
            self._let_go()
            self._activate()

    def tab_to(self, name: str) -> None:
        """Press Tab until the widget of that name has the focus, then Space."""
        for _ in range(60):
            focused = QApplication.focusWidget()
            if focused is not None and focused.objectName() == name:
                self.press(Key.Key_Space)
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"{name} cannot be reached by Tab")

    def focus(self, name: str) -> None:
        """Give the focus to a button."""
        self.hands.find(QAbstractButton, name).setFocus()

    def begin(self, exam: str = "sample", **booking: str | int) -> None:
        """From home to the first question, with what is chosen on the booking page, by field."""
        self.click(f"sit-{exam}")
        for field, value in booking.items():
            box = getattr(self.window.shown, field)
            assert isinstance(box, QComboBox)
            box.setCurrentIndex(box.findData(value))
        self.click(*CHECK_IN)

    def answer(self, *options: OptionId) -> None:
        """Click options of the question shown."""
        self.click(*(f"option-{option}" for option in options))

    def go_to(self, question: int) -> None:
        """Walk forward to a question, by index."""
        while self.attempt.current != question:
            self.click("next")

    def answer_all(self) -> None:
        """Give every question its key, from the first on; ends on the review screen."""
        for _ in self.attempt.paper.questions:
            self.answer(*self.key)
            self.click("next")

    def end(self) -> None:
        """End the exam from the review screen."""
        self.click("end-exam", "ask-yes", "ask-yes")

    def wait(self, milliseconds: int) -> None:
        """Let exam time pass; the window looks at the clock often enough to leave heartbeats."""
        for step in (LOOK,) * (milliseconds // LOOK) + (milliseconds % LOOK,):
            self.clock.advance(step)
            self.bridge.tick()
        self.hands.settle()

    def _let_go(self) -> None:
        """Wait until a button pressed by its shortcut has come up again, which is its click."""
        deadline = QDeadlineTimer(2000)
        while self._held() and not deadline.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    def _held(self) -> bool:
        return any(button.isDown() for button in self.window.findChildren(QAbstractButton))

    def _activate(self) -> None:
        """Wake the window after a sheet: window managers do it, the offscreen platform does not."""
        self.hands.settle()
        if QApplication.activeWindow() is None and self.window.isVisible():
            self.window.activateWindow()
            self.hands.settle()

    # What a person sees ---------------------------------------------------------------------

    def page(self, kind: type[P]) -> P:
        """The page in front, which is of that kind."""
        shown = self.window.shown
        assert isinstance(shown, kind), f"{shown} is in front"
        return shown

    @property
    def rows(self) -> dict[OptionId, ChoiceRow | TickRow]:
        """The options of the question shown."""
        return self.page(ExamPage).question.rows

    @property
    def shown_answer(self) -> tuple[OptionId, ...]:
        """The options that the window shows as chosen."""
        return tuple(option for option, row in self.rows.items() if row.isChecked())

    @property
    def notice(self) -> str:
        """The words of the banner; empty when none is on the screen."""
        notice = self.page(ExamPage).notice
        return notice.text if notice.isVisible() else ""

    @property
    def words(self) -> str:
        """Every word on the page or the sheet in front."""
        return "\n".join(words_in(self.hands.sheet() or self.window))

    # What is behind it ----------------------------------------------------------------------

    @property
    def attempt(self) -> Attempt:
        """The attempt being sat."""
        attempt = self.bridge.attempt
        assert attempt is not None, "no exam is being sat"
        return attempt

    @property
    def question(self) -> Question:
        """The question shown."""
        return self.attempt.paper.questions[self.attempt.current]

    @property
    def key(self) -> tuple[OptionId, ...]:
        """The right answer to the question shown, in the order shown."""
        return tuple(option for option in self.question.order if option in self.question.item.key)

    @property
    def multiple(self) -> int:
        """The index of the question that asks for several options."""
        return next(i for i, q in enumerate(self.attempt.paper.questions) if q.item.to_choose > 1)

    @property
    def wrong(self) -> tuple[OptionId, ...]:
        """The wrong options of the question shown, in the order shown."""
        return tuple(option for option in self.question.order if option not in self.question.item.key)

    def stored(self) -> Attempt:
        """The newest attempt as another program reads it from the disk."""
        heads = self.database.archive.heads()
        attempt = fold(self.database.journal.read(heads[0].id))
        assert attempt is not None
        return attempt

    def leave(self) -> None:
        """Vanish as a program does that is killed: nothing more is written."""
        self.bridge._timer.stop()
        self.window.may_close = lambda: True
        self.window.close()
        self.window.deleteLater()
        self.desktop.deleteLater()
        for translator in self.desktop.translators._installed:
            QCoreApplication.removeTranslator(translator)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.database.close()


def words_in(root: QWidget) -> list[str]:
    """The visible words of labels and buttons below a widget."""
    labels = [label.text() for label in root.findChildren(QLabel) if label.isVisible()]
    return labels + [button.text() for button in root.findChildren(QAbstractButton) if button.isVisible()]


def sample_banks(root: Path, minutes: int = 60) -> Path:
    """A folder of banks with the sample exam alone, made longer."""
    folder = root / "banks"
    shutil.copytree(shipped_banks() / "sample", folder / "sample")
    exam = folder / "sample" / "exam.yaml"
    words = exam.read_text(encoding="utf-8")
    assert "minutes: 10\n" in words
    exam.write_text(words.replace("minutes: 10\n", f"minutes: {minutes}\n"), encoding="utf-8")
    return folder


def _desk(services: Services, journal: Journal, clock: FakeClock, ids: FakeIds) -> ExamDesk:
    return ExamDesk(services.banks, journal, services.archive, clock, ids, services.notices)
