"""The window when the file with the attempts fails: what is said, what goes on, what is there afterwards."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.core.attempt import Phase
from app.services.exam_desk import Booking
from app.services.ports import Trouble, TroubleKind
from app.storage.database import Database
from app.ui.leaving import AGAIN
from app.ui.pages.comments import CommentsPage
from app.ui.pages.exam import ExamPage
from app.ui.pages.home import HomePage
from app.ui.pages.result import ResultPage
from app.ui.pages.review import ReviewPage
from tests.support.guest import FULL, Guest
from tests.support.house import House


@pytest.fixture
def sat(house: House, candidate: Guest) -> House:
    """A house with one finished exam and a backup of it; nobody is in."""
    candidate.answer_all()
    candidate.end()
    candidate.desktop.flow.upkeep.back_up()
    candidate.services.close()
    house.empty()
    return house


def backups(house: House) -> list[Path]:
    return sorted((house.paths.data / "backups").glob("*.sqlite3"))


def spoil(path: Path) -> bytes:
    content = path.read_bytes()
    path.write_bytes(b"\xa5" * len(content))
    return path.read_bytes()


# A broken file ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "title", "words"),
    [
        ("en", "Your attempts were restored", r"The backup of .+ was put in its place."),
        ("ja", "記録を復元しました", r"\d+:\d\d のバックアップに置き換えました。"),
    ],
)
def test_a_damaged_file_is_restored_and_said(sat: House, language: str, title: str, words: str) -> None:
    broken = spoil(sat.paths.database)
    guest = sat.enter(language=language)
    assert guest.words.startswith(title)
    assert re.search(words, guest.words)
    (kept,) = sat.paths.data.glob("*.damaged-*")
    assert str(kept) in guest.words
    assert kept.read_bytes() == broken
    guest.click("tell-close")
    guest.page(HomePage)
    assert len(guest.services.archive.heads()) == 1


def test_a_deleted_file_is_restored_and_said(sat: House) -> None:
    sat.paths.database.unlink()
    guest = sat.enter()
    assert "The file with your attempts was gone." in guest.words
    assert "There is 1 attempt now." in guest.words


def test_what_a_lost_log_held_is_put_back_after_a_crash(house: House, candidate: Guest) -> None:
    before = house.paths.database.read_bytes()
    candidate.answer(*candidate.key)
    answered = candidate.attempt
    shutil.copytree(house.paths.data, house.paths.data.with_name("killed"))
    house.empty()
    house.paths = replace(house.paths, data=house.paths.data.with_name("killed"))
    house.paths.database.write_bytes(before)
    Path(f"{house.paths.database}-wal").unlink()
    guest = house.restart()
    guest.desktop.flow.upkeep.look()
    guest.hands.settle()
    assert "Rehearsal was not closed properly" in guest.words
    assert guest.stored() == answered


def test_in_the_middle_of_an_exam_it_is_restored_and_goes_on(sat: House) -> None:
    guest = sat.enter()
    guest.begin()
    guest.answer(*guest.key)
    spoil(sat.paths.database)
    guest.click("next", "flag")
    guest.wait(2000)
    assert guest.bridge.unsaved is None
    assert guest.stored() == guest.attempt
    assert len(guest.services.archive.heads()) == 2


def test_where_there_is_nothing_to_restore_a_strange_file_stays(house: House) -> None:
    house.paths.data.mkdir()
    house.paths.database.write_bytes(b"rubbish" * 1000)
    house.enter()
    assert house.paths.database.read_bytes() == b"rubbish" * 1000


@pytest.mark.parametrize(
    ("language", "title"), [("en", "The file is in order"), ("ja", "ファイルに問題はありません")]
)
def test_the_file_can_be_checked_from_the_settings(sat: House, language: str, title: str) -> None:
    guest = sat.enter(language=language)
    guest.click("settings", "settings-check")
    assert guest.words.startswith(title)
    guest.click("tell-close")
    spoil(sat.paths.database)
    guest.click("settings-check")
    assert "damaged-" in guest.words


def test_a_check_before_the_first_exam_says_so(guest: Guest) -> None:
    guest.click("settings", "settings-check")
    assert guest.words.startswith("Nothing is kept yet")


# Backups ------------------------------------------------------------------------------------


def test_a_backup_is_made_after_the_exam_and_not_in_it(house: House, candidate: Guest) -> None:
    candidate.answer_all()
    candidate.desktop.flow.upkeep.back_up()
    assert backups(house) == []
    candidate.end()
    candidate.desktop.flow.upkeep.back_up()
    (backup,) = backups(house)
    copy = Database(backup)
    assert [head.reason for head in copy.archive.heads()] == ["finished"]


def test_a_changed_byte_is_noticed_before_the_next_backup(sat: House) -> None:
    with closing(sqlite3.connect(sat.paths.database)) as other, other:
        other.execute("UPDATE outcomes SET correct = 1")
    guest = sat.enter()
    guest.desktop.flow.upkeep.look()
    guest.hands.settle()
    assert "was damaged" in guest.words
    assert guest.services.archive.heads()[0].correct == 6


# Nothing can be saved -----------------------------------------------------------------------


def test_the_exam_goes_on_to_its_end_in_memory_and_is_saved_later(candidate: Guest) -> None:
    candidate.disk.trouble = FULL
    candidate.answer_all()
    assert candidate.page(ReviewPage).bar.unsaved.isVisible()
    assert candidate.page(ReviewPage).notice.text.startswith("Not saved.")
    candidate.end()
    candidate.page(ResultPage)
    assert "Not saved yet" in candidate.words
    assert "The disk is full." in candidate.words
    candidate.click("tell-close")
    assert candidate.stored().phase is Phase.RUNNING
    candidate.disk.trouble = None
    candidate.wait(1000)
    assert "Everything is saved again." in candidate.words
    assert candidate.stored().ended
    assert candidate.services.archive.heads()[0].correct == 6


def test_the_window_asks_before_it_leaves_unsaved_answers(candidate: Guest) -> None:
    candidate.disk.trouble = FULL
    candidate.answer(*candidate.key)
    candidate.window.close()
    assert "Leave without saving?" in candidate.words
    candidate.click("ask-no")
    assert candidate.window.isVisible()
    candidate.disk.trouble = None
    candidate.wait(1000)
    candidate.window.close()
    assert "Your answers are saved" in candidate.words


def test_leaving_all_the_same_saves_what_it_can(candidate: Guest) -> None:
    candidate.disk.trouble = FULL
    candidate.answer(*candidate.key)
    candidate.disk.trouble = None
    key = candidate.key
    candidate.window.close()
    candidate.click("ask-yes")
    assert not candidate.window.isVisible()
    assert candidate.stored().responses[0].chosen == key


def test_to_start_again_is_asked_about_while_something_is_unsaved(
    candidate: Guest, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    leaving = candidate.desktop.flow.leaving
    candidate.disk.trouble = FULL
    candidate.answer(*candidate.key)
    leaving.come_back()
    assert "Leave without saving?" in candidate.words
    candidate.click("ask-no")
    leaving.come_back()
    assert not codes
    candidate.click("ask-yes")
    assert codes == [AGAIN]
    candidate.disk.trouble = None
    candidate.wait(1000)
    leaving.come_back()
    assert codes == [AGAIN, AGAIN]


def test_an_unsaved_end_keeps_the_window_open(candidate: Guest) -> None:
    candidate.answer_all()
    candidate.disk.trouble = FULL
    candidate.end()
    candidate.click("tell-close")
    candidate.window.close()
    assert "Leave without saving?" in candidate.words


def test_an_exam_that_ended_in_memory_is_not_offered_as_unfinished(candidate: Guest) -> None:
    candidate.disk.trouble = FULL
    candidate.answer_all()
    candidate.end()
    candidate.click("tell-close", "result-home")
    candidate.page(HomePage)
    assert "in the middle" not in candidate.words
    assert "Not tried yet" in candidate.words
    candidate.disk.trouble = None
    candidate.wait(1000)
    candidate.click("tell-close")
    assert "1 mock sat" in candidate.words


def test_no_other_exam_takes_its_place_while_it_is_in_memory_alone(candidate: Guest) -> None:
    candidate.disk.trouble = FULL
    candidate.answer_all()
    candidate.end()
    candidate.click("tell-close", "result-home", "sit-sample")
    assert "Not saved yet" in candidate.words
    candidate.click("tell-close")
    candidate.page(HomePage)
    candidate.disk.trouble = None
    candidate.wait(1000)
    candidate.click("tell-close")
    candidate.begin()
    assert candidate.services.archive.heads()[1].correct == 6


def test_another_reason_is_said_once(candidate: Guest) -> None:
    said: list[Trouble | None] = []
    candidate.bridge.unsaved_changed.connect(said.append)
    candidate.disk.trouble = FULL
    candidate.answer(*candidate.key)
    candidate.wait(5000)
    candidate.disk.trouble = Trouble(TroubleKind.READ_ONLY, "/media/full")
    candidate.wait(5000)
    candidate.click("flag")
    candidate.disk.trouble = None
    candidate.wait(5000)
    assert [trouble.kind if trouble else None for trouble in said] == ["disk_full", "read_only", None]


def test_a_result_that_cannot_be_read_is_told_of_on_the_start_page(
    candidate: Guest, monkeypatch: pytest.MonkeyPatch
) -> None:
    candidate.answer_all()
    candidate.end()
    candidate.click("result-home")
    (head,) = candidate.services.archive.heads()
    monkeypatch.setattr(candidate.disk, "read", locked)
    candidate.click(f"open-{head.id}")
    candidate.page(HomePage)
    assert "Another program holds the file" in candidate.words
    monkeypatch.undo()
    candidate.click(f"open-{head.id}")
    candidate.page(ResultPage)
    candidate.click("result-home")
    assert "Another program holds the file" not in candidate.words


def locked(*_: object, **__: object) -> NoReturn:
    raise Trouble(TroubleKind.LOCKED, "/x")


def test_an_exam_that_cannot_be_begun_is_not_begun(guest: Guest) -> None:
    guest.disk.trouble = FULL
    guest.begin()
    assert not isinstance(guest.window.shown, ExamPage)
    assert "The disk is full." in guest.words
    assert guest.services.archive.heads() == ()


def test_what_was_said_of_saving_is_not_said_in_the_next_exam(candidate: Guest) -> None:
    candidate.disk.trouble = FULL
    candidate.answer_all()
    candidate.end()
    candidate.click("tell-close")
    candidate.disk.trouble = None
    candidate.wait(1000)
    candidate.click("tell-close", "result-home")
    candidate.begin()
    assert candidate.notice == ""


# Nothing can be saved after the exam ---------------------------------------------------------


@pytest.fixture
def commentator(guest: Guest) -> Guest:
    """Somebody after an exam, before the comments; what they write now cannot be saved."""
    guest.desktop.flow.choices.change(comments_after=True, survey_after=True)
    guest.begin()
    guest.answer_all()
    guest.end()
    guest.page(CommentsPage)
    guest.disk.trouble = FULL
    return guest


def write(guest: Guest, text: str) -> None:
    """Write a comment and rest."""
    guest.hands.find(QPlainTextEdit, "comment-text").setPlainText(text)
    guest.page(CommentsPage).keep()


def test_a_comment_and_the_survey_wait_for_the_disk_and_are_told_of_at_the_result(commentator: Guest) -> None:
    write(commentator, "look up")
    write(commentator, "look up aliases")
    assert commentator.hands.sheet() is None
    assert "…" in commentator.page(CommentsPage).list.item(0).text()
    commentator.click("comments-continue", "survey-difficulty-easier", "survey-send")
    assert "Not saved yet" in commentator.words
    commentator.click("tell-close")
    commentator.disk.trouble = None
    commentator.wait(1000)
    assert "Everything is saved again." in commentator.words
    assert commentator.stored().responses[0].comment == "look up aliases"
    assert commentator.stored().survey == (("difficulty", "easier"),)


def test_a_comment_that_waits_is_tried_again_while_the_next_is_written(commentator: Guest) -> None:
    write(commentator, "look up")
    assert commentator.bridge._timer.isActive()
    commentator.disk.trouble = None
    commentator.wait(1000)
    assert commentator.hands.sheet() is None
    assert commentator.stored().responses[0].comment == "look up"
    assert not commentator.bridge._timer.isActive()


def test_the_window_asks_before_it_leaves_a_comment_that_cannot_be_saved(commentator: Guest) -> None:
    commentator.page(CommentsPage).text.setPlainText("look up")
    commentator.window.close()
    assert "Leave without saving?" in commentator.words
    assert commentator.window.isVisible()


def test_the_next_exam_begins_after_what_waits_is_saved(commentator: Guest) -> None:
    commentator.click("comments-continue", "survey-time-short", "survey-send", "tell-close", "result-home")
    bridge = commentator.bridge
    paper = bridge.draw("sample", "default", 1)
    assert paper is not None
    assert not bridge.start(Booking("sample", "default", "", "en"), paper)
    assert "The disk is full." in commentator.words
    commentator.click("sit-sample")
    assert "Not saved yet" in commentator.words
    commentator.disk.trouble = None
    commentator.click("tell-close")
    commentator.wait(1000)
    assert "Everything is saved again." in commentator.words
    commentator.click("tell-close")
    commentator.begin()
    commentator.page(ExamPage)
    first, second = sorted(commentator.services.archive.heads(), key=lambda head: head.id)
    assert commentator.services.desk.load(first.id).attempt.survey == (("time", "short"),)
    assert second.unfinished
    assert commentator.notice == ""


def test_a_comment_that_is_refused_is_told_of_once_and_asked_for_again(commentator: Guest) -> None:
    commentator.disk.trouble = Trouble(TroubleKind.CONFLICT, "elsewhere")
    write(commentator, "look up")
    assert "This did not work" in commentator.words
    commentator.click("tell-close")
    page = commentator.page(CommentsPage)
    assert "…" not in page.list.item(0).text()
    page.text.setPlainText("look up aliases")
    assert not page._pause.isActive()
    page.list.setCurrentRow(1)
    commentator.click("tell-close")
    commentator.disk.trouble = None
    commentator.click("comments-continue")
    assert commentator.stored().responses[0].comment == "look up aliases"


def test_comments_on_one_exam_do_not_come_to_the_next(commentator: Guest) -> None:
    commentator.disk.trouble = Trouble(TroubleKind.CONFLICT, "elsewhere")
    commentator.page(CommentsPage).text.setPlainText("look up")
    commentator.click("comments-continue", "tell-close", "survey-skip", "result-home")
    commentator.disk.trouble = None
    commentator.begin()
    commentator.desktop._on_session_end()
    assert not any(response.comment for response in commentator.stored().responses)
