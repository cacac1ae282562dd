"""Every screen, with long but likely words on it, each made from values alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.core.attempt import Attempt, fold
from app.core.bank import Item
from app.core.events import Answered, Flagged, Started, StruckOut, Visited
from app.core.history import Binned, Head
from app.core.ids import AttemptId, OptionId, ProfileId, TopicId
from app.core.paper import Paper, Question
from app.core.scoring import Result
from app.core.summary import BankSummary, summarise
from app.core.terms import EndReason, Policy
from app.core.text import Text
from app.services.exam_desk import Booking
from app.services.home import home
from app.services.ports import Picture
from app.services.preferences import Preferences
from app.ui.dialogs.ask import Ask, Sheet, Tell
from app.ui.dialogs.comment import CommentSheet
from app.ui.dialogs.keys import Keys
from app.ui.dialogs.navigator import Navigator
from app.ui.dialogs.working import Working
from app.ui.pages.agreement import AgreementPage
from app.ui.pages.answers import AnswersPage
from app.ui.pages.bin import BinPage
from app.ui.pages.booking import BookingPage
from app.ui.pages.check_in import CheckInPage
from app.ui.pages.comments import CommentsPage
from app.ui.pages.document import DocumentPage, Kind
from app.ui.pages.exam import ExamPage
from app.ui.pages.history import HistoryPage
from app.ui.pages.home import HomePage
from app.ui.pages.on_break import BreakPage
from app.ui.pages.ready import ReadyPage
from app.ui.pages.result import ResultPage
from app.ui.pages.review import ReviewPage
from app.ui.pages.settings import SettingsPage
from app.ui.pages.survey import SurveyPage
from app.ui.pages.tutorial import TutorialPage
from app.ui.widgets.notice_bar import Matter
from app.ui.widgets.walk import Subset, Walk
from tests.support.histories import make_progress
from tests.support.papers import EPOCH_MS, make_bank, make_item, make_moment
from tests.support.results import make_result

Make = Callable[[str], QWidget]
MakeSheet = Callable[[QMainWindow, str], Sheet]

STEM = Text.of(
    en="""A data scientist logs a model inside a run and wants the **registered** version
to be used by a nightly job.

```python
with mlflow.start_run() as run:
    mlflow.sklearn.log_model(model, name="model", registered_model_name="prod.ml.churn_classifier_v2")
```

| Metric | Value |
|---|---|
| `val_f1` | 0.81 |
| `val_auc` | 0.93 |

Which step comes next?""",
    ja="""データサイエンティストが実行の中でモデルを記録し、**登録済み**のバージョンを夜間ジョブで使いたいと考えています。

```python
with mlflow.start_run() as run:
    mlflow.sklearn.log_model(model, name="model", registered_model_name="prod.ml.churn_classifier_v2")
```

