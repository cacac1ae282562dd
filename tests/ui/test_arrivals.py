"""Packed banks that are opened: shown before they are installed, refused in words, never over an exam."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFileOpenEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.content.files import read_files
from app.content.package import pack
from app.core.packages import Offer
from app.services.ports import Packages
from app.system.instance import InstanceLock
from app.system.paths import paths_below
from app.system.resources import banks
from app.ui.accessibility import announcements
from app.ui.application import Application
from app.ui.dialogs.ask import Tell
from app.ui.dialogs.package import Proposal, Reading, Refusal
from app.ui.pages.exam import ExamPage
from app.ui.pages.home import HomePage
from app.ui.pages.result import ResultPage
from app.ui.pages.settings import SettingsPage
from tests.support.command_line import program
from tests.support.guest import MINUTE, Guest
from tests.support.house import House
from tests.support.packages import EXAM, TITLE, rewrite_member, write_package
from tests.support.python import ROOT, run_python
from tests.torture.rubbish_targets import sealed

Key = Qt.Key


class Opener:
    """Opens files in a guest's window, and waits for what comes of it."""

    def __init__(self, guest: Guest, house: House, qtbot: QtBot) -> None:
        self.guest, self.qtbot = guest, qtbot
        self.own = house.paths.banks
        self.qtbot.waitUntil(lambda: guest.desktop._painted)

    def open(self, path: Path) -> None:
        """As the desktop hands a file over."""
        self.guest.desktop.open_file(str(path))

    def proposal(self) -> Proposal:
        """The sheet that shows a package, once it is there."""
        return self.sheet(Proposal)

    def sheet(self, kind: type[Proposal] | type[Refusal] | type[Tell] | type[Reading]) -> Proposal:
        """The sheet of that kind, once it is there."""
        self.qtbot.waitUntil(lambda: isinstance(self.guest.hands.sheet(), kind), timeout=20_000)
        return self.guest.hands.sheet()  # type: ignore[return-value]

    def install(self, path: Path) -> None:
        """From the file to the start page."""
        self.open(path)
        self.proposal()
        self.guest.click("package-install")
        self.sheet(Tell)
        self.guest.click("tell-close")

    def settled(self) -> None:
        """Nothing waits and nothing is being read."""
        arrivals = self.guest.desktop.flow.arrivals
        self.qtbot.waitUntil(lambda: arrivals._worker is None and not arrivals._waiting, timeout=20_000)

    @property
    def installed(self) -> list[str]:
        """What lies in the folder of installed banks."""
        return sorted(path.name for path in self.own.iterdir()) if self.own.exists() else []


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A bank that somebody handed on."""
    return write_package(tmp_path)


@pytest.fixture
def opener(guest: Guest, house: House, qtbot: QtBot) -> Opener:
    """Somebody with files before the start page."""
    return Opener(guest, house, qtbot)


# Shown, and installed --------------------------------------------------------------------------


def test_it_is_shown_before_anything_is_installed(opener: Opener, package: Path) -> None:
    opener.open(package)
    opener.proposal()
    words, digest = opener.guest.words, read_files(package.parent / "source of mine", EXAM).digest
    for said in (
        TITLE,
        "8 in all",
        "6 questions · 10 minutes",
        digest[:12],
        package.name,
        "It is new: nothing is replaced.",
    ):
        assert said in words
    assert opener.installed == []


def test_the_keyboard_begins_at_cancel_and_esc_changes_nothing(opener: Opener, package: Path) -> None:
    opener.open(package)
    assert opener.proposal().cancel.hasFocus()
    opener.guest.press(Key.Key_Escape)
    assert opener.guest.hands.sheet() is None
    assert opener.installed == []


def test_once_installed_it_is_on_the_start_page_with_the_keyboard_at_it(
    opener: Opener, package: Path
) -> None:
    opener.guest.click("settings")
    opener.install(package)
    opener.guest.page(HomePage)
    assert TITLE in opener.guest.words
    assert opener.guest.hands.find(QPushButton, f"sit-{EXAM}").hasFocus()
    assert opener.installed == [EXAM]


def test_an_installed_bank_can_be_sat_at_once(opener: Opener, package: Path) -> None:
    opener.install(package)
    opener.guest.begin(EXAM)
    assert opener.guest.attempt.paper.exam.id == EXAM


def test_what_would_be_replaced_is_named(opener: Opener, package: Path, tmp_path: Path) -> None:
    opener.install(package)
    old = read_files(opener.own / EXAM, EXAM).digest
    newer = write_package(tmp_path, "newer", title="Mine anew")
    opener.open(newer)
    opener.proposal()
    assert (
        f"It replaces the installed bank “{TITLE}” (8 questions, fingerprint {old[:12]})"
        in opener.guest.words
    )
    opener.guest.click("package-install")
    opener.sheet(Tell)
    assert "“Mine anew”" in opener.guest.words
    assert read_files(opener.own / EXAM, EXAM).digest != old
    assert opener.installed == [EXAM]


def test_the_same_bank_again_is_said_to_be_the_same(opener: Opener, package: Path) -> None:
    opener.install(package)
    opener.open(package)
    opener.proposal()
    assert "Exactly this bank is installed already." in opener.guest.words
    assert "&Install again" in opener.guest.words


def test_what_is_installed_is_what_was_shown(opener: Opener, package: Path) -> None:
    opener.open(package)
    opener.proposal()
    package.unlink()
    opener.guest.click("package-install")
    opener.sheet(Tell)
    assert opener.installed == [EXAM]


def test_a_title_without_end_is_cut(opener: Opener, tmp_path: Path) -> None:
    opener.open(write_package(tmp_path, title="W" * 3000))
    sheet = opener.proposal()
    assert sheet.width() < opener.guest.window.width()
    assert "W" * 200 not in opener.guest.words.replace("\u200b", "")


# Refused ---------------------------------------------------------------------------------------


def _into_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


Spoiling = Callable[[Path], object]
LATER = b'{"format": "rehearsal-bank", "version": 99, "exam": "mine", "digest": ""}'
SPOILT: dict[str, tuple[Spoiling, str, str]] = {
    "cut off": (
        lambda path: path.write_bytes(path.read_bytes()[:900]),
        "Get it anew from where it came.",
        "it cannot be unpacked",
    ),
    "no package": (
        lambda path: path.write_bytes(b"Dear Ada, ..."),
        "it is no question bank of Rehearsal",
        "it cannot be unpacked",
    ),
    "one member changed": (
        lambda path: rewrite_member(path, f"{EXAM}/exam.yaml", b"exam: mine\n"),
        "Get it anew from where it came.",
        "manifest.json was made for",
    ),
    "of a later format": (
        lambda path: rewrite_member(path, "manifest.json", LATER),
        "was made for a newer Rehearsal",
        "format 99",
    ),
    "with errors": (
        lambda path: path.write_bytes(sealed({f"{EXAM}/exam.yaml": b"exam: mine\n"}, EXAM)),
        "Send the list to its author",
        "mine/exam.yaml:1: missing-field: “title” is missing. Add the field.",
    ),
    "of a shipped id": (
        lambda path: path.write_bytes(pack(banks() / "sample")),
        "comes with Rehearsal and is not replaced",
        "the bank sample comes with the program",
    ),
    "gone": (Path.unlink, "Look where it is now", "No such file"),
    "a folder": (
        _into_a_folder,
        "The file cannot be read",
        "no regular file",
    ),
}


@pytest.mark.parametrize("fault", SPOILT)
def test_every_fault_is_told_with_file_place_and_cure(opener: Opener, package: Path, fault: str) -> None:
    spoil, cure, place = SPOILT[fault]
    spoil(package)
    opener.open(package)
    opener.sheet(Refusal)
    assert cure in opener.guest.words
    assert str(package) in opener.guest.words.replace("\u200b", "")
    assert place in opener.guest.hands.find(QPlainTextEdit, "package-details").toPlainText()
    opener.guest.click("package-copy", "package-close")
    assert str(package) in QApplication.clipboard().text()
    assert place in QApplication.clipboard().text()
    assert opener.installed == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_pipe_is_not_waited_for(opener: Opener, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.rehearsalbank")
    opener.open(tmp_path / "pipe.rehearsalbank")
    opener.sheet(Refusal)
    assert "The file cannot be read" in opener.guest.words


def test_another_process_that_installs_is_named(opener: Opener, house: House, package: Path) -> None:
    other = InstanceLock(house.paths.banks.with_name("banks.lock"))
    opener.open(package)
    opener.proposal()
    assert other.acquire()
    opener.guest.click("package-install")
    opener.sheet(Refusal)
    assert "is installing a bank itself. Try again" in opener.guest.words
    other.release()
    assert opener.installed == []


# Not over an exam ------------------------------------------------------------------------------


def test_in_an_exam_it_waits_for_the_start_page(opener: Opener, package: Path) -> None:
    guest = opener.guest
    guest.begin()
    focused, said = QApplication.focusWidget(), []
    announcements().made.connect(lambda words, assertive: said.append((words, assertive)))
    opener.open(package)
    guest.wait(MINUTE)
    assert guest.hands.sheet() is None
    guest.page(ExamPage)
    assert QApplication.focusWidget() is focused
    assert guest.notice == "A question bank was opened. It will be shown when the exam is over."
    assert said == [(guest.notice, False)]
    guest.answer_all()
    guest.end()
    guest.page(ResultPage)
    guest.desktop.flow.arrivals._next()
    assert guest.hands.sheet() is None
    guest.click("result-home")
    opener.proposal()
    assert TITLE in guest.words


def test_what_matters_to_the_exam_is_not_talked_over(opener: Opener, package: Path) -> None:
    opener.guest.begin()
    opener.guest.wait(30 * MINUTE)
    assert opener.guest.notice == "30 minutes left."
    opener.open(package)
    assert opener.guest.notice == "30 minutes left."


@pytest.mark.parametrize("steps", [2, 3, 4], ids=["check-in", "agreement", "tutorial"])
def test_before_the_clock_it_waits_too(opener: Opener, package: Path, steps: int) -> None:
    guest = opener.guest
    guest.click(*("sit-sample", "booking-next", "check-in-continue", "agreement-accept")[:steps])
    opener.open(package)
    arrivals = guest.desktop.flow.arrivals
    arrivals._next()
    assert arrivals._worker is None
    guest.desktop.flow.show_home()
    opener.proposal()


def test_an_exam_that_is_begun_while_the_file_is_read_is_not_covered(opener: Opener, package: Path) -> None:
    slow = Slow(opener)
    opener.open(package)
    slow.begun()
    opener.guest.desktop.flow.arrivals._ask_for_patience = lambda *_: None  # type: ignore[method-assign]
    opener.guest.begin()
    slow.go_on()
    arrivals = opener.guest.desktop.flow.arrivals
    opener.qtbot.waitUntil(lambda: arrivals._worker is None, timeout=20_000)
    arrivals._next()
    assert opener.guest.hands.sheet() is None
    opener.guest.answer_all()
    opener.guest.end()
    opener.guest.click("result-home")
    opener.proposal()


# One after the other ---------------------------------------------------------------------------


def test_a_question_that_is_open_is_answered_first(opener: Opener, package: Path) -> None:
    opener.guest.click("keys")
    opener.open(package)
    opener.guest.desktop.flow.arrivals._next()
    assert opener.guest.desktop.flow.arrivals._worker is None
    opener.guest.click("keys-close")
    opener.proposal()


def test_files_are_shown_one_after_the_other_and_each_once(opener: Opener, tmp_path: Path) -> None:
    titles = ["First of two", "Second of two"]
    files = [write_package(tmp_path, name[:5].strip(), title=name) for name in titles]
    for file in (*files, *files):
        opener.open(file)
    for title in titles:
        opener.proposal()
        assert title in opener.guest.words
        opener.guest.click("package-cancel")
    opener.settled()
    assert opener.guest.hands.sheet() is None


# Waiting ---------------------------------------------------------------------------------------


class Slow:
    """The user's own banks on a disk that takes its time."""

    def __init__(self, opener: Opener) -> None:
        self._begun, self._go_on, self._opener = threading.Event(), threading.Event(), opener
        self.answered = False
        bridge = opener.guest.bridge
        assert bridge.services.packages is not None
        self._real: Packages = bridge.services.packages
        bridge.services = replace(bridge.services, packages=self)

    def look(self, path: Path) -> Offer:
        """Once it may go on."""
        self._begun.set()
        assert self._go_on.wait(60)
        offer = self._real.look(path)
        self.answered = True
        return offer

    def install(self, offer: Offer) -> None:
        """Once it may go on."""
        assert self._go_on.wait(60)
        self._real.install(offer)

    def begun(self) -> None:
        """Wait until somebody waits for the disk."""
        self._opener.qtbot.waitUntil(self._begun.is_set)

    def go_on(self, *, on: bool = True) -> None:
        """Let the disk answer, or take its time again."""
        (self._go_on.set if on else self._go_on.clear)()


