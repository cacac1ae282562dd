"""The rules of the gate: how grave each is, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.core.problems import Severity


class Rule(StrEnum):
    """Every rule of the gate; the values are stable and appear in reports."""

    # What gives the key away
    KEY_LENGTH = "key-length"
    KEYS_LENGTH = "keys-length"
    ABSOLUTE_DISTRACTORS = "absolute-distractors"
    ABSOLUTE_KEY = "absolute-key"
    COLLECTIVE_OPTION = "collective-option"
    GRAMMAR_CUE = "grammar-cue"
    CLANG = "clang"
    CONVERGENCE = "convergence"
    ODD_KEY = "odd-key"
    # Options
    ODD_OPTION = "odd-option"
    SAME_OPTION = "same-option"
    SIMILAR_OPTIONS = "similar-options"
    OVERLAPPING_RANGES = "overlapping-ranges"
    OPTION_COUNT = "option-count"
    VAGUE_WORD = "vague-word"
    # Stems
    NEGATIVE_STEM = "negative-stem"
    NO_QUESTION = "no-question"
    NO_LEAD_IN = "no-lead-in"
    UNFOCUSED_QUESTION = "unfocused-question"
    LONG_STEM = "long-stem"
    SCENARIO_LENGTH = "scenario-length"
    # Reasons and references
    REASON_MISSING = "reason-missing"
    REASON_SHORT = "reason-short"
    REASON_LETTER = "reason-letter"
    REASON_SAME = "reason-same"
    REFERENCE_MISSING = "reference-missing"
    OLD_REFERENCE = "old-reference"
    OLD_ITEM = "old-item"
    # Languages
    UNTRANSLATED = "untranslated"
    LEFTOVER = "leftover"
    LENGTH_RATIO = "length-ratio"
    # The bank
    SAME_STEM = "same-stem"
    SIMILAR_STEMS = "similar-stems"
    ENEMY_HINT = "enemy-hint"
    NO_COVER = "no-cover"
    LEVEL_MIX = "level-mix"
    MULTIPLE_SHARE = "multiple-share"
    LONGEST_IS_KEY = "longest-is-key"
    SHORTEST_IS_KEY = "shortest-is-key"
    KEY_POSITION = "key-position"
    GUESSABLE = "guessable"
    BASELINE = "baseline"


_ERRORS: dict[Rule, str] = {
    Rule.KEY_LENGTH: "Shorten the key, or give the other options as much detail.",
    Rule.ABSOLUTE_DISTRACTORS: "Soften the wrong options, or let the key be as firm.",
    Rule.COLLECTIVE_OPTION: "Write an option that stands for itself.",
    Rule.GRAMMAR_CUE: "Move the article into the options.",
    Rule.ODD_KEY: "Write all options in one form.",
    Rule.SAME_OPTION: "Make the options differ in substance.",
    Rule.OVERLAPPING_RANGES: "Let no value belong to two options.",
    Rule.NO_QUESTION: "End the stem with the question.",
    Rule.REASON_MISSING: "Say why the option is right or wrong.",
    Rule.REASON_SHORT: "Say in a sentence why; of a wrong option, when it would be right.",
    Rule.REASON_LETTER: "Name the idea: options are shuffled on every paper.",
    Rule.REASON_SAME: "Give each option a reason of its own.",
    Rule.REFERENCE_MISSING: "Name the page on which the key rests.",
    Rule.UNTRANSLATED: "Translate it.",
    Rule.SAME_STEM: "Ask for another idea, or drop one of the two.",
    Rule.LONGEST_IS_KEY: "Shorten keys, or lengthen wrong options.",
    Rule.SHORTEST_IS_KEY: "Lengthen keys, or shorten wrong options.",
    Rule.GUESSABLE: "Look for what the keys have in common, and take it away.",
}

_WARNINGS: dict[Rule, str] = {
    Rule.KEYS_LENGTH: "Shorten the keys, or give the other options as much detail.",
    Rule.ABSOLUTE_KEY: "Let a wrong option be as firm, or soften the key.",
    Rule.CLANG: "Use the word in a wrong option too, or another word in the key.",
    Rule.CONVERGENCE: "Let wrong options share parts with one another, not with the key alone.",
    Rule.ODD_OPTION: "Write all options in one form.",
    Rule.SIMILAR_OPTIONS: "Check that the options differ in substance.",
    Rule.OPTION_COUNT: "Give items of one kind the same number of options.",
    Rule.VAGUE_WORD: "Say how often, or leave it out.",
    Rule.NEGATIVE_STEM: "Ask for what is right, or set the negation in bold.",
    Rule.NO_LEAD_IN: "Let the question be the last sentence of the stem.",
    Rule.UNFOCUSED_QUESTION: "Ask something that can be answered with the options covered.",
    Rule.LONG_STEM: "Leave out what decides nothing.",
    Rule.SCENARIO_LENGTH: "Tell a scenario in 60 to 140 words, with a constraint that decides.",
    Rule.OLD_REFERENCE: "Read the page again and renew `checked`.",
    Rule.OLD_ITEM: "Check key and reasons again and renew `as_of`.",
    Rule.LEFTOVER: "Translate it, or set names of code in backquotes.",
    Rule.LENGTH_RATIO: "Check that both languages say the same.",
    Rule.SIMILAR_STEMS: "Check that the two ask for different ideas; name one under `enemies` of the other.",
    Rule.ENEMY_HINT: "Name the other item under `enemies`, or change the stem.",
    Rule.NO_COVER: "Write items for it.",
    Rule.LEVEL_MIX: "Turn items that ask for knowledge into items that ask for a decision.",
    Rule.MULTIPLE_SHARE: "Turn some into single items.",
    Rule.KEY_POSITION: "Change the order of options in the file.",
    Rule.BASELINE: "Look for what the keys have in common, and take it away.",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found. `option` is the id of an option, "" for the stem or the whole item."""

    rule: Rule
    what: str
    option: str = ""


def severity(rule: Rule) -> Severity:
    """Cues that give the key away and defects are errors; matters of judgement are warnings."""
    return Severity.ERROR if rule in _ERRORS else Severity.WARNING


def cure(rule: Rule) -> str:
    """What to do about it."""
    return _ERRORS.get(rule) or _WARNINGS[rule]
