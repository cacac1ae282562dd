"""Every screen in both languages: no word is left in English, and a switch reaches what is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.core.attempt import Attempt, fold
from app.core.bank import Bank
from app.core.events import Answered, Flagged, Interrupted, Resumed, Started, Visited
from app.core.history import Head
from app.core.ids import AttemptId, ExamId, ProfileId
from app.core.summary import summarise
from app.core.terms import Cause, EndReason, Policy
from app.reports.viewer import PdfViewer
from app.services.exam_desk import Booking
from app.services.history import HistoryDesk
from app.services.home import home
from app.services.ports import Backup, Recovery, Trouble, TroubleKind
from app.services.preferences import Preferences, PreferencesService
from app.services.services import Services
from app.ui.application import Desktop
from app.ui.dialogs.ask import Sheet
from app.ui.dialogs.crash import Crash
from app.ui.i18n import Translators
from app.ui.look import put_in_force
from app.ui.pages.agreement import AgreementPage
from app.ui.pages.answers import AnswersPage
from app.ui.pages.booking import BookingPage
from app.ui.pages.exam import ExamPage
from app.ui.pages.home import HomePage
from app.ui.pages.ready import ReadyPage
from app.ui.pages.result import ResultPage
from app.ui.pages.review import ReviewPage
from app.ui.pages.tutorial import TutorialPage
from app.ui.theme.fonts import load_fonts
from app.ui.widgets.walk import Subset, Walk
from tests.support.fakes import MemoryBin, MemorySettings, MemoryTransfer
from tests.support.headless import World
from tests.support.papers import EPOCH_MS, make_bank, make_moment, make_paper, make_profile
from tests.support.results import make_result

Speak = Callable[[str], None]
Make = Callable[[], QWidget]

FORM = make_paper().form
NOT_WORDS = ("Rehearsal", "English", "Databricks", "MLflow", "The manual", FORM, "mla-1")
"""Names, and what comes from banks and people."""


@pytest.fixture(scope="module", autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Speak]:
    """Puts a language in force, as the start page does, until the test is over."""
    translators, locale = Translators(qapp), QLocale()

    def switch(language: str) -> None:
        put_in_force(qapp, Preferences(interface_language=language, scheme="light"), translators)
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    yield switch
    QLocale.setDefault(locale)
    for translator in translators._installed:
        qapp.removeTranslator(translator)


# The screens ------------------------------------------------------------------------------------


def bank() -> Bank:
    """Two profiles, of which the second asks for more than there is."""
    return make_bank(multiple_every=2, profiles=(make_profile(), make_profile("guide", questions=99)))


def sitting() -> Attempt:
    """In the middle: one answered and flagged, one seen, one unseen."""
    paper = make_paper(multiple_every=1)
    started = Started(make_moment(), paper, Policy.CENTRE, 5_400_000, 0, "愛子", "ja")
    key = tuple(paper.questions[0].item.key)
    attempt = fold(
        (
            started,
            Visited(make_moment(1), 0),
            Answered(make_moment(2), 0, key),
            Flagged(make_moment(3), 0, on=True),
            Interrupted(make_moment(4), Cause.CLOSED),
            Resumed(make_moment(5)),
            Visited(make_moment(6), 1),
        )
    )
    assert attempt is not None
    return attempt


def head(reason: EndReason | None) -> Head:
    exam, profile, correct = ExamId("mla"), ProfileId("full"), None if reason is None else 2
    return Head(AttemptId("mla-1"), exam, profile, FORM, "愛子", EPOCH_MS, reason, EPOCH_MS, 1000, correct, 3)


def home_page() -> QWidget:
    page = HomePage()
    page.show_home(home((summarise(bank()),), (head(None), head(EndReason.FINISHED))))
    return page


def empty_home_page() -> QWidget:
    page = HomePage()
    page.show_home(home((summarise(bank()),), ()))
    return page


def booking_page() -> QWidget:
    page = BookingPage()
    page.show_booking(summarise(bank()), "full", Preferences(candidate="愛子"), "ja")
    return page


def tutorial_page() -> QWidget:
    page = TutorialPage()
    page.begin()
    return page


def ready_page() -> QWidget:
    page = ReadyPage()
    paper = make_paper()
    repeated = tuple(question.item.id for question in paper.questions[:1])
    booking = Booking("mla", "full", "愛子", "ja", Policy.STRICT, 25)
    page.show_paper(replace(paper, repeated=repeated), booking)
    return page


def exam_page() -> QWidget:
    page = ExamPage()
    page.show_attempt(sitting(), None)
    page.bar.show_time(60_000)
    return page


def walking_page() -> QWidget:
    page = ExamPage()
    page.show_attempt(sitting(), Walk(Subset.INCOMPLETE, (1, 2)))
    return page


def review_page() -> QWidget:
    page = ReviewPage()
    page.show_attempt(sitting())
    return page


def result_page() -> QWidget:
    page = ResultPage()
    page.show_result(make_result(reason=EndReason.SCORED_AS_IT_STANDS, correct=(0, 9, 0, 7, 7)))
    return page


def answers_page() -> QWidget:
    page = AnswersPage()
    page.show_result(make_result(language="ja"), "ja")
    return page


PAGES: list[Make] = [
    AgreementPage,
    home_page,
    empty_home_page,
    booking_page,
    tutorial_page,
    ready_page,
    exam_page,
    walking_page,
    review_page,
    result_page,
    answers_page,
]


# What a screen says -----------------------------------------------------------------------------


def words(screen: QWidget) -> list[str]:
    """Everything that a screen says, to eyes and to screen readers, in the order of its parts."""
    said = [screen.windowTitle()]
    for part in screen.findChildren(QWidget):
        said += [part.accessibleName(), part.toolTip(), *_visible(part)]
    return [text for text in said if text]


def _visible(part: QWidget) -> list[str]:
    if isinstance(part, QLabel | QPushButton | QRadioButton):
        menu = part.menu() if isinstance(part, QPushButton) else None
        return [part.text(), *(action.text() for action in (menu.actions() if menu else ()))]
    if isinstance(part, QComboBox):
        return [part.itemText(at) for at in range(part.count())]
    if isinstance(part, QLineEdit):
        return [part.text(), part.placeholderText()]
    if isinstance(part, QListWidget):
        return [part.item(at).text() for at in range(part.count())]
    return _table(part) if isinstance(part, QTableWidget) else []


def _table(table: QTableWidget) -> list[str]:
    heads = [table.horizontalHeaderItem(at) for at in range(table.columnCount())]
    cells = [table.item(row, at) for row in range(table.rowCount()) for at in range(table.columnCount())]
    return [item.text() for item in (*heads, *cells) if item is not None]


def english(said: list[str]) -> list[str]:
    """The texts that have Latin words and nothing Japanese, apart from names."""
    plain = [re.sub(r"<[^>]*>|https?://\S*", "", text.replace("\u200b", "")) for text in said]
    left = [re.sub("|".join(map(re.escape, NOT_WORDS)), "", text) for text in plain]
    return [text for text in left if re.search(r"[A-Za-z]{2}", text) and not re.search(r"[぀-ヿ一-鿿]", text)]


@pytest.mark.parametrize("make", PAGES, ids=lambda make: make.__name__)
def test_a_japanese_page_has_no_english_words(speak: Speak, qtbot: QtBot, make: Make) -> None:
    speak("ja")
    page = make()
    qtbot.addWidget(page)
    assert words(page)
    assert english(words(page)) == []


def forget_the_replaced() -> None:
    """Let go of parts that a page has put aside and that wait to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("make", PAGES, ids=lambda make: make.__name__)
