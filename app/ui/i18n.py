"""Choose the interface language and switch it live."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from app.system.resources import resource

LANGUAGES = {"en": "English", "ja": "日本語"}
"""Interface languages by tag, each in its own name. A file rehearsal_<tag>.qm holds the words."""


def system_language() -> str:
    """The first of the system's languages that the interface has, else English."""
    for name in QLocale.system().uiLanguages():
        tag = name.split("-")[0].lower()
        if tag in LANGUAGES:
            return tag
    return "en"


def interface_language() -> str:
    """The tag of the interface language in force."""
    return QLocale().name().split("_")[0]


class LanguageSwitch(QObject):
    """Tells every screen that the interface language is another one. Signals: `switched`."""

    switched = Signal()


@cache
def language_switch() -> LanguageSwitch:
    """The one switch of the application."""
    return LanguageSwitch()


class Translators:
    """Holds the translators in force; Qt keeps no reference to them."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []
        self.language = ""

    def switch(self, language: str) -> None:
        """Put an interface language in force; every window hears of it through `LanguageChange`."""
        chosen = language if language in LANGUAGES else system_language()
        if chosen == self.language:
            return
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self.language = chosen
        QLocale.setDefault(QLocale(chosen))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._installed = [
            translator
            for name, folder in (
                (f"qtbase_{chosen}", qt_folder),
                (f"rehearsal_{chosen}", str(resource("i18n"))),
            )
            if (translator := QTranslator()).load(name, folder)
        ]
        for translator in self._installed:
            self._application.installTranslator(translator)
        language_switch().switched.emit()

    def lift(self) -> None:
        """Take the words in force away again, for a program that goes on without this window."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed, self.language = [], ""
