"""Small banks, papers and clocks for tests; everything is deterministic and made by keyword.

Ids are readable: domains `d1`, sections `s1`, topics `d1-t1`, items `d1-t1-q1`, options `a`, `b`, …
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from app.core.bank import AsOf, Bank, Item, Kind, Level, Option, Reference, Topic
from app.core.exam import Axis, Exam, Profile, Stratum, Weight
from app.core.ids import AttemptId, ExamId, ItemId, OptionId, ProfileId, ReferenceId, StratumId, TopicId
from app.core.moment import Moment
from app.core.paper import History, Paper, draw
from app.core.text import Text

EPOCH_MS = 1_760_000_000_000
"""Wall time of the tests' first moment: 2025-10-09, UTC."""

LANGUAGES = ("en", "ja")
RUN = "run-1"
LETTERS = "abcdefgh"


def make_text(words: str, languages: Sequence[str] = LANGUAGES) -> Text:
    """`words` in the first language, marked versions of it in the others."""
    first, *others = languages
    return Text(((first, words), *((tag, f"{words}（{tag}・日本語）") for tag in others)))


def make_item(
    item_id: str = "d1-t1-q1",
    *,
    topic: str = "d1-t1",
    domain: str = "d1",
    section: str = "s1",
    options: int = 4,
    right: Sequence[str] = ("a",),
    level: Level = Level.APPLY,
    difficulty: float = 0.6,
    enemies: Sequence[str] = (),
    references: Sequence[str] = ("r1",),
    proof: str | None = None,
    languages: Sequence[str] = LANGUAGES,
) -> Item:
    """An item whose correct options are `right`; more than one makes it a multiple one."""
    return Item(
        id=ItemId(item_id),
        topic=TopicId(topic),
        domain=StratumId(domain),
        section=StratumId(section),
        kind=Kind.MULTIPLE if len(right) > 1 else Kind.SINGLE,
        level=level,
        difficulty=difficulty,
        stem=make_text(f"What does **{item_id}** ask?", languages),
        options=tuple(make_option(letter, letter in right, languages) for letter in LETTERS[:options]),
        references=tuple(ReferenceId(reference) for reference in references),
        as_of=AsOf("2025-10-01", (("mlflow", "3.4"), ("spark", "4.0"))),
        enemies=tuple(ItemId(enemy) for enemy in enemies),
        proof=proof,
    )


def make_option(letter: str, correct: bool, languages: Sequence[str] = LANGUAGES) -> Option:
    """An option of that id."""
    return Option(
        id=OptionId(letter),
        text=make_text(f"Option {letter}", languages),
        why=make_text(f"Why {letter} is {'right' if correct else 'wrong'}", languages),
        correct=correct,
    )


def make_profile(
    profile_id: str = "full",
    *,
    questions: int = 3,
    minutes: int = 90,
    axis: Axis = Axis.DOMAIN,
    weights: Mapping[str, float] | None = None,
    strata: int = 2,
    pass_percent: float = 70.0,
    languages: Sequence[str] = LANGUAGES,
) -> Profile:
    """A profile; without `weights` the first `strata` domains (or sections) weigh the same."""
    letter = "d" if axis is Axis.DOMAIN else "s"
    shares = weights or {f"{letter}{n}": 100 / strata for n in range(1, strata + 1)}
    return Profile(
        id=ProfileId(profile_id),
        title=make_text("Full length", languages),
        source=make_text("The guide", languages),
        questions=questions,
        minutes=minutes,
        axis=axis,
        weights=tuple(Weight(StratumId(name), percent) for name, percent in shares.items()),
        pass_percent=pass_percent,
    )


def make_exam(
    *,
    exam_id: str = "mla",
    code: str = "MLA",
    domains: int = 2,
    sections: int = 2,
    profiles: Sequence[Profile] = (),
    languages: Sequence[str] = LANGUAGES,
) -> Exam:
    """An exam of so many domains and sections; without `profiles` it has one, of three questions."""
    return Exam(
        id=ExamId(exam_id),
        code=code,
        title=make_text("Machine Learning Associate", languages),
        profiles=tuple(profiles) or (make_profile(strata=domains, languages=languages),),
        domains=make_strata("d", domains, languages),
        sections=make_strata("s", sections, languages),
    )


def make_strata(letter: str, count: int, languages: Sequence[str] = LANGUAGES) -> tuple[Stratum, ...]:
    """The strata `d1`, `d2`, … (or `s1`, …)."""
    return tuple(
        Stratum(
            StratumId(f"{letter}{n}"),
            make_text(f"Stratum {letter}{n}", languages),
            make_text(f"{letter}{n}", languages),
        )
        for n in range(1, count + 1)
    )