def test_a_switch_of_language_reaches_the_page_that_is_shown(speak: Speak, qtbot: QtBot, make: Make) -> None:
    speak("en")
    shown = make()
    qtbot.addWidget(shown)
    forget_the_replaced()
    before = words(shown)
    for language in ("ja", "en"):
        speak(language)
        fresh = make()
        qtbot.addWidget(fresh)
        forget_the_replaced()
        assert words(shown) == words(fresh)
    assert words(shown) == before


def test_every_page_of_the_tutorial_is_japanese(speak: Speak, qtbot: QtBot) -> None:
    speak("ja")
    page = TutorialPage()
    qtbot.addWidget(page)
    page.begin()
    for _ in range(5):
        assert english(words(page)) == []
        page.next.click()


# What is said over the window -------------------------------------------------------------------


class NoDocuments:
    """Makes none."""

    def score_report(self, *_: object) -> bytes:
        """Nothing."""
        return b""

    def answer_review(self, *_: object) -> bytes:
        """Nothing."""
        return b""

    def progress_report(self, *_: object) -> bytes:
        """Nothing."""
        return b""

    def trend(self, *_: object) -> bytes:
        """Nothing."""
        return b""

    course = trend


def services(world: World) -> Services:
    return Services(
        desk=world.desk,
        banks=world.banks,
        archive=world.archive,
        history=HistoryDesk(
            world.banks, world.archive, MemoryBin(), MemoryTransfer(), world.clock, world.notices
        ),
        documents=NoDocuments(),
        viewer=PdfViewer(),
        charts=NoDocuments(),
        preferences=PreferencesService(MemorySettings(), world.notices),
        notices=world.notices,
        clock=world.clock,
        save=lambda _path, _content: None,
        load=lambda _path: b"",
        folder=Path("data"),
    )


