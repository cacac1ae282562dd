"""The gate: every rule over one bank, in every language that is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from app.content.files import EXAM_FILE
from app.content.gate import cues, options, pairs, parity, stems
from app.content.gate.bias import bias
from app.content.gate.cover import cover, scenarios
from app.content.gate.dates import old_items, old_references
from app.content.gate.figures import BankFigures, measure
from app.content.gate.rules import Finding, cure, severity
from app.content.gate.wording import Context, Wording, context, languages
from app.content.gate.words import lexicon
from app.content.places import Places
from app.content.problems import Place, ordered
from app.core.bank import Bank
from app.core.problems import Problem

ItemRule = Callable[[Wording, Context], Iterator[Finding]]
Located = Iterator[tuple[str, str, Finding]]
"""The name of what a finding is about ("" for the bank), the language ("" for none), the finding."""

ITEM_RULES: tuple[ItemRule, ...] = (
    cues.key_length,
    cues.absolutes,
    cues.grammar,
    cues.clang,
    cues.convergence,
    options.collective,
    options.duplicates,
    options.ranges,
    options.form,
    options.count,
    options.vague,
    stems.question,
    stems.focus,
    stems.negation,
    stems.length,
    stems.reasons,
    parity.untranslated,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says of a bank."""

    problems: tuple[Problem, ...]
    figures: BankFigures


def judge(folder: str, bank: Bank, places: Places, today: date) -> Verdict:
    """Put a bank to every rule. `folder` is its name, `places` tells where its texts stand."""
    known = [(language, lexicon(language)) for language in languages(bank)]
    contexts = [context(bank, language, words) for language, words in known if words is not None]
    figures = measure(folder, bank, contexts)
    items = {str(item.id) for item in bank.items}
    found = [
        *_of_items(contexts),
        *_of_bank(bank, contexts, today),
        *(("", "", one) for one in bias(figures)),
    ]
    return Verdict(ordered(_problem(folder, items, places, *one) for one in found), figures)


def findings(one: Wording, bank: Context) -> Iterator[Finding]:
    """What the rules about items say of one item in one language."""
    for rule in ITEM_RULES:
        yield from rule(one, bank)


def _of_items(contexts: list[Context]) -> Located:
    for bank in contexts:
        for one in bank.wordings:
            yield from ((one.item.id, bank.language, finding) for finding in findings(one, bank))
        for found in (pairs.similar_stems(bank), pairs.hints(bank)):
            yield from ((item, bank.language, finding) for item, finding in found)
    for twin in contexts[1:]:
        source = contexts[0]
        yield from ((item, twin.language, finding) for item, finding in parity.unusual_lengths(source, twin))


def _of_bank(bank: Bank, contexts: list[Context], today: date) -> Located:
    yield from (("", "", finding) for finding in cover(bank))
    for found in (old_references(bank, today), old_items(bank, today)):
        yield from ((name, "", finding) for name, finding in found)
    for one in contexts:
        yield from (
            (topic, one.language, finding)
            for topic, finding in parity.untranslated_notes(bank, one.language, one.words)
        )
    for source in contexts[:1]:
        yield from ((item, source.language, finding) for item, finding in scenarios(bank, source))


def _problem(
    folder: str, items: set[str], places: Places, name: str, language: str, finding: Finding
) -> Problem:
    place = places.find(name, language, finding.option) or Place(f"{folder}/{EXAM_FILE}")
    return Problem(
        severity=severity(finding.rule),
        path=place.path,
        line=place.line,
        item=name if name in items else None,
        rule=str(finding.rule),
        what=finding.what,
        cure=cure(finding.rule),
    )