def test_what_takes_longer_can_be_stopped(opener: Opener, package: Path) -> None:
    slow = Slow(opener)
    opener.open(package)
    opener.sheet(Reading)
    opener.guest.click("reading-stop")
    slow.go_on()
    opener.settled()
    assert opener.guest.hands.sheet() is None
    opener.open(package)
    opener.proposal()


def test_an_installation_is_not_left_in_the_middle(opener: Opener, package: Path) -> None:
    slow = Slow(opener)
    slow.go_on()
    opener.open(package)
    opener.proposal()
    slow.go_on(on=False)
    opener.guest.click("package-install")
    opener.sheet(Reading)
    opener.guest.press(Key.Key_Escape)
    assert isinstance(opener.guest.hands.sheet(), Reading)
    slow.go_on()
    opener.sheet(Tell)
    assert opener.installed == [EXAM]


def test_a_window_that_goes_waits_for_what_it_reads(opener: Opener, house: House, package: Path) -> None:
    slow = Slow(opener)
    opener.open(package)
    slow.begun()
    threading.Timer(0.1, slow.go_on).start()
    house.empty()
    assert slow.answered


def test_a_mistake_of_ours_is_told_and_the_next_file_is_shown(opener: Opener, package: Path) -> None:
    bridge = opener.guest.bridge
    right = bridge.services
    bridge.services = replace(right, packages=Wrong())
    with opener.qtbot.captureExceptions() as mistakes:
        opener.open(package)
        opener.qtbot.waitUntil(lambda: len(mistakes) == 1)
    bridge.services = right
    opener.open(package)
    opener.proposal()