def make_bank(
    *,
    domains: int = 2,
    sections: int = 2,
    topics: int = 2,
    items: int = 3,
    options: int = 4,
    multiple_every: int = 0,
    enemies: Mapping[str, Sequence[str]] | None = None,
    profiles: Sequence[Profile] = (),
    languages: Sequence[str] = LANGUAGES,
    exam_id: str = "mla",
    code: str = "MLA",
) -> Bank:
    """A bank of `domains` × `topics` × `items` items; sections take turns.

    Every `multiple_every`-th item (none for 0) has two correct options. `enemies` maps item ids
    to those of their enemies, as given: name both sides for a symmetric pair.
    """
    hostile = enemies or {}
    places = [
        (f"d{domain}", f"d{domain}-t{topic}", f"d{domain}-t{topic}-q{n}")
        for domain in range(1, domains + 1)
        for topic in range(1, topics + 1)
        for n in range(1, items + 1)
    ]
    made = tuple(
        make_item(
            item_id,
            topic=topic,
            domain=domain,
            section=f"s{index % sections + 1}",
            options=options,
            right=("a", "c") if multiple_every and (index + 1) % multiple_every == 0 else ("a",),
            enemies=hostile.get(item_id, ()),
            languages=languages,
        )
        for index, (domain, topic, item_id) in enumerate(places)
    )
    exam = make_exam(
        exam_id=exam_id,
        code=code,
        domains=domains,
        sections=sections,
        profiles=profiles,
        languages=languages,
    )
    return Bank(exam, _topics(domains, topics, languages), made, (make_reference(),), digest="0" * 64)


def make_reference(reference_id: str = "r1", languages: Sequence[str] = LANGUAGES) -> Reference:
    """A documented page."""
    url = Text(tuple((tag, f"https://docs.example.com/{tag}/{reference_id}") for tag in languages))
    return Reference(ReferenceId(reference_id), "The manual", url, "2025-10-01", "mlflow 3.4")


def make_paper(
    n: int = 3,
    seed: int = 1,
    *,
    bank: Bank | None = None,
    minutes: int = 90,
    axis: Axis = Axis.DOMAIN,
    pass_percent: float = 70.0,
    multiple_every: int = 0,
    languages: Sequence[str] = LANGUAGES,
    history: History | None = None,
) -> Paper:
    """A paper of `n` questions, drawn with `seed` from `bank` or from one just large enough."""
    source = bank or make_bank(items=-(-n // 2), multiple_every=multiple_every, languages=languages)
    strata = len(source.exam.strata(axis))
    profile = make_profile(
        questions=n,
        minutes=minutes,
        axis=axis,
        strata=strata,
        pass_percent=pass_percent,
        languages=languages,
    )
    paper = draw(source, profile, history or {}, seed, Random(seed))
    assert isinstance(paper, Paper), f"the bank is too small: {paper.missing}"
    return paper


def make_moment(ms: int = 0, run: str = RUN) -> Moment:
    """The moment `ms` milliseconds after the first one."""
    return Moment(EPOCH_MS + ms, ms, run)


class FakeClock:
    """A clock that stands still until it is told otherwise; all three readings can be set."""

    def __init__(self, wall_ms: int = EPOCH_MS, tick_ms: int = 0, run: str = RUN) -> None:
        self.wall_ms = wall_ms
        self.tick_ms = tick_ms
        self.run = run

    def now(self) -> Moment:
        """The present moment."""
        return Moment(self.wall_ms, self.tick_ms, self.run)

    def advance(self, ms: int) -> Moment:
        """Let both clocks run for `ms` milliseconds; the moment after that."""
        self.wall_ms += ms
        self.tick_ms += ms
        return self.now()

    def jump(self, ms: int) -> Moment:
        """Set the wall clock forward, or back, as the system's time service may."""
        self.wall_ms += ms
        return self.now()

    def restart(self, run: str, gone_ms: int = 0) -> Moment:
        """A new run of the program, `gone_ms` later; its steady clock starts anew."""
        self.wall_ms += gone_ms
        self.tick_ms = 0
        self.run = run
        return self.now()


class FakeIds:
    """Ids in order: `attempt-0001`, `attempt-0002`, …; seeds 1, 2, …"""

    def __init__(self) -> None:
        self._attempts = 0
        self._seeds = 0

    def attempt_id(self) -> AttemptId:
        """The next attempt id."""
        self._attempts += 1
        return AttemptId(f"attempt-{self._attempts:04}")

    def seed(self) -> int:
        """The next seed."""
        self._seeds += 1
        return self._seeds


def _topics(domains: int, topics: int, languages: Sequence[str]) -> tuple[Topic, ...]:
    return tuple(
        Topic(
            TopicId(f"d{domain}-t{topic}"),
            StratumId(f"d{domain}"),
            make_text(f"Topic d{domain}-t{topic}", languages),
            make_text(f"A note on *d{domain}-t{topic}*.", languages),
        )
        for domain in range(1, domains + 1)
        for topic in range(1, topics + 1)
    )
