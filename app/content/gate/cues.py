"""What gives the key away to somebody who knows how tests are written, but not the subject.

The rules follow Haladyna, Downing and Rodriguez (2002) and the guide of the NBME for item writers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import mean, median

from app.content.gate.prose import similarity
from app.content.gate.rules import Finding, Rule
from app.content.gate.wording import Choice, Context, Wording
from app.content.problems import quoted

LONGER = 1.3
"""A key this many times as long as the median option is a cue."""

RARE = 2
"""A word in so few items of the bank is rare; in a large bank, in one item of a hundred."""

CLEARLY = 0.12
"""How much more a key must share with the other options than any of them, to be found by it."""

ENOUGH_WORDS = 4
"""Words that options must have on average, to be compared at all."""

_ARTICLE = re.compile(r"\b(a|an)\s*(?:[:…_]|\.{3})*\s*$", re.IGNORECASE)
_VOWEL_SOUND = re.compile(r"(?!uni|use|eu|one\b)(?:[aeiou]|hour|honest)", re.IGNORECASE)


def key_length(one: Wording, _: Context) -> Iterator[Finding]:
    """The key is the longest option by far: in prose, or in code where all options are code alone."""
    in_code = not any(choice.text.spoken for choice in one.choices)
    sizes = [choice.text.code_size if in_code else choice.text.size for choice in one.choices]
    shown = [choice.text.shown for choice in one.choices]
    # Several long keys would lift the median of all options with them.
    middle = median(sizes if one.single else _of(one.choices, sizes, correct=False))
    least = min(_of(one.choices, sizes, correct=True))
    far = least >= max(LONGER * middle, middle + one.words.margin)
    if far and _ahead(one.choices, sizes) and _ahead(one.choices, shown):
        rule = Rule.KEY_LENGTH if one.single else Rule.KEYS_LENGTH
        unit = "code" if in_code else "prose"
        what = f"The key has {least} characters of {unit}, the median option {middle:g}."
        yield Finding(rule, what, one.keys[0].id)


def absolutes(one: Wording, _: Context) -> Iterator[Finding]:
    """Words that admit no exception, in wrong options alone or in the key alone."""
    firm = [choice for choice in one.choices if one.words.absolute.search(choice.text.plain)]
    wrong = [choice for choice in firm if not choice.correct]
    if len(wrong) > 1 and len(wrong) == len(firm) and 2 * len(wrong) >= len(one.distractors):
        yield Finding(
            Rule.ABSOLUTE_DISTRACTORS,
            f"{_absolutes(one, wrong)} {len(wrong)} wrong options and not in the key.",
            wrong[0].id,
        )
    if firm and not wrong and len(firm) == len(one.keys):
        what = f"{_absolutes(one, firm)} the key and in no wrong option."
        yield Finding(Rule.ABSOLUTE_KEY, what, firm[0].id)


def grammar(one: Wording, _: Context) -> Iterator[Finding]:
    """The stem ends in an article that suits the key better than wrong options."""
    match = _ARTICLE.search(one.stem.text.strip()) if one.language == "en" else None
    if match is None:
        return
    wants_vowel = match[1].lower() == "an"
    misfits = [choice.id for choice in one.choices if _vowel(choice) != wants_vowel]
    if misfits and all(choice.id not in misfits for choice in one.keys):
        what = f"The stem ends in {quoted(match[1])}, which suits the key and not {', '.join(misfits)}."
        yield Finding(Rule.GRAMMAR_CUE, what)


def clang(one: Wording, bank: Context) -> Iterator[Finding]:
    """A rare word of the stem comes back in the key alone."""
    rare = max(RARE, len(bank.wordings) // 100)
    known = bank.vocabulary.get(one.item.topic, frozenset())
    wrong = frozenset(token for choice in one.distractors for token in choice.text.tokens)
    said = frozenset(one.stem.tokens) - wrong - known
    echoes = said.intersection(*(choice.text.tokens for choice in one.keys))
    found = sorted(word for word in echoes if bank.items_with[word] <= rare and _tells(word))
    if found:
        what = f"Of the options, the key alone has from the stem: {', '.join(found)}."
        yield Finding(Rule.CLANG, what, one.keys[0].id)


def convergence(one: Wording, _: Context) -> Iterator[Finding]:
    """The key shares most with the other options, as when wrong ones were made by changing it."""
    words = mean(len(choice.text.tokens) for choice in one.choices)
    if not one.single or len(one.choices) < 3 or words < ENOUGH_WORDS:
        return
    shared = {choice.id: shares(choice, one) for choice in one.choices}
    key = one.keys[0].id
    next_best = max(share for option, share in shared.items() if option != key)
    if shared[key] >= next_best + CLEARLY:
        what = (
            f"The key shares {shared[key]:.0%} of its words with the others, the next option {next_best:.0%}."
        )
        yield Finding(Rule.CONVERGENCE, what, key)


def shares(choice: Choice, one: Wording) -> float:
    """How much an option has in common with each of the others, on average, in 0..1."""
    return mean(
        similarity(choice.text.tokens, other.text.tokens) for other in one.choices if other is not choice
    )


def _of(choices: Sequence[Choice], sizes: Sequence[int], *, correct: bool) -> list[int]:
    return [size for choice, size in zip(choices, sizes, strict=True) if choice.correct is correct]


def _ahead(choices: Sequence[Choice], sizes: Sequence[int]) -> bool:
    """Whether every key is longer than every wrong option."""
    return min(_of(choices, sizes, correct=True)) > max(_of(choices, sizes, correct=False), default=0)


def _absolutes(one: Wording, choices: list[Choice]) -> str:
    found = [one.words.absolute.search(choice.text.plain) for choice in choices]
    words = dict.fromkeys(match[0].lower() for match in found if match)
    verb = "is" if len(words) == 1 else "are"
    return f"{', '.join(quoted(word) for word in words)} {verb} in"


def _vowel(choice: Choice) -> bool:
    return _VOWEL_SOUND.match(choice.text.text.strip().strip("`*")) is not None


def _tells(word: str) -> bool:
    """Whether a word is long enough to be noticed; figures belong to the case."""
    return not word[0].isdigit() and (len(word) > 3 or not word.isascii())
