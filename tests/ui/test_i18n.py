"""The catalogues: complete, true to the code, compiled; and a code that can be translated."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.core.attempt import Status
from app.core.refusals import Refusal
from app.core.scoring import Band, Verdict
from app.core.terms import Cause, EndReason, Policy
from app.services.ports import Trouble, TroubleKind
from app.ui import labels
from app.ui.i18n import LANGUAGES, Translators

ROOT = Path(__file__).resolve().parents[2]
CODE, CATALOGUES, TOOL = Path("app/ui"), Path("resources/i18n"), Path("packaging/i18n.py")
PLURAL_FORMS = {"en": 2, "ja": 1}
MARKERS = {"tr", "translate", "QT_TRANSLATE_NOOP"}


@dataclass(frozen=True)
class Message:
    """An entry of a catalogue; `forms` are its translations, one for each grammatical number."""

    context: str
    source: str
    forms: tuple[str, ...]
    plural: bool
    finished: bool


def messages(language: str) -> list[Message]:
    tree = ET.parse(ROOT / CATALOGUES / f"rehearsal_{language}.ts")
    return [
        _message(context.findtext("name", ""), entry)
        for context in tree.iter("context")
        for entry in context.iter("message")
    ]


def _message(context: str, entry: ET.Element) -> Message:
    translation = entry.find("translation")
    assert translation is not None
    forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
    plural = entry.get("numerus") == "yes"
    return Message(context, entry.findtext("source", ""), forms, plural, translation.get("type") is None)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all that the tool reads, brought up to date and compiled."""
    root = tmp_path_factory.mktemp("tree")
    shutil.copytree(ROOT / CODE, root / CODE, ignore=shutil.ignore_patterns("__pycache__"))
    (root / CATALOGUES).mkdir(parents=True)
    for language in LANGUAGES:
        shutil.copy(ROOT / CATALOGUES / f"rehearsal_{language}.ts", root / CATALOGUES)
    (root / TOOL).parent.mkdir()
    shutil.copy(ROOT / TOOL, root / TOOL)
    for verb in ("update", "build"):
        subprocess.run([sys.executable, root / TOOL, verb], check=True)
    return root


# The catalogues ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_what_the_tool_extracts(copy: Path, language: str) -> None:
    name = CATALOGUES / f"rehearsal_{language}.ts"
    assert (copy / name).read_text("utf-8") == (ROOT / name).read_text("utf-8")