@pytest.fixture
def desktop(qapp: QApplication, speak: Speak, qtbot: QtBot) -> Iterator[Desktop]:
    """The window in Japanese, in front of somebody who may begin at once."""
    speak("ja")
    world = World()
    made = Desktop(qapp, services(world), language="ja")
    qtbot.addWidget(made.window)
    ritual = made.flow._before_the_clock()
    ritual._booking = Booking("mla", "full", "愛子", "ja")
    ritual._paper = world.desk.draw("mla", "full")
    yield made
    made.bridge.interrupt()
    for translator in made.translators._installed:
        qapp.removeTranslator(translator)


def sheet(desktop: Desktop) -> Sheet:
    """The sheet that came last."""
    return desktop.window.findChildren(Sheet)[-1]


def test_questions_before_the_exam_are_japanese(desktop: Desktop) -> None:
    flow = desktop.flow
    begin = flow._before_the_clock()._on_begin
    for ask in (begin, lambda: flow.unfinished._on_score("a"), lambda: flow.unfinished._discard_again("a")):
        ask()
        assert english(words(sheet(desktop))) == []
    flow.unfinished._on_discard("a")
    assert english(words(sheet(desktop))) == []


def test_questions_in_the_exam_are_japanese(desktop: Desktop) -> None:
    flow = desktop.flow
    flow._before_the_clock()._begin()
    pages = flow._exam_pages()
    for ask in (pages._on_navigator, pages._on_end, pages._on_end_again, desktop.window.close):
        ask()
        assert english(words(sheet(desktop))) == []


def test_notices_in_the_exam_are_japanese(desktop: Desktop) -> None:
    flow = desktop.flow
    flow._before_the_clock()._begin()
    page = flow._exam_pages().exam
    flow._on_warned(5)
    assert page.notice.text == "残り時間は 5 分です。"
    flow.bridge.unsaved_changed.emit(Trouble(TroubleKind.DISK_FULL))
    assert page.notice.text.startswith("保存できませんでした。")
    assert english(words(page)) == []
    flow.bridge.unsaved_changed.emit(None)
    assert page.notice.text.startswith("すべて保存されました。")


@pytest.mark.parametrize("kept", ["", "/data/rehearsal.sqlite3.damaged"])
@pytest.mark.parametrize("backup", [None, Backup("/data/backups/b.sqlite3", 1_760_000_000_000)])
def test_a_restoration_is_told_in_japanese(desktop: Desktop, kept: str, backup: Backup | None) -> None:
    words_told = desktop.flow.upkeep.what_was_done(Recovery(kept, backup, 12, 8))
    assert english([words_told.replace(kept, "")]) == []


def test_what_is_told_is_japanese(desktop: Desktop) -> None:
    flow = desktop.flow
    flow.show_home()
    flow._on_trouble(Trouble(TroubleKind.TOO_NEW))
    flow._before_the_clock()._begin()
    flow._on_sit("mla", "full")
    assert english(words(sheet(desktop))) == []
    assert english(words(desktop.window)) == []


def test_the_crash_dialog_is_japanese(speak: Speak, qtbot: QtBot) -> None:
    speak("ja")
    dialog = Crash(None, "")
    qtbot.addWidget(dialog)
    assert english(words(dialog)) == []


def test_english_counts_one_and_many(speak: Speak, qtbot: QtBot) -> None:
    speak("en")
    page = home_page()
    qtbot.addWidget(page)
    assert english(words(page))
    said = " ".join(words(page))
    assert "3 questions · 90 minutes" in said
    assert "1 mock sat · best" in said
    assert "(s)" not in said
