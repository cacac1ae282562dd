"""The theme in force for the whole application."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication

from app.ui.theme.fonts import text_font
from app.ui.theme.scheme import LIGHT, Colours
from app.ui.theme.style import style_sheet
from app.ui.theme.values import BODY, Theme


class _Active:
    theme = Theme(LIGHT)


def active() -> Theme:
    """The theme in force; what a widget paints itself asks here at each painting."""
    return _Active.theme


def apply(application: QApplication, theme: Theme) -> None:
    """Put a theme in force; every widget hears of it through `StyleChange`."""
    _Active.theme = theme
    application.setFont(text_font(theme.px(BODY)))
    application.setPalette(_palette(theme.colours))
    # A sheet that replaces another polishes each widget once for every ancestor; without one before
    # it, once. That is a third of the time, and nothing is painted in between.
    application.setStyleSheet("")
    # Each sheet makes its own pictures of arrows and the like; those of before would fill the cache.
    QPixmapCache.clear()
    application.setStyleSheet(style_sheet(theme))


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for target, colour in (
        (role.Window, colours.ground),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.sunken),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Accent, colours.accent),
    ):
        palette.setColor(target, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, target, QColor(colours.control))
    return palette
