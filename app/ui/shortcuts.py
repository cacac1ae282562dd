"""Every key that does something, in one table; and what the keys mean that work everywhere.

The table feeds the sheet that explains the keys, and the test that presses each of them. A key is
written as Qt writes it ("Alt+N"). On macOS Alt types characters, so Command takes its place.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

MAC = sys.platform == "darwin"


class Group(StrEnum):
    """Where keys work."""

    EVERYWHERE = "everywhere"
    QUESTION = "question"
    TOOLS = "tools"
    REVIEW = "review"


_GROUPS = {
    Group.EVERYWHERE: QT_TRANSLATE_NOOP("shortcuts", "Everywhere"),
    Group.QUESTION: QT_TRANSLATE_NOOP("shortcuts", "A question"),
    Group.TOOLS: QT_TRANSLATE_NOOP("shortcuts", "Tools of the exam"),
    Group.REVIEW: QT_TRANSLATE_NOOP("shortcuts", "The review screen"),
}


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Keys and what they do. `letters` are those of a single character, which can be switched off."""

    id: str
    group: Group
    words: object
    keys: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()

    def shown(self, *, letters: bool, mac: bool = MAC) -> tuple[str, ...]:
        """The keys as they are written on a key cap of this system."""
        keys = (*self.letters, *self.keys) if letters else self.keys
        return tuple(cap(key, mac=mac) for key in keys)


TABLE = (
    Shortcut(
        "help",
        Group.EVERYWHERE,
        QT_TRANSLATE_NOOP("shortcuts", "Show these keys"),
        ("F1",),
        ("?",),
    ),
    Shortcut("full", Group.EVERYWHERE, QT_TRANSLATE_NOOP("shortcuts", "Full screen, on and off"), ("F11",)),
    Shortcut(
        "mnemonic",
        Group.EVERYWHERE,
        QT_TRANSLATE_NOOP("shortcuts", "Press the button with that letter underlined"),
        ("Alt+…",),
    ),
    Shortcut(
        "tab",
        Group.EVERYWHERE,
        QT_TRANSLATE_NOOP("shortcuts", "To the next control, to the one before"),
        ("Tab", "Shift+Tab"),
    ),
    Shortcut(
        "space", Group.EVERYWHERE, QT_TRANSLATE_NOOP("shortcuts", "Press what has the focus"), ("Space",)
    ),
    Shortcut(
        "back",
        Group.EVERYWHERE,
        QT_TRANSLATE_NOOP("shortcuts", "Close what is on top; outside an exam, go back"),
        ("Esc", "Alt+Left"),
    ),
    Shortcut(
        "text-size",
        Group.EVERYWHERE,
        QT_TRANSLATE_NOOP("shortcuts", "Larger text, smaller text, the usual size"),
        ("Ctrl++", "Ctrl+-", "Ctrl+0"),
    ),
    Shortcut(
        "choose",
        Group.QUESTION,
        QT_TRANSLATE_NOOP("shortcuts", "Choose an option, or take a tick back"),
        ("Alt+1–5",),
        ("A–E", "1–5"),
    ),
    Shortcut(
        "strike",
        Group.QUESTION,
        QT_TRANSLATE_NOOP("shortcuts", "Strike an option out, or restore it"),
        ("Alt+Shift+1–5",),
        ("Shift+A–E",),
    ),
    Shortcut(
        "next", Group.QUESTION, QT_TRANSLATE_NOOP("shortcuts", "Next question"), ("Right", "Alt+N"), ("N",)
    ),
    Shortcut(
        "previous",
        Group.QUESTION,
        QT_TRANSLATE_NOOP("shortcuts", "Previous question"),
        ("Left", "Alt+P"),
        ("P",),
    ),
    Shortcut("flag", Group.QUESTION, QT_TRANSLATE_NOOP("shortcuts", "Flag for review"), ("Alt+F",), ("F",)),
    Shortcut("navigator", Group.QUESTION, QT_TRANSLATE_NOOP("shortcuts", "Navigator"), ("Alt+V",)),
    Shortcut("review", Group.QUESTION, QT_TRANSLATE_NOOP("shortcuts", "Review screen"), ("Alt+R",)),
    Shortcut(
        "highlight",
        Group.TOOLS,
        QT_TRANSLATE_NOOP("shortcuts", "Highlight: the mode, then what is selected"),
        ("Alt+G",),
        ("H",),
    ),
    Shortcut(
        "save-comment", Group.TOOLS, QT_TRANSLATE_NOOP("shortcuts", "Save the comment"), ("Ctrl+Return",)
    ),
    Shortcut("clock", Group.TOOLS, QT_TRANSLATE_NOOP("shortcuts", "Hide or show the clock"), ("Ctrl+T",)),
    Shortcut(
        "leave-mode",
        Group.TOOLS,
        QT_TRANSLATE_NOOP("shortcuts", "Stop striking out or highlighting"),
        ("Esc",),
    ),
    Shortcut("review-all", Group.REVIEW, QT_TRANSLATE_NOOP("shortcuts", "Review all"), ("Alt+A",)),
    Shortcut(
        "review-incomplete",
        Group.REVIEW,
        QT_TRANSLATE_NOOP("shortcuts", "Review the incomplete ones"),
        ("Alt+I",),
    ),
    Shortcut(
        "review-flagged", Group.REVIEW, QT_TRANSLATE_NOOP("shortcuts", "Review the flagged ones"), ("Alt+G",)
    ),
    Shortcut(
        "end",
        Group.REVIEW,
        QT_TRANSLATE_NOOP("shortcuts", "End the exam; you are asked twice"),
        ("Alt+E",),
    ),
)

