"""Preferences → language and theme in force."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.services.preferences import Preferences
from app.ui.i18n import Translators
from app.ui.theme import Theme, active, apply, scheme


def put_in_force(application: QApplication, preferences: Preferences, translators: Translators) -> None:
    """Make the application look and speak as the preferences say."""
    dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    translators.switch(preferences.interface_language)
    theme = Theme(
        scheme(preferences.scheme, system_dark=dark),
        min(200, max(80, preferences.text_percent)),
        translators.language,
    )
    if theme != active() or not application.styleSheet():
        apply(application, theme)