次に行うべき手順はどれですか。""",
)
OPTION = Text.of(
    en="Set the alias `champion` on the new version, and let the job load `models:/prod.ml.churn@champion`, "
    "so that a rollback is a change of the alias alone.",
    ja="新しいバージョンにエイリアス `champion` を設定し、ジョブでは `models:/prod.ml.churn@champion` "
    "を読み込みます。こうすれば、エイリアスの変更だけで元に戻せます。",
)


def long_item(name: str, *, several: bool) -> Item:
    """An item with text, code, a table and options of several lines."""
    item = make_item(name, options=5, right=("a", "c") if several else ("a",))
    options = tuple(replace(option, text=OPTION, why=OPTION) for option in item.options)
    return replace(item, stem=STEM, options=options)


def result() -> Result:
    """A result in which something of everything happened."""
    return make_result(reason=EndReason.SCORED_AS_IT_STANDS, correct=(0, 9, 0, 7, 7))


def long_paper() -> Paper:
    """The paper of the result, its first two questions replaced by long ones."""
    paper = result().paper
    long_ones = tuple(
        Question(item, tuple(option.id for option in item.options))
        for item in (long_item("q1-0", several=False), long_item("q1-1", several=True))
    )
    return replace(paper, questions=long_ones + paper.questions[2:])


def sitting(language: str, current: int = 1) -> Attempt:
    """In the middle: one answered and flagged, one half answered with an option struck out."""
    paper = long_paper()
    attempt = fold(
        (
            Started(make_moment(), paper, Policy.CENTRE, 5_400_000, 0, "愛子", language),
            Visited(make_moment(1), 0),
            Answered(make_moment(2), 0, (OptionId("b"),)),
            Flagged(make_moment(3), 0, on=True),
            Visited(make_moment(4), 1),
            Answered(make_moment(5), 1, (OptionId("b"),)),
            StruckOut(make_moment(6), 1, OptionId("d"), on=True),
            Visited(make_moment(7), len(paper.questions) - 1),
            Visited(make_moment(8), current),
        )
    )
    assert attempt is not None
    return attempt


def summary() -> BankSummary:
    """A bank whose second profile asks for more than there is."""
    paper = result().paper
    guide = replace(paper.profile, id=ProfileId("guide"), title=Text.of(en="Official guide", ja="公式ガイド"))
    exam = replace(paper.exam, profiles=(paper.profile, replace(guide, questions=99)))
    drawn = (question.item for question in paper.questions)
    items = tuple(replace(item, topic=TopicId(f"{item.domain}-t1")) for item in drawn)
    return summarise(replace(make_bank(domains=5), exam=exam, items=items))


def head(number: int, reason: EndReason | None) -> Head:
    """An attempt of the list on the start page."""
    paper = result().paper
    correct = None if reason is None else 31
    name = AttemptId(f"mla-{number}")
    exam, profile = paper.exam.id, paper.profile.id
    return Head(name, exam, profile, paper.form, "愛子", EPOCH_MS, reason, EPOCH_MS, 1000, correct, 45)


def home_page(_language: str) -> QWidget:
    page = HomePage()
    ended = (head(n, EndReason.FINISHED) for n in range(2, 5))
    page.show_home(home((summary(),), (head(1, None), *ended)))
    page.show_details("question 17 of 45 · 1:02:03 left")
    return page


def empty_home_page(_language: str) -> QWidget:
    page = HomePage()
    page.show_home(home((summary(),), ()))
    page.show_trouble("Trouble with /a/folder")
    return page


def booking_page(language: str) -> QWidget:
    page = BookingPage()
    page.show_booking(summary(), "full", Preferences(candidate="愛子"), language)
    return page


def agreement_page(_language: str) -> QWidget:
    page = AgreementPage()
    page.begin()
    return page


def tutorial_page(_language: str, at: int = 0) -> QWidget:
    page = TutorialPage()
    page.begin()
    for _ in range(at):
        page.next.click()
    return page


def tutorial_bar_page(language: str) -> QWidget:
    return tutorial_page(language, 2)


def tutorial_flag_page(language: str) -> QWidget:
    return tutorial_page(language, 3)


def tutorial_cells_page(language: str) -> QWidget:
    return tutorial_page(language, 4)


def ready_page(language: str) -> QWidget:
    page = ReadyPage()
    page.show_paper(result().paper, Booking("mla", "full", "愛子", language, Policy.STRICT, 25))
    return page


def exam_page(language: str) -> QWidget:
    page = ExamPage()
    page.show_attempt(sitting(language, 0), None)
    page.bar.show_time(3_725_000)
    return page


def walking_page(language: str) -> QWidget:
    page = ExamPage()
    page.show_attempt(sitting(language), Walk(Subset.INCOMPLETE, (1, 2)))
    page.bar.show_time(60_000)
    page.notices.say("There are 5 minutes left.", Matter.CLOCK)
    return page


def review_page(language: str) -> QWidget:
    page = ReviewPage()
    page.show_attempt(sitting(language))
    page.bar.show_time(60_000)
    return page


def result_page(_language: str) -> QWidget:
    page = ResultPage()
    page.show_result(result())
    return page


def result_tables_page(_language: str) -> QWidget:
    page = ResultPage()
    page.show_result(result())
    for card in (page.domains, page.sections):
        card.toggle.click()
    return page


def answers_page(language: str) -> QWidget:
    page = AnswersPage()
    page.show_result(replace(result(), paper=long_paper()), language)
    return page


def settings_page(_language: str) -> QWidget:
    page = SettingsPage()
    page.show_settings(Preferences(candidate="Ada"), "/home/ada/.local/share/Rehearsal")
    return page


def check_in_page(_language: str) -> QWidget:
    return CheckInPage()


def comments_page(language: str) -> QWidget:
    page = CommentsPage()
    page.show_attempt(sitting(language))
    return page


def survey_page(_language: str) -> QWidget:
    return SurveyPage()


def history_page(_language: str) -> QWidget:
    page = HistoryPage()
    page.show_history(home((summary(),), tuple(head(n, EndReason.FINISHED) for n in range(2, 9))))
    return page


def empty_history_page(_language: str) -> QWidget:
    page = HistoryPage()
    page.show_history(home((summary(),), ()))
    return page


def break_page(_language: str) -> QWidget:
    page = BreakPage()
    page.show_time(3_725_000)
    return page


class OneSheet:
    """A document of one white page."""

    def __len__(self) -> int:
        return 1

    def size(self, page: int) -> tuple[float, float]:
        """A4."""
        return 595.0, 842.0

    def picture(self, page: int, width: int) -> Picture:
        """White."""
        height = width * 842 // 595
        return Picture(width, height, 4 * width, b"\xff" * (4 * width * height))

    def words(self, page: int) -> str:
        """None."""
        return ""

    def close(self) -> None:
        """Nothing is held."""


class NoCharts:
    """Draws nothing."""

    def trend(self, *_: object) -> bytes:
        """An empty drawing."""
        return b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'

    course = trend


def readiness_page(_language: str) -> QWidget:
    page = HistoryPage()
    banks = (summary(),)
    page.show_history(home(banks, tuple(head(n, EndReason.FINISHED) for n in range(2, 9))))
    (exam,) = make_progress(banks[0], 9).exams
    page.show_progress(exam, NoCharts())
    return page


def document_page(_language: str) -> QWidget:
    page = DocumentPage()
    page.choose(Kind.REVIEW, "a4")
    page.show_sheets(OneSheet())
    return page


def bin_page(language: str) -> QWidget:
    page = BinPage()
    binned = tuple(Binned(head(n, EndReason.FINISHED), EPOCH_MS) for n in range(2, 5))
    titles = {str(summary().exam.id): summary().exam.title.get(language)}
    page.show_binned(binned, titles)
    return page


PAGES: list[Make] = [
    settings_page,
    readiness_page,
    document_page,
    bin_page,
    check_in_page,
    survey_page,
    comments_page,
    history_page,
    empty_history_page,
    break_page,
    home_page,
    empty_home_page,
    booking_page,
    agreement_page,
    tutorial_page,
    tutorial_bar_page,
    tutorial_flag_page,
    tutorial_cells_page,
    ready_page,
    exam_page,
    walking_page,
    review_page,
    result_page,
    result_tables_page,
    answers_page,
]


def ask_sheet(window: QMainWindow, _language: str) -> Sheet:
    text = "12 questions without a complete answer, 3 flagged, 1:02:03 left. You cannot come back."
    return Ask(window, "End the exam?", text, "Yes, end it", "No, go on", danger=True)


def tell_sheet(window: QMainWindow, _language: str) -> Sheet:
    return Tell(window, "The score report is saved", "/a/folder/with/a/long/name/report.pdf", "Continue")


def navigator_sheet(window: QMainWindow, language: str) -> Sheet:
    return Navigator(window, sitting(language))


def keys_sheet(window: QMainWindow, _language: str) -> Sheet:
    return Keys(window)


def working_sheet(window: QMainWindow, _language: str) -> Sheet:
    return Working(window, "The document is being made", "Stop")


def comment_sheet(window: QMainWindow, _language: str) -> Sheet:
    return CommentSheet(window, 17, "Odd wording in C.")


SHEETS: list[MakeSheet] = [keys_sheet, comment_sheet, ask_sheet, tell_sheet, navigator_sheet, working_sheet]


class Stage:
    """Where screens are shown, held by name until they are closed: Qt alone keeps no Python part alive."""

    def __init__(self) -> None:
        self._held: list[QWidget] = []

    def show(self, make: Make, language: str = "en", size: tuple[int, int] = (1280, 800)) -> QWidget:
        """Show a page at a size."""
        page = make(language)
        self._held.append(page)
        page.resize(*size)
        page.show()
        settle()
        return page

    def show_sheet(self, make: MakeSheet, language: str = "en", size: tuple[int, int] = (1280, 800)) -> Sheet:
        """Show a sheet over an empty window of a size."""
        window = QMainWindow()
        self._held.append(window)
        window.resize(*size)
        window.show()
        sheet = make(window, language)
        self._held.append(sheet)
        sheet.present()
        settle()
        return sheet

    def clear(self) -> None:
        """Close everything."""
        while self._held:
            part = self._held.pop()
            part.close()
            part.deleteLater()
            settle()


def settle() -> None:
    """Let layouts, paints and deferred deletions happen."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
