"""A tour through every screen and state of the window, for pictures and structural checks.

A new screen joins by one line in `STOPS`: its name and how one gets there from the stop before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.core.bank import Kind
from app.core.paper import Question
from app.services.ports import Backup, Recovery, Trouble, TroubleKind
from app.ui.application import Desktop
from app.ui.demo.guide import Guide
from app.ui.demo.stage import BAD, GOOD, TODAY_MS, StageClock

if TYPE_CHECKING:
    from app.services.services import Services

SIZE = (1280, 800)
NAMES = {"en": "Alex Tanaka", "ja": "田中 彩"}
MINUTE_MS = 60_000

Looked = Callable[[str, QWidget], None]
"""Hears of each stop: its name, and the page or sheet in front."""


@dataclass(frozen=True, slots=True)
class Scene:
    """In which language, colours and text size the tour is made."""

    language: str
    scheme: str
    percent: int = 100
    size: tuple[int, int] = SIZE

    @property
    def folder(self) -> str:
        """The name of the folder of its pictures."""
        return f"{self.language}-{self.scheme}" + (f"-{self.percent}" if self.percent != 100 else "")


@dataclass(frozen=True, slots=True)
class Stop:
    """A screen in a state, and how one gets there from the stop before."""

    name: str
    go: Callable[[Guide], object]


def _words(question: Question) -> str:
    return question.item.stem.get("en")


def _length(question: Question) -> int:
    return len(_words(question)) + sum(len(option.text.get("en")) for option in question.options)


def _is_plain(question: Question) -> float:
    return question.item.kind is Kind.SINGLE and "```" not in _words(question) and "|" not in _words(question)


def _is_multiple(question: Question) -> float:
    return question.item.kind is Kind.MULTIPLE


def _has_table(question: Question) -> float:
    return 1e6 if "|--" in _words(question).replace(" ", "") else _length(question)


def _has_code(question: Question) -> float:
    return (question.item.kind is Kind.SINGLE) * _words(question).count("\n") * ("```" in _words(question))


def _first(guide: Guide) -> None:
    guide.click("ask-yes")
    guide.visit(_is_plain, choose=0)


def _strike(guide: Guide) -> None:
    """Strike out the options that are not chosen, but for one."""
    attempt = guide.attempt
    question = attempt.paper.questions[attempt.current]
    for option in question.order[2:4]:
        guide.desktop.bridge.strike_out(attempt.current, option, True)  # noqa: FBT003


def _unfinished(guide: Guide) -> None:
    guide.click("ask-no")
    guide.desktop.bridge.interrupt()
    guide.home()


def _walk(guide: Guide) -> None:
    guide.click("ask-no", "review-flagged")


def _expire(guide: Guide) -> None:
    guide.click("ask-no", "resume")
    guide.pass_time(0)


def _unsaved(guide: Guide) -> None:
    trouble = Trouble(TroubleKind.DISK_FULL, "/media/usb/rehearsal.sqlite3")
    guide.desktop.bridge.unsaved_changed.emit(trouble)


def _restored(guide: Guide) -> None:
    folder = "/home/alex/.local/share/Rehearsal"
    backup = Backup(f"{folder}/backups/rehearsal-20260518T181500Z.sqlite3", TODAY_MS - 53_100_000)
    kept = f"{folder}/rehearsal.sqlite3.damaged-20260519T090000"
    guide.home()
    guide.desktop.bridge.mending.mended.emit(Recovery(kept, backup, 12, 8))
    guide.hands.settle()


def _damaged(guide: Guide) -> None:
    guide.click("tell-close")
    guide.home()
    guide.trouble(TroubleKind.DAMAGED, "/home/alex/.local/share/Rehearsal/rehearsal.sqlite3")


def _multiple(guide: Guide) -> None:
    guide.click("comment-cancel")
    guide.visit(_is_multiple)


def _warn(guide: Guide) -> None:
    guide.click("break-return")
    guide.pass_time(30 * MINUTE_MS)


def _last_minutes(guide: Guide) -> None:
    guide.desktop.bridge.unsaved_changed.emit(None)
    guide.click("notice-close")
    guide.pass_time(4 * MINUTE_MS)


def _navigate(guide: Guide) -> None:
    guide.answer_most()
    guide.click("navigator")


def _open(attempt: str) -> Callable[[Guide], None]:
    def go(guide: Guide) -> None:
        guide.desktop.flow.open_result(attempt)

    return go


def _click(*names: str) -> Callable[[Guide], None]:
    def go(guide: Guide) -> None:
        guide.click(*names)

    return go


def _show(
    wanted: Callable[[Question], float], choose: int = 1, *, again: bool = False
) -> Callable[[Guide], None]:
    def go(guide: Guide) -> None:
        guide.visit(wanted, choose=choose, again=again)

    return go


def _copy(guide: Guide) -> None:
    names = (button.objectName() for button in guide.front.findChildren(QAbstractButton))
    guide.click(next(name for name in names if name.startswith("copy-")))


DOWNLOADED = "/home/alex/Downloads/machine-learning-associate-2026.rehearsalbank"


def _dragged(guide: Guide) -> None:
    from app.ui.drops import DropHint

    DropHint(guide.desktop.window)


def _offered(guide: Guide) -> None:
    from app.core.packages import Offer, Standing
    from app.ui.dialogs.package import Proposal

    for hint in guide.desktop.window.findChildren(QWidget, "drop-hint"):
        hint.hide()
    summaries = guide.desktop.bridge.services.banks.summaries()
    mine = next(one for one in summaries if one.exam.id == guide.exam)
    old = Standing(mine.exam.title, mine.items - 12, mine.digest[::-1])
    Proposal(
        guide.desktop.window, Offer(DOWNLOADED, mine.exam, mine.items, mine.digest, 3, old, {})
    ).present()


def _refused(guide: Guide) -> None:
    from app.ui.dialogs.package import Refusal

    guide.click("package-cancel")
    detail = (
        "this is no sound bank package: its files are not those that manifest.json was made for; get it anew"
    )
    Refusal(guide.desktop.window, Trouble(TroubleKind.BANK_BROKEN, DOWNLOADED, detail), DOWNLOADED).present()


FIRST_RUN: tuple[Stop, ...] = (
    Stop("home-first-run", Guide.home),
    Stop("history-empty", lambda guide: guide.desktop.flow.show_history()),
)
"""Nothing was done yet."""

STOPS: tuple[Stop, ...] = (
    Stop("home", Guide.home),
    Stop("bank-dragged", _dragged),
    Stop("bank-offered", _offered),
    Stop("bank-refused", _refused),
    Stop("history", _click("package-close", "history")),
    Stop("history-one-exam", lambda guide: guide.choose("history-exam", 1)),
    Stop("progress-report", _click("history-progress")),
    Stop("compare", _click("document-back", "history-compare")),
    Stop("bin", _click("compare-back", "history-bin")),
    Stop("settings", _click("bin-back", "history-back", "settings")),
    Stop("keys", _click("settings-keys")),
    Stop("booking", lambda guide: guide.click("keys-close", "settings-back", f"sit-{guide.exam}")),
    Stop("check-in", _click("booking-next")),
    Stop("agreement", _click("check-in-continue")),
    Stop("tutorial-1", _click("agreement-accept")),
    Stop("tutorial-2", _click("tutorial-next")),
    Stop("tutorial-3", _click("tutorial-next")),
    Stop("tutorial-4", _click("tutorial-next")),
    Stop("tutorial-5", _click("tutorial-next")),
    Stop("ready", _click("tutorial-next")),
    Stop("begin", _click("ready-begin")),
    Stop("question", _first),
    Stop("question-answered", _show(_is_plain, again=True)),
    Stop("question-flagged", _click("flag")),
    Stop("question-struck", _strike),
    Stop("strike-mode", _click("strike-mode")),
    Stop("highlight-mode", _click("highlight-mode")),
    Stop("comment", _click("highlight-mode", "comment")),
    Stop("question-multiple", _multiple),
    Stop("question-code", _show(_has_code)),
    Stop("question-table", _show(_has_table, 0)),
    Stop("question-long", _show(_length)),
    Stop("break", _click("take-break")),
    Stop("warning", _warn),
    Stop("not-saved", _unsaved),
    Stop("last-minutes", _last_minutes),
    Stop("navigator", _navigate),
    Stop("review", _click("navigator-review")),
    Stop("end", _click("end-exam")),
    Stop("end-again", _click("ask-yes")),
    Stop("walk", _walk),
    Stop("leave", lambda guide: guide.desktop.window.close_requested.emit()),
    Stop("home-unfinished", _unfinished),
    Stop("score", _click("score")),
    Stop("discard", _click("ask-no", "discard")),
    Stop("expired", _expire),
    Stop("comments", _click("tell-close")),
    Stop("survey", _click("comments-continue")),
    Stop("result-expired", _click("survey-skip")),
    Stop("result-bad", _open(BAD)),
    Stop("result-good", _open(GOOD)),
    Stop("report-failed", lambda guide: guide.trouble(TroubleKind.NO_ACCESS, "/media/usb/report.pdf")),
    Stop("answers", _click("tell-close", "result-answers")),
    Stop("answers-commented", _click("answers-commented")),
    Stop("answers-both", _click("answers-wrong", "answers-both")),
    Stop("address-copied", _copy),
    Stop("home-restored", _restored),
    Stop("home-trouble", _damaged),
)
"""Every screen and state, in the order in which one meets them."""


def walk(guide: Guide, stops: tuple[Stop, ...]) -> Iterator[str]:
    """Go from stop to stop; yields the name of each when it is on the screen."""
    for stop in stops:
        stop.go(guide)
        guide.hands.settle()
        yield stop.name


class Tour:
    """Tours of one scene after the other. Pictures are numbered through a scene."""

    def __init__(self, application: QApplication, exam: str, looked: Looked | None = None) -> None:
        self._application, self._exam, self._looked = application, exam, looked

    def show(
        self,
        scene: Scene,
        services: Services,
        clock: StageClock,
        stops: tuple[Stop, ...],
        folder: Path,
        first: int = 1,
    ) -> list[str]:
        """Walk through `stops` in a window of its own; the names of the pictures, in order."""
        services.preferences.override(
            scheme=scene.scheme,
            candidate=NAMES[scene.language],
            question_language=scene.language,
            text_percent=scene.percent,
            comments_after=True,
            survey_after=True,
        )
        desktop = Desktop(self._application, services, language=scene.language, seed=3)
        desktop.window.resize(*scene.size)
        desktop.show()
        guide = Guide(desktop, clock, self._exam)
        taken = []
        for number, name in enumerate(walk(guide, stops), first):
            taken.append(f"{number:02}-{name}.png")
            guide.hands.picture(folder / taken[-1])
            if self._looked is not None:
                self._looked(f"{scene.folder}/{name}", guide.front)
        _close(desktop)
        return taken


def _close(desktop: Desktop) -> None:
    desktop.bridge.interrupt()
    desktop.window.may_close = lambda: True
    desktop.window.close()
    desktop.translators.lift()
    desktop.window.deleteLater()
    desktop.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
