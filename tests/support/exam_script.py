"""A small language for exam logs, and the one function that runs them.

A line is `time  action  -> what is expected`; the time is that of the room's clock since the start:

    0:00     start centre
    0:10     answer 1 B      -> 1 is B, 1 shows complete
    0:20     flag 9          -> refused no_such_question
    1:30:00  tick            -> warned 30
    2:00:00  tick            -> ended expired, left 0:00

Between the lines the program leaves its heartbeat, as the real one does, unless it was told to
`sleep` (the computer is suspended until the next line) or to `kill` (a new run of the program that
knows nothing of how the old one ended). `wall +1:00:00` sets the system's clock and nothing else.
`wait` does nothing. The paper has three questions with options A to D: 1 and 3 have the key A,
2 has the key AC.

Expectations are separated by commas; `refused`, `warned` and `ended` are always checked: what is
not expected of them must not happen. All else is checked where it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.attempt import HEARTBEAT_MS, Attempt, Phase, Response, apply, fold
from app.core.commands import Answer, Command, End, Flag, Interrupt, Resume, Start, StrikeOut, Tick, Visit
from app.core.decide import decide
from app.core.events import Beat, Ended, Event, Warned
from app.core.ids import OptionId
from app.core.paper import Paper, Question, compose
from app.core.refusals import Refusal
from app.core.terms import EndReason, Policy
from app.core.timing import remaining_ms
from tests.support.papers import EPOCH_MS, FakeClock, make_bank, make_profile

Words = list[str]


def script_paper(minutes: int = 120) -> Paper:
    """Three questions in the bank's order, the second one with the key AC."""
    bank = make_bank(domains=1, topics=1, items=3, multiple_every=2)
    profile = make_profile(questions=3, minutes=minutes, strata=1)
    questions = tuple(Question(item, tuple(o.id for o in item.options)) for item in bank.items)
    return compose(bank, profile, questions, {}, seed=1)


def sit(script: str, minutes: int = 120) -> Attempt:
    """Run a script; an AssertionError shows the script with a mark at the line that failed."""
    sitting = Sitting(script_paper(minutes))
    lines = [line.strip() for line in script.strip().splitlines()]
    for index, line in enumerate(lines):
        try:
            sitting.run(line)
        except AssertionError as error:
            shown = "\n".join(f"{'>' if n == index else ' '} {text}" for n, text in enumerate(lines))
            raise AssertionError(f"line {index + 1}: {error}\n{shown}") from error
    return sitting.state


