"""Preferences → language and theme in force."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.ui.i18n import Translators
from app.ui.theme import Theme, active, apply, scheme
from app.ui.theme.fonts import load_all_fonts

if TYPE_CHECKING:
    from app.services.preferences import Preferences

MIDDLE = 128


@cache
def _system_is_dark() -> bool:
    """Whether the system's palette is dark, as it was before ours came in force.

    `QStyleHints.colorScheme` would tell it too, at the price of the whole Qt namespace.
    """
    return QApplication.palette().window().color().lightness() < MIDDLE


def put_in_force(application: QApplication, preferences: Preferences, translators: Translators) -> None:
    """Make the application look and speak as the preferences say."""
    dark = _system_is_dark()
    translators.switch(preferences.interface_language)
    if translators.language == "ja":
        load_all_fonts()  # the first screen has bold Japanese, which the system may have no face for
    theme = Theme(
        scheme(preferences.scheme, system_dark=dark),
        min(200, max(80, preferences.text_percent)),
        translators.language,
    )
    if theme != active() or not application.styleSheet():
        apply(application, theme)