class Wrong:
    """Has a mistake in it."""

    def look(self, _path: Path) -> Offer:
        """Makes it."""
        raise AssertionError("wrong")

    def install(self, _offer: Offer) -> None:
        """Never comes to it."""


# The ways in -----------------------------------------------------------------------------------


def test_macos_asks_the_application(opener: Opener, application: QApplication, package: Path) -> None:
    assert isinstance(application, Application)
    QApplication.sendEvent(application, QFileOpenEvent(str(package)))
    opener.proposal()


def test_a_file_that_comes_before_the_window_is_not_lost(
    application: QApplication, house: House, qtbot: QtBot, package: Path
) -> None:
    assert isinstance(application, Application)
    application._open = None
    QApplication.sendEvent(application, QFileOpenEvent(str(package)))
    Opener(house.enter(), house, qtbot).proposal()


def data_of(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def enter(target: QWidget, data: QMimeData) -> bool:
    """Drag something over the window; whether it would be taken."""
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, buttons, none)
    event.ignore()
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def drop(target: QWidget, data: QMimeData) -> bool:
    """Let it go there; whether it was taken."""
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, buttons, none)
    event.ignore()
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def hint(guest: Guest) -> bool:
    """Whether the hint is on the screen."""
    return any(part.isVisible() for part in guest.window.findChildren(QWidget, "drop-hint"))


