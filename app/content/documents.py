"""One file of a bank → its fields, or the problems that keep it from being read."""

from __future__ import annotations

from app.content.fields import LANGUAGE, Fields
from app.content.marked import Table, parse
from app.content.problems import Place, Report, Rule
from app.content.twins import Twins


def load(path: str, content: bytes, report: Report) -> Fields | None:
    """The table that a file holds; None, with a problem, when there is none."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        report.error(Place(path, line), Rule.NOT_UTF8, f"The byte {content[error.start]:#x} is not UTF-8.")
        return None
    if not text.strip():
        report.error(Place(path, 1), Rule.EMPTY_FILE, "The file is empty.")
        return None
    node, flaws = parse(text)
    for flaw in flaws:
        report.error(Place(path, flaw.line), flaw.rule, flaw.what)
    if isinstance(node, Table):
        return Fields(node, path, report)
    if node is not None:
        report.error(Place(path, node.line), Rule.WRONG_TYPE, "The file has to hold a mapping.")
    elif not flaws:
        report.error(Place(path, 1), Rule.EMPTY_FILE, "The file holds comments alone.")
    return None


def load_twins(path: str, languages: tuple[str, ...], contents: dict[str, bytes], report: Report) -> Twins:
    """The translations of the file at `path` into `languages`; a missing one is a problem."""
    twins: dict[str, Fields] = {}
    for language in languages:
        twin = twin_path(path, language)
        if twin not in contents:
            report.error(Place(path), Rule.MISSING_FILE, f"The translation {twin} is missing.")
            continue
        fields = load(twin, contents[twin], report)
        if fields is not None:
            twins[language] = fields
    return twins


def twin_path(path: str, language: str) -> str:
    """Where the translation of a file is: `autolog.yaml` → `autolog.ja.yaml`."""
    return f"{path.removesuffix('.yaml')}.{language}.yaml"


def split_name(name: str) -> tuple[str, str]:
    """A file name's stem and language tag, which is empty in a source file.

    What follows a dot but is no language tag stays in the stem.
    """
    stem, dot, language = name.removesuffix(".yaml").rpartition(".")
    if dot and LANGUAGE.fullmatch(language):
        return stem, language
    return name.removesuffix(".yaml"), ""
