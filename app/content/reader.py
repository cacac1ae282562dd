"""A bank's files → the bank, or all that is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.content.documents import load, load_twins, split_name, twin_path
from app.content.exam_reader import ExamReading, read_exam
from app.content.fields import did_you_mean, is_slug
from app.content.files import EXAM_FILE, REFERENCES_FILE, Files, read_files
from app.content.places import Places
from app.content.problems import Place, Report, Rule, quoted
from app.content.references import References, read_references
from app.content.topic_reader import Enmity, Frame, TopicReader, TopicReading
from app.content.twins import Words
from app.core.bank import Bank, Item
from app.core.blueprint import shortfalls
from app.core.ids import ItemId, ReferenceId
from app.core.problems import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a bank folder: no bank when one of the problems is an error.

    `topics` and `items` count what was found, right or wrong; `places` tells where it stands.
    """

    folder: str
    bank: Bank | None
    problems: tuple[Problem, ...]
    topics: int
    items: int
    places: Places = field(default_factory=Places, compare=False, repr=False)


def read_bank(folder: Path) -> Reading:
    """Read the bank in `folder`; the shared references are beside it. Raises nothing."""
    folder = folder.absolute()
    return read(read_files(folder.parent, folder.name))


def read(files: Files) -> Reading:
    """Read and check all files of a bank, once found."""
    report = Report()
    report.add(files.problems)
    exam = read_exam(files.folder, files.contents, report)
    if exam is None:
        return _hopeless(files, report)
    places = Places()
    references = read_references(files.folder, exam.languages, files.contents, report, places)
    topics = _topics(files, exam, references, report, places)
    items = tuple(item for topic in topics for item in topic.items)
    items = _with_enemies(items, [claim for topic in topics for claim in topic.enmities], report)
    _check_profiles(files.folder, exam, items, report)
    bank = None if report.broken else _bank(exam, topics, items, references, files.digest)
    return Reading(files.folder, bank, report.problems, len(topics), len(items), places)


def _hopeless(files: Files, report: Report) -> Reading:
    """Without an exam nothing can be checked but the YAML."""
    exam = f"{files.folder}/{EXAM_FILE}"
    if exam not in files.contents and all(problem.path != exam for problem in files.problems):
        report.error(Place(exam), Rule.MISSING_FILE, "The bank has no exam.yaml.")
    for path, content in files.contents.items():
        if path != exam:
            load(path, content, report)
    return Reading(files.folder, None, report.problems, 0, 0)


def _topics(
    files: Files, exam: ExamReading, references: References, report: Report, places: Places
) -> tuple[TopicReading, ...]:
    """All topics, by the order of the domains and then by file name."""
    frame = Frame(exam.exam.id, [section.id for section in exam.exam.sections], references)
    reader = TopicReader(frame, report, places)
    source, *others = exam.languages
    found = []
    for domain, stem in _topic_files(files, exam, report):
        if report.enough:
            break
        path = f"{files.folder}/{domain}/{stem}.yaml"
        fields = load(path, files.contents[path], report)
        twins = load_twins(path, tuple(others), files.contents, report)
        if fields is not None:
            found.append(reader.read(domain, stem, Words(source, fields, twins)))
    return tuple(found)


def _topic_files(files: Files, exam: ExamReading, report: Report) -> Iterator[tuple[str, str]]:
    """The domain and stem of each topic file; files elsewhere are reported."""
    domains = [domain.id for domain in exam.exam.domains]
    by_domain: dict[str, list[str]] = defaultdict(list)
    for path in files.contents:
        folder, _, name = path.rpartition("/")
        stem, language = split_name(name)
        if _is_known(path, stem, folder, files, exam.languages):
            continue
        if language:
            _check_twin(path, stem, language, exam.languages, report)
            continue
        domain = folder.removeprefix(f"{files.folder}/")
        if folder == files.folder or "/" in domain or not is_slug(stem):
            report.error(Place(path), Rule.UNKNOWN_PLACE, "No file of this name belongs here.")
        elif domain not in domains:
            what = f"{quoted(domain)} is no domain of this exam{did_you_mean(domain, domains)}"
            report.error(Place(path), Rule.UNKNOWN_DOMAIN, what)
        else:
            by_domain[domain].append(stem)
    for one in domains:
        yield from ((one, stem) for stem in sorted(by_domain[one]))


def _is_known(path: str, stem: str, folder: str, files: Files, languages: tuple[str, ...]) -> bool:
    """Whether a file is read elsewhere: the exam, references, or the translation of a file."""
    if path == REFERENCES_FILE:
        return True
    if folder == files.folder and path.endswith((f"/{EXAM_FILE}", f"/{REFERENCES_FILE}")):
        return True
    source = f"{folder}/{stem}.yaml"
    return source in files.contents and path in {twin_path(source, language) for language in languages[1:]}


def _check_twin(path: str, stem: str, language: str, languages: tuple[str, ...], report: Report) -> None:
    """Report a translation that belongs to nothing."""
    if language not in languages[1:]:
        what = f"exam.yaml does not list {quoted(language)} among the translations."
        report.error(Place(path), Rule.BAD_LANGUAGE, what)
    else:
        what = f"There is no {stem}.yaml of which this could be the translation."
        report.error(Place(path), Rule.MISSING_FILE, what)


def _with_enemies(items: tuple[Item, ...], claims: list[Enmity], report: Report) -> tuple[Item, ...]:
    """The items with their enemies, which are always enemies of each other."""
    known = {item.id for item in items}
    enemies: dict[ItemId, set[ItemId]] = defaultdict(set)
    for claim in claims:
        if claim.enemy not in known or claim.enemy == claim.item:
            hint = "." if claim.enemy == claim.item else did_you_mean(claim.enemy, known)
            what = f"{quoted(claim.enemy)} cannot be an enemy of this item{hint}"
            report.error(claim.place, Rule.UNKNOWN_ENEMY, what)
        enemies[claim.item].add(claim.enemy)
        enemies[claim.enemy].add(claim.item)
    return tuple(replace(item, enemies=tuple(sorted(enemies[item.id]))) for item in items)


def _check_profiles(folder: str, exam: ExamReading, items: Collection[Item], report: Report) -> None:
    """Warn of the profiles that the bank cannot fill; only sound figures can be judged."""
    if not items:
        report.error(Place(f"{folder}/{EXAM_FILE}"), Rule.NO_ITEMS, "The bank has no items.")
    if report.broken:
        return
    for profile, place in zip(exam.exam.profiles, exam.profile_places, strict=True):
        for lack in shortfalls(items, profile):
            what = (
                f"The profile {quoted(profile.id)} needs {lack.needed} items of {quoted(lack.stratum)}; "
                f"there are {lack.available}."
            )
            report.warn(place, Rule.CANNOT_FILL, what)


def _bank(
    exam: ExamReading,
    topics: tuple[TopicReading, ...],
    items: tuple[Item, ...],
    references: References,
    digest: str,
) -> Bank:
    cited: set[ReferenceId] = {reference for item in items for reference in item.references}
    return Bank(
        exam=exam.exam,
        topics=tuple(reading.topic for reading in topics),
        items=items,
        references=tuple(reference for name, reference in references.items() if name in cited),
        digest=digest,
    )