def test_no_text_of_the_code_escapes_the_tool() -> None:
    found = {(message.context, message.source) for message in messages("ja")}
    assert found == {place for path in sources() for place in marked(ast.parse(path.read_text("utf-8")))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_translated(language: str) -> None:
    gaps = [entry for entry in messages(language) if not entry.finished or not all(entry.forms)]
    assert gaps == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_the_forms_of_the_language(language: str) -> None:
    expected = PLURAL_FORMS[language]
    wrong = [e for e in messages(language) if len(e.forms) != (expected if e.plural else 1)]
    assert wrong == []


def test_both_catalogues_have_the_same_plurals() -> None:
    english, japanese = ({(e.context, e.source) for e in messages(tag) if e.plural} for tag in ("en", "ja"))
    assert english == japanese
    assert len(english) == len(messages("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_gaps_survive_translation(language: str) -> None:
    wrong = [
        (entry.source, form)
        for entry in messages(language)
        for form in entry.forms
        if gaps(form) != gaps(entry.source)
    ]
    assert wrong == []


def gaps(text: str) -> list[str]:
    """What is filled in or has a meaning for Qt: {names}, %n, the mark of a shortcut key."""
    return sorted(re.findall(r"\{\w*\}|%n|&\w", text.upper()))


def test_english_plurals_show_no_brackets() -> None:
    assert [entry for entry in messages("en") if "(s)" in "".join(entry.forms)] == []


def test_japanese_says_something_else() -> None:
    same = {entry.source for entry in messages("ja") if entry.source in entry.forms}
    assert same == {"PDF (*.pdf)", "Enter", "A4"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("compiled", ["committed", "fresh"])
def test_the_compiled_catalogue_says_the_same(copy: Path, language: str, compiled: str) -> None:
    root = ROOT if compiled == "committed" else copy
    translator = QTranslator()
    assert translator.load(str(root / CATALOGUES / f"rehearsal_{language}.qm"))
    for entry in messages(language):
        spoken = [translator.translate(entry.context, entry.source, None, n) for n in (1, 45)]
        assert spoken == [entry.forms[0], entry.forms[-1]]


# The code ---------------------------------------------------------------------------------------


def sources() -> list[Path]:
    return sorted((ROOT / CODE).rglob("*.py"))


def marked(node: ast.AST, context: str = "") -> Iterator[tuple[str, str]]:
    """Context and source of every text marked for translation below a node, as Qt looks it up."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and is_marker(child.func):
            words = [word.value for word in child.args if isinstance(word, ast.Constant)]
            if name(child.func) == "tr":
                yield context, str(words[0])
            elif len(words) == 2:
                yield str(words[0]), str(words[1])
        yield from marked(child, child.name if isinstance(child, ast.ClassDef) else context)


def name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def is_marker(node: ast.AST) -> bool:
    """Whether a node is a translating function; `painter.translate` moves a painter."""
    if isinstance(node, ast.Attribute) and node.attr == "translate":
        return name(node.value) == "QCoreApplication"
    return name(node) in MARKERS


def is_fixed(word: ast.expr) -> bool:
    """Whether a text is a literal, or looked up in a table of marked literals: `str(…)`."""
    return isinstance(word, ast.Constant) or (isinstance(word, ast.Call) and name(word.func) == "str")


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_only_whole_literals_are_translated(path: Path) -> None:
    calls = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
    for call in filter(lambda call: is_marker(call.func), calls):
        first, *rest = call.args
        assert isinstance(first, ast.Constant), f"line {call.lineno}: not a literal"
        if name(call.func) != "tr":
            assert is_fixed(rest[0]), f"line {call.lineno}: not a literal"


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_translating_functions_keep_their_names(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    aliases = [node for node in ast.walk(tree) if is_marker(node) and id(node) not in called]
    imports = [alias for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names]
    assert aliases == []
    assert [a.asname for a in imports if a.asname and a.name in {*MARKERS, "QCoreApplication"}] == []


# The words for codes ----------------------------------------------------------------------------


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Puts a language in force until the test is over."""
    translators, locale = Translators(qapp), QLocale()
    yield translators.switch
    QLocale.setDefault(locale)
    for translator in translators._installed:
        qapp.removeTranslator(translator)


def trouble_of(kind: TroubleKind) -> str:
    return labels.trouble_sentence(Trouble(kind))


WORDS: list[tuple[type[StrEnum], Callable[..., str]]] = [
    (Status, labels.status_word),
    (Verdict, labels.verdict_sentence),
    (Band, labels.band_word),
    (EndReason, labels.reason_word),
    (Policy, labels.policy_word),
    (Cause, labels.cause_word),
    (Refusal, labels.refusal_sentence),
    (TroubleKind, trouble_of),
]


@pytest.mark.parametrize(("codes", "word"), WORDS, ids=lambda codes: getattr(codes, "__name__", ""))
def test_every_code_has_words_in_both_languages(
    speak: Callable[[str], None], codes: type[StrEnum], word: Callable[..., str]
) -> None:
    spoken = {}
    for language in LANGUAGES:
        speak(language)
        spoken[language] = [word(code) for code in codes]
        assert all(spoken[language])
        assert len(set(spoken[language])) == len(codes)
    assert not set(spoken["en"]) & set(spoken["ja"])
    assert all(re.search(r"[ぁ-んァ-ヶ一-龠]", words) for words in spoken["ja"])