def test_a_package_is_dropped_on_the_start_page(opener: Opener, package: Path) -> None:
    window, data = opener.guest.window, data_of(package)
    assert enter(window, data)
    assert hint(opener.guest)
    assert "Drop the question bank here" in opener.guest.words
    assert drop(window, data)
    assert not hint(opener.guest)
    opener.proposal()


def test_the_hint_goes_with_what_is_dragged(opener: Opener, package: Path) -> None:
    assert enter(opener.guest.window, data_of(package))
    QApplication.sendEvent(opener.guest.window, QDragLeaveEvent())
    assert not hint(opener.guest)


def test_other_files_are_not_taken(opener: Opener, tmp_path: Path) -> None:
    data = data_of(tmp_path / "letter.pdf")
    assert not enter(opener.guest.window, data)
    assert not hint(opener.guest)
    assert not drop(opener.guest.window, data)


def test_nothing_is_dropped_on_an_exam(candidate: Guest, package: Path) -> None:
    data = data_of(package)
    assert not enter(candidate.window, data)
    assert not drop(candidate.window, data)
    assert candidate.hands.sheet() is None


def test_a_drag_reaches_the_window_through_what_lies_on_it(opener: Opener) -> None:
    page = opener.guest.page(HomePage)
    assert opener.guest.window.acceptDrops()
    assert not [part for part in (page, *page.findChildren(QWidget)) if part.acceptDrops()]