class Sitting:
    """One exam being sat; `fresh` and `refusal` are what the last line brought about."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.clock = FakeClock()
        self.time_ms = 0
        self.runs = 1
        self.asleep = False
        self.attempt: Attempt | None = None
        self.events: list[Event] = []
        self.fresh: list[Event] = []
        self.refusal: Refusal | None = None

    @property
    def state(self) -> Attempt:
        """The attempt; a script that looks at it before its start is wrong."""
        assert self.attempt is not None, "the exam has not started"
        return self.attempt

    def run(self, line: str) -> None:
        """Let the time pass, act, and check what is expected."""
        said, _, expected = line.partition("->")
        time, *words = said.split()
        self.fresh, self.refusal = [], None
        self.pass_time(milliseconds(time) - self.time_ms)
        self.act(words)
        assert not self.events or fold(self.events) == self.attempt, "the fold tells another story"
        self.check([part.strip() for part in expected.split(",") if part.strip()])

    def pass_time(self, span_ms: int) -> None:
        """Advance the clocks; a running program leaves its heartbeat on the way."""
        assert span_ms >= 0, "the script goes back in time"
        self.time_ms += span_ms
        while self.beating() and span_ms > (pause := self.until_beat()):
            self.clock.advance(pause)
            self.submit(Tick(beat=True))
            span_ms -= pause
        self.clock.advance(span_ms)
        self.asleep = False

    def beating(self) -> bool:
        """Whether the program is there and awake."""
        attempt = self.attempt
        there = attempt is not None and attempt.phase is Phase.RUNNING and attempt.last.run == self.clock.run
        return there and not self.asleep

    def until_beat(self) -> int:
        """Milliseconds to the next heartbeat, at least one."""
        return max(1, HEARTBEAT_MS - self.clock.now().since(self.state.last))

    def act(self, words: Words) -> None:
        """Do what a line says."""
        match words:
            case ["wait"]:
                pass
            case ["sleep"]:
                self.asleep = True
            case ["kill"]:
                self.runs += 1
                self.clock.restart(f"run-{self.runs}")
            case ["wall", shift]:
                self.clock.jump(milliseconds(shift))
            case ["start", *how]:
                self.submit(start(self.paper, how))
            case [verb, *rest]:
                assert verb in COMMANDS, f"no such action: {verb}"
                self.submit(COMMANDS[verb](rest))

    def submit(self, command: Command) -> None:
        """Decide and fold, as the session does."""
        answer = decide(self.attempt, command, self.clock.now())
        if isinstance(answer, Refusal):
            self.refusal = answer
            return
        for event in answer:
            self.attempt = apply(self.attempt, event)
            self.events.append(event)
            self.fresh.append(event)

    def check(self, expectations: Sequence[str]) -> None:
        """Compare what is expected with what is so."""
        always: dict[str, Words] = {"refused": [], "warned": [], "ended": []}
        stated = {words[0]: words[1:] for words in map(str.split, expectations) if words[0] in FACTS}
        for name, rest in (always | stated).items():
            _same(name, " ".join(rest), FACTS[name](self))
        for words in map(str.split, expectations):
            if words[0] not in FACTS:
                number, name, *rest = words
                fact = QUESTION_FACTS[name](self.state, int(number) - 1)
                _same(f"{number} {name}", " ".join(rest), fact)


def start(paper: Paper, how: Words) -> Start:
    """The command of `start`, `start strict` or `start centre 25%`."""
    policy, extra = (*how, *("centre", "0%")[len(how) :])
    return Start(paper, Policy(policy), int(extra.rstrip("%")), "Ada", "en")


def milliseconds(time: str) -> int:
    """`1:30:00` or `0:10`, with a sign or without, in milliseconds."""
    sign = -1 if time.startswith("-") else 1
    seconds = 0
    for part in time.lstrip("+-").split(":"):
        seconds = seconds * 60 + int(part)
    return sign * seconds * 1000


def clock(span_ms: int) -> str:
    """A span as scripts write it."""
    minutes, seconds = divmod(span_ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _same(name: str, expected: str, actual: str) -> None:
    assert actual == expected, f"{name}: {actual or 'nothing'!r}, expected {expected or 'nothing'!r}"


def _options(letters: str) -> tuple[OptionId, ...]:
    return tuple(OptionId(letter.lower()) for letter in letters if letter != "-")


def _letters(options: Sequence[OptionId]) -> str:
    return "".join(options).upper() or "-"


def _index(words: Words) -> int:
    return int(words[0]) - 1


COMMANDS: dict[str, Callable[[Words], Command]] = {
    "see": lambda words: Visit(_index(words)),
    "answer": lambda words: Answer(_index(words), _options(words[1])),
    "flag": lambda words: Flag(_index(words), on=True),
    "unflag": lambda words: Flag(_index(words), on=False),
    "strike": lambda words: StrikeOut(_index(words), _options(words[1])[0], on=True),
    "restore": lambda words: StrikeOut(_index(words), _options(words[1])[0], on=False),
    "tick": lambda _: Tick(),
    "beat": lambda _: Tick(beat=True),
    "close": lambda _: Interrupt(),
    "resume": lambda _: Resume(),
    "finish": lambda _: End(EndReason.FINISHED),
    "score": lambda _: End(EndReason.SCORED_AS_IT_STANDS),
    "discard": lambda _: End(EndReason.DISCARDED),
    "expire": lambda _: End(EndReason.EXPIRED),
}


def _stops(sitting: Sitting) -> str:
    """The interruptions: `lost 0:10-0:40 kept` by the wall clock; nothing after the dash while it lasts."""
    return " & ".join(
        f"{stop.cause} {clock(stop.left.wall_ms - EPOCH_MS)}-"
        f"{clock(stop.back.wall_ms - EPOCH_MS) if stop.back else ''}{' kept' if stop.kept else ''}"
        for stop in sitting.state.interruptions
    )


FACTS: dict[str, Callable[[Sitting], str]] = {
    "refused": lambda s: str(s.refusal or ""),
    "warned": lambda s: " ".join(str(event.minutes) for event in s.fresh if isinstance(event, Warned)),
    "ended": lambda s: " ".join(str(event.reason) for event in s.fresh if isinstance(event, Ended)),
    "recorded": lambda s: " ".join(type(e).__name__ for e in s.fresh if not isinstance(e, Beat)),
    "phase": lambda s: str(s.state.phase),
    "on": lambda s: str(s.state.current + 1),
    "left": lambda s: clock(remaining_ms(s.state, s.clock.now())),
    "used": lambda s: clock(s.state.used_ms),
    "at": lambda s: clock(s.state.last.wall_ms - EPOCH_MS),
    "stops": _stops,
}


def _response(attempt: Attempt, index: int) -> Response:
    return attempt.responses[index]


QUESTION_FACTS: dict[str, Callable[[Attempt, int], str]] = {
    "is": lambda a, n: _letters(_response(a, n).chosen),
    "shows": lambda a, n: str(a.status(n)),
    "flag": lambda a, n: "on" if _response(a, n).flagged else "off",
    "struck": lambda a, n: _letters(sorted(_response(a, n).struck)),
    "spent": lambda a, n: clock(_response(a, n).spent_ms),
    "was": lambda a, n: " ".join(_letters(answer) for answer in _response(a, n).complete_answers),
}
