"""Small values: texts, banks in figures, exams, history."""

from __future__ import annotations

import pytest

from app.core.bank import Kind
from app.core.blueprint import Shortfall
from app.core.exam import Axis
from app.core.history import Head, Outcome, outcome
from app.core.ids import AttemptId, ExamId, ItemId, OptionId, ProfileId, StratumId
from app.core.scoring import score
from app.core.summary import summarise
from app.core.terms import EndReason
from app.core.text import Text
from tests.support.exam_script import sit
from tests.support.papers import EPOCH_MS, make_bank, make_exam, make_item, make_profile


def test_a_text_speaks_the_language_asked_for_or_its_first() -> None:
    text = Text.of(en="Yes", ja="はい")
    assert (text.get("ja"), text.get("en"), text.get("de")) == ("はい", "Yes", "Yes")
    assert text.languages == ("en", "ja")


def test_an_item_knows_its_key_and_how_many_to_choose() -> None:
    item = make_item(right=("a", "c"))
    assert sorted(item.key) == ["a", "c"]
    assert (item.to_choose, item.kind) == (2, Kind.MULTIPLE)


def test_an_item_lies_on_two_axes() -> None:
    item = make_item(domain="d2", section="s3")
    assert (item.stratum(Axis.DOMAIN), item.stratum(Axis.SECTION)) == ("d2", "s3")


def test_an_item_gives_its_options_by_id() -> None:
    assert make_item().option(OptionId("c")).id == "c"
    with pytest.raises(KeyError):
        make_item().option(OptionId("z"))


def test_an_exam_gives_its_profiles_by_id() -> None:
    exam = make_exam(profiles=[make_profile("short"), make_profile("full")])
    assert exam.profile("full") is exam.profiles[1]
    assert exam.profile("none") is None


def test_an_exam_reports_domains_or_sections() -> None:
    exam = make_exam(domains=1, sections=2)
    assert [stratum.id for stratum in exam.strata(Axis.DOMAIN)] == ["d1"]
    assert [stratum.id for stratum in exam.strata(Axis.SECTION)] == ["s1", "s2"]


def test_a_bank_in_figures() -> None:
    summary = summarise(make_bank(domains=2, sections=3, topics=2, items=5))
    assert (summary.items, len(summary.topics), summary.digest) == (20, 4, "0" * 64)
    assert summary.count(Axis.DOMAIN) == {"d1": 10, "d2": 10}
    assert summary.count(Axis.SECTION) == {"s1": 7, "s2": 7, "s3": 6}
    assert summary.topics[0].by_section == (("s1", 2), ("s2", 2), ("s3", 1))


def test_figures_tell_what_a_profile_lacks() -> None:
    summary = summarise(make_bank(domains=2, topics=1, items=2))
    assert summary.shortfalls(make_profile(questions=4)) == ()
    assert summary.shortfalls(make_profile(questions=6)) == (
        Shortfall(StratumId("d1"), 3, 2),
        Shortfall(StratumId("d2"), 3, 2),
    )


def test_the_outcome_of_an_attempt_names_the_items_met() -> None:
    attempt = sit("0:00 start\n0:05 answer 1 A\n0:10 see 3\n0:20 finish -> ended finished")
    assert outcome(attempt, score(attempt)) == Outcome(
        EndReason.FINISHED, EPOCH_MS + 20_000, 20_000, 1, 3, (ItemId("d1-t1-q1"), ItemId("d1-t1-q3"))
    )


def test_an_attempt_that_goes_on_has_no_outcome() -> None:
    attempt = sit("0:00 start")
    with pytest.raises(ValueError, match="not ended"):
        outcome(attempt, score(attempt))


@pytest.mark.parametrize(
    ("reason", "unfinished", "counts"),
    [
        (None, True, False),
        (EndReason.FINISHED, False, True),
        (EndReason.EXPIRED, False, True),
        (EndReason.SCORED_AS_IT_STANDS, False, True),
        (EndReason.DISCARDED, False, False),
    ],
)
def test_which_attempts_go_on_and_which_count(
    reason: EndReason | None, unfinished: bool, counts: bool
) -> None:
    head = Head(
        AttemptId("x"), ExamId("mla"), ProfileId("full"), "MLA-1", "Ada", 0, reason, None, None, None, 3
    )
    assert (head.unfinished, head.counts) == (unfinished, counts)