def test_a_file_is_chosen_by_keyboard_from_the_settings(opener: Opener, package: Path) -> None:
    guest = opener.guest
    guest.click("settings")
    guest.page(SettingsPage)
    guest.tab_to("settings-bank")
    chooser = guest.window.findChild(QFileDialog, "bank-chooser")
    assert isinstance(chooser, QFileDialog)
    assert chooser.isVisible()
    field = chooser.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    assert field.hasFocus()
    field.setText(str(package))
    QTest.keyClick(field, Key.Key_Return)
    opener.proposal()


@pytest.fixture
def listening(opener: Opener, house: House) -> Iterator[Opener]:
    """A window that holds its data folder and hears of other starts."""
    lock = InstanceLock(paths_below(house.paths.data).lock)
    assert lock.acquire()
    opener.guest.desktop.listen(house.paths.data, lock.take)
    yield opener
    lock.release()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
@pytest.mark.parametrize("verb", [["open"], []], ids=["open FILE", "FILE"])
def test_a_second_start_hands_its_file_over(
    listening: Opener, house: House, package: Path, verb: list[str]
) -> None:
    listening.guest.window.showMinimized()
    command = program("--data-dir", house.paths.data, *verb, package)
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as second:
        listening.proposal()
        _, said = second.communicate(timeout=60)
    assert second.returncode == 0
    assert "open already" in said
    assert not listening.guest.window.isMinimized()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_second_start_that_came_too_early_is_heard(
    guest: Guest, house: House, qtbot: QtBot, package: Path
) -> None:
    lock = InstanceLock(house.paths.lock)
    assert lock.acquire()
    lock.ask_to_raise(package)
    guest.desktop.listen(house.paths.data, lock.take)
    Opener(guest, house, qtbot).proposal()
    lock.release()


FIRST_SCREEN = """
import sys
from app.cli import run

code = run(["--quit-after-start", "--data-dir", sys.argv[1]])
late = {"app.ui.arrivals", "app.ui.worker", "app.ui.dialogs.package", "app.core.packages"}
sys.exit(code or len({*late, "app.content.shelf"} & set(sys.modules)))
"""


def test_the_first_screen_takes_nothing_of_this_in(tmp_path: Path) -> None:
    assert run_python(FIRST_SCREEN, tmp_path) == 0
