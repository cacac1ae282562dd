"""Results for tests of documents: real events, folded and scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.core.attempt import apply
from app.core.commands import Answer, Command, End, Flag, Interrupt, Resume, Start, Tick, Visit
from app.core.decide import decide
from app.core.exam import Axis, Exam, Profile, Stratum, Weight
from app.core.ids import ExamId, ItemId, ProfileId, StratumId
from app.core.paper import Paper, Question, compose
from app.core.refusals import Refusal
from app.core.scoring import Result, score
from app.core.terms import EndReason, Policy
from app.core.text import Text
from tests.support.papers import FakeClock, make_bank, make_item

MINUTE = 60_000

DOMAINS = (
    ("MLflow", "MLflow", 30),
    ("EDA & Feature Engineering", "EDAと特徴量エンジニアリング", 20),
    ("Model Training & Evaluation", "モデルの学習と評価", 20),
    ("Model Deployment", "モデルのデプロイ", 15),
    ("Distributed Training & Scaling", "分散学習とスケーリング", 15),
)
SECTIONS = (
    ("Databricks Machine Learning", "Databricksの機械学習"),
    ("Data Processing", "データ処理"),
    ("Model Development", "モデル開発"),
    ("Model Deployment", "モデルのデプロイ"),
)


def make_result(
    *,
    domains: Sequence[tuple[str, str, int]] = DOMAINS,
    sections: Sequence[tuple[str, str]] = SECTIONS,
    questions: Sequence[int] = (13, 9, 9, 7, 7),
    correct: Sequence[int] = (12, 6, 7, 4, 5),
    candidate: str = "Aiko Tanaka",
    language: str = "en",
    policy: Policy = Policy.CENTRE,
    extra_percent: int = 25,
    stops: int = 2,
    resumed: bool = True,
    reason: EndReason | None = EndReason.FINISHED,
    repeated: int = 3,
    axis: Axis = Axis.DOMAIN,
    answered: bool = True,
) -> Result:
    """The result of a sitting with `questions` asked and `correct` answered right in each domain."""
    paper = _paper(domains, sections, questions, repeated, axis)
    clock = FakeClock()
    commands: list[tuple[int, Command]] = [
        (0, Start(paper, policy, extra_percent, candidate, language)),
        *(_answers(paper, questions, correct) if answered else []),
        *_stops(stops, resumed),
        *([] if reason is None else [(MINUTE, End(reason))]),
    ]
    return _sit(commands, clock)


def _sit(commands: Sequence[tuple[int, Command]], clock: FakeClock) -> Result:
    attempt = None
    for later, command in commands:
        clock.advance(later)
        if isinstance(command, Resume):
            clock.restart(f"{clock.run}+")
        events = decide(attempt, command, clock.now())
        assert not isinstance(events, Refusal), f"{command}: {events}"
        for event in events:
            attempt = apply(attempt, event)
    assert attempt is not None
    return score(attempt)


def _answers(paper: Paper, questions: Sequence[int], correct: Sequence[int]) -> list[tuple[int, Command]]:
    """Answer everything; the second question is changed to right, every eighth flagged."""
    right = [n < hits for asked, hits in zip(questions, correct, strict=True) for n in range(asked)]
    commands: list[tuple[int, Command]] = []
    for index, question in enumerate(paper.questions):
        key = tuple(question.item.key)
        wrong = tuple(option for option in question.order if option not in question.item.key)[:1]
        commands.append((30_000, Visit(index)) if index else (30_000, Tick(beat=True)))
        commands += [(1_000, Answer(index, wrong))] * (index == 1 or not right[index])
        commands += [(1_000, Answer(index, key))] * right[index]
        commands += [(0, Flag(index, on=True))] * (index % 8 == 2)
    return commands


def _stops(stops: int, resumed: bool) -> list[tuple[int, Command]]:
    pairs: list[tuple[int, Command]] = [
        step for n in range(stops) for step in ((MINUTE // 2, Interrupt()), ((n + 1) * 17_000, Resume()))
    ]
    return pairs if resumed or not stops else pairs[:-1]


def _paper(
    domains: Sequence[tuple[str, str, int]],
    sections: Sequence[tuple[str, str]],
    questions: Sequence[int],
    repeated: int,
    axis: Axis,
) -> Paper:
    items = [
        make_item(f"q{domain}-{n}", topic="d1-t1", domain=f"d{domain}", section=f"s{n % len(sections) + 1}")
        for domain, asked in enumerate(questions, 1)
        for n in range(asked)
    ]
    exam = _exam(domains, sections, len(items), axis)
    bank = replace(make_bank(), exam=exam, items=tuple(items), digest="3fa9c2d17e5b8046" * 4)
    drawn = tuple(Question(item, tuple(option.id for option in item.options)) for item in items)
    paper = compose(bank, exam.profiles[0], drawn, {}, seed=1)
    return replace(paper, repeated=tuple(ItemId(item.id) for item in items[:repeated]))


def _exam(
    domains: Sequence[tuple[str, str, int]], sections: Sequence[tuple[str, str]], questions: int, axis: Axis
) -> Exam:
    by_domain = tuple(Weight(StratumId(f"d{n}"), weight) for n, (_, _, weight) in enumerate(domains, 1))
    by_section = tuple(Weight(StratumId(f"s{n}"), 100 / len(sections)) for n in range(1, len(sections) + 1))
    profile = Profile(
        id=ProfileId("full"),
        title=Text.of(en="Full length", ja="フルレングス"),
        source=Text.of(en="The outline", ja="出題範囲"),
        questions=questions,
        minutes=120,
        axis=axis,
        weights=by_domain if axis is Axis.DOMAIN else by_section,
        pass_percent=70.0,
    )
    return Exam(
        id=ExamId("mla"),
        code="MLA",
        title=Text.of(
            en="Databricks Certified Machine Learning Associate", ja="Databricks 認定 機械学習アソシエイト"
        ),
        profiles=(profile,),
        domains=_strata("d", [(en, ja) for en, ja, _ in domains]),
        sections=_strata("s", sections),
    )


def _strata(letter: str, titles: Sequence[tuple[str, str]]) -> tuple[Stratum, ...]:
    return tuple(
        Stratum(StratumId(f"{letter}{n}"), Text.of(en=en, ja=ja), Text.of(en=en, ja=ja))
        for n, (en, ja) in enumerate(titles, 1)
    )
