"""Rules about stems and about the reasons behind the options."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.content.comparison import code_blocks
from app.content.gate.rules import Finding, Rule
from app.content.gate.wording import Context, Wording
from app.content.problems import quoted

_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。？])")
_BOLD = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")


def question(one: Wording, _: Context) -> Iterator[Finding]:
    """The stem asks nothing, or goes on after its question."""
    sentences = _sentences(one.stem.text)
    if not any(one.words.question.search(sentence) for sentence in sentences):
        yield Finding(Rule.NO_QUESTION, "The stem asks no question.")
    elif not one.words.question.search(sentences[-1]) and not _asks_by_colon(one.stem.text):
        yield Finding(Rule.NO_LEAD_IN, f"After its question the stem goes on: {quoted(sentences[-1])}.")


def focus(one: Wording, _: Context) -> Iterator[Finding]:
    """The question asks nothing in particular: any true statement would answer it."""
    match = one.words.unfocused.search(lead_in(one))
    if match:
        yield Finding(Rule.UNFOCUSED_QUESTION, f"The stem asks {quoted(match[0])}.")


def negation(one: Wording, _: Context) -> Iterator[Finding]:
    """The question asks for what is wrong, and does not say so in bold."""
    emphasised = " ".join(match[1] or match[2] for match in _BOLD.finditer(one.stem.text))
    asked = lead_in(one)
    match = one.words.negative.search(asked)
    if match and not (emphasised and _negates(emphasised, match[0])):
        yield Finding(Rule.NEGATIVE_STEM, f"The question is negative ({quoted(match[0])}), without emphasis.")


def length(one: Wording, _: Context) -> Iterator[Finding]:
    """The stem tells more than can be kept in mind."""
    if one.stem.size > one.words.long_stem:
        what = f"The stem has {one.stem.size} characters of prose; {one.words.long_stem} are many."
        yield Finding(Rule.LONG_STEM, what)


def reasons(one: Wording, _: Context) -> Iterator[Finding]:
    """A reason is lacking, says nothing, points to a letter, or is that of another option."""
    seen: dict[str, str] = {}
    for choice in one.choices:
        why = " ".join(choice.why.split())
        match = one.words.letter.search(why)
        first = seen.setdefault(why.lower(), choice.id)
        if not why:
            yield Finding(Rule.REASON_MISSING, "The option has no reason.", choice.id)
        elif len(why) < one.words.short_reason:
            yield Finding(Rule.REASON_SHORT, f"The reason is {quoted(why)} and no more.", choice.id)
        if match:
            yield Finding(Rule.REASON_LETTER, f"The reason says {quoted(match[0])}.", choice.id)
        if why and first != choice.id:
            what = f"The reason is that of {quoted(first)} to the letter."
            yield Finding(Rule.REASON_SAME, what, choice.id)


def lead_in(one: Wording) -> str:
    """The last question of the stem, without markup; the last sentence where there is none."""
    sentences = _sentences(one.stem.text)
    asking = [sentence for sentence in sentences if one.words.question.search(sentence)]
    return (asking or sentences or [""])[-1]


def _sentences(text: str) -> list[str]:
    """The sentences of a stem without its code blocks and the instruction in brackets at its end."""
    for block in code_blocks(text)[0]:
        text = text.replace(block, "\n\n")
    bare = _IN_BRACKETS.sub("", re.sub(r"[*_]{2}", "", text).strip())
    paragraphs = re.split(r"\n\s*\n", bare)
    return [
        sentence.strip()
        for paragraph in paragraphs
        for sentence in _SENTENCE.split(" ".join(paragraph.split()))
        if sentence.strip()
    ]


def _asks_by_colon(text: str) -> bool:
    """Whether the stem ends with what its question points to, after a colon or as code."""
    return text.rstrip().endswith(("```", "~~~", "|")) or bool(
        re.search(r"^\s*(?:[-*]|\d+\.) .*\Z", text, re.M)
    )


def _negates(emphasised: str, negation: str) -> bool:
    """Whether what is in bold is the negation or part of it."""
    return any(word in negation.lower() for word in re.findall(r"\w+", emphasised.lower()))