_CAPS: dict[str, object] = {
    "Return": QT_TRANSLATE_NOOP("shortcuts", "Enter"),
    "Right": "→",
    "Left": "←",
    "+-": "+−",
    "Space": QT_TRANSLATE_NOOP("shortcuts", "Space"),
}
_MAC = {"Alt+": "⌘", "Ctrl+": "⌘", "Shift+": "⇧", "F11": "⌃⌘F"}


def group_words(group: Group) -> str:
    """The heading over a group of keys."""
    return QCoreApplication.translate("shortcuts", str(_GROUPS[group]))


def words(shortcut: Shortcut) -> str:
    """What a shortcut does."""
    return QCoreApplication.translate("shortcuts", str(shortcut.words))


def cap(key: str, *, mac: bool = MAC) -> str:
    """A key as it is written on its cap: "Alt+Left" is "Alt+←", on macOS "⌘←"."""
    for written, shown in (_MAC if mac else {}).items():
        key = key.replace(written, shown)
    for written, words_of in _CAPS.items():
        key = key.replace(written, QCoreApplication.translate("shortcuts", str(words_of)))
    return key


class Wish(StrEnum):
    """What a key asks of the window, whatever page is in front."""

    KEYS = "keys"
    FULL_SCREEN = "full_screen"
    BACK = "back"
    BIGGER = "bigger"
    SMALLER = "smaller"
    NORMAL = "normal"


_SIZES = {ord("+"): Wish.BIGGER, ord("="): Wish.BIGGER, ord("-"): Wish.SMALLER, ord("0"): Wish.NORMAL}
"""By Qt's key codes, which for these are the characters'."""


BACK = "Ctrl+Left" if MAC else "Alt+Left"
"""Goes back as Esc does; a shortcut, since buttons take arrows for themselves whatever is held."""


def wish(event: QKeyEvent, *, letters: bool, mac: bool = MAC) -> Wish | None:
    """What a key that no page took asks of the window."""
    from PySide6.QtCore import Qt

    keys, modifier = Qt.Key, Qt.KeyboardModifier
    ignored = modifier.KeypadModifier | modifier.ShiftModifier
    key, held = event.key(), event.modifiers() & ~ignored
    if held == modifier.ControlModifier and key in _SIZES:
        return _SIZES[key]
    if key == keys.Key_F11 or (mac and key == keys.Key_F and held & modifier.MetaModifier):
        return Wish.FULL_SCREEN
    if held:
        return None
    if key == keys.Key_F1 or (letters and event.text() == "?"):
        return Wish.KEYS
    return Wish.BACK if key == keys.Key_Escape else None


def letter_keys(widget: QWidget) -> bool:
    """Whether single letters and figures act in the window of a widget."""
    return widget.window().property("letterKeys") is not False


def without_mnemonic(text: str) -> str:
    """Words as they are spoken: "Na&vigator" and "ナビゲーター(&V)" without their marks."""
    return re.sub(r"&(.)", r"\1", re.sub(r"\s?\(&\w\)", "", text))


def press_mnemonic(page: QWidget, event: QKeyEvent) -> bool:
    """On macOS, where Qt knows no mnemonics: Command and a letter press the button that shows it."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeySequence
    from PySide6.QtWidgets import QAbstractButton

    if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return False
    asked = QKeySequence(Qt.Modifier.ALT.value | event.key())
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and QKeySequence.mnemonic(button.text()) == asked:
            button.click()
            return True
    return False
