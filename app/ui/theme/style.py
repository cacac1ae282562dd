"""The style sheet, made from the theme's roles and scales.

Widgets name what they are through the dynamic property `look`; sizes come from the theme.
"""

from __future__ import annotations

from app.system.resources import resource
from app.ui.theme.values import BODY, CAPTION, FINE, PAGE, SECONDARY, SECTION, STEM, Theme

_SIZES = {
    "page-title": (PAGE, True),
    "section-title": (SECTION, True),
    "card-title": (STEM, True),
    "body": (BODY, False),
    "strong": (BODY, True),
    "figure": (34, True),
    "secondary": (SECONDARY, False),
    "caption": (CAPTION, False),
    "fine": (FINE, False),
}


def style_sheet(theme: Theme) -> str:
    """The whole style sheet of the application."""
    return "\n".join((_text(theme), _frames(theme), _buttons(theme), _fields(theme), _bars(theme)))


def _text(theme: Theme) -> str:
    c = theme.colours
    rules = [f"QWidget {{ color: {c.text}; }}"]
    for look, (size, bold) in _SIZES.items():
        weight = 700 if bold else 400
        rules.append(f'QLabel[look="{look}"] {{ font-size: {theme.px(size)}px; font-weight: {weight}; }}')
    rules.append(
        f'QLabel[look="key"] {{ background: {c.sunken}; border: 1px solid {c.control}; border-radius: 5px; '
        f"padding: 1px 7px; font-size: {theme.px(CAPTION)}px; }}"
    )
    rules += [f'QLabel[tone="{tone}"] {{ color: {getattr(c, tone)}; }}' for tone in _TONES]
    return "\n".join(rules)


_TONES = ("muted", "accent", "good", "bad", "warn", "flag")


def _frames(theme: Theme) -> str:
    c = theme.colours
    return f"""
QMainWindow, QDialog, QWidget[look="page"] {{ background: {c.ground}; }}
QScrollArea, QScrollArea > QWidget, QScrollArea > QWidget > QWidget[look="scrolled"] {{
    background: transparent; border: none; }}
QFrame[look="card"] {{ background: {c.surface}; border: 1px solid {c.edge}; border-radius: 12px; }}
QFrame[look="notice"] {{ background: {c.chosen}; border: 1px solid {c.accent}; border-radius: 12px; }}
QFrame[look="warning"] {{ background: {c.chosen}; border: 1px solid {c.warn}; border-radius: 8px; }}
QFrame[look="trouble"] {{ background: {c.surface}; border: 2px solid {c.bad}; border-radius: 8px; }}
QFrame[look="bar"] {{ background: {c.surface}; border: none; }}
QFrame[look="rule"] {{ background: {c.edge}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[look="upright"] {{ background: {c.edge}; border: none; max-width: 1px; min-width: 1px; }}
QFrame[look="mode"] {{ background: {c.chosen}; border: 1px solid {c.accent}; border-radius: 8px; }}
QFrame[look="hint"] {{ background: {c.chosen}; border: none; border-top: 1px solid {c.accent}; }}
QFrame[look="placeholder"] {{ background: {c.surface}; border: 1px dashed {c.control};
    border-radius: 8px; }}
QTextBrowser[look="stem"] {{ background: transparent; border: 2px solid transparent; border-radius: 6px;
    padding: 0; selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QTextBrowser[look="stem"]:focus {{ border-color: {c.accent}; }}
QPlainTextEdit[look="code"] {{ background: {c.sunken}; border: 1px solid {c.edge}; border-radius: 8px;
    color: {c.text}; padding: 12px 16px; selection-background-color: {c.accent};
    selection-color: {c.on_accent}; }}
QPlainTextEdit[look="code"]:focus {{ border: 2px solid {c.accent}; padding: 11px 15px; }}
QPlainTextEdit[look="text"] {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.control};
    border-radius: 8px; padding: 8px 10px; font-size: {theme.px(BODY)}px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QPlainTextEdit[look="text"]:focus {{ border: 2px solid {c.accent}; padding: 7px 9px; }}
QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.control}; padding: 4px; }}
"""


def _buttons(theme: Theme) -> str:
    c = theme.colours
    height = max(40, theme.px(40)) - 2
    box = max(18, theme.px(18)) // 2 * 2
    return f"""
QPushButton {{ font-size: {theme.px(BODY)}px; min-height: {height}px; border-radius: 8px; padding: 0 20px;
    background: {c.surface}; color: {c.text}; border: 1px solid {c.control}; }}
QPushButton:hover {{ border-color: {c.accent}; color: {c.accent}; }}
QPushButton:pressed {{ background: {c.chosen}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: 0 19px; min-height: {height - 2}px; }}
QPushButton:disabled {{ color: {c.control}; border-color: {c.edge}; background: {c.ground}; }}
QPushButton[look="primary"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
    font-weight: 700; padding: 0; }}
QPushButton[look="primary"]:hover {{ color: {c.on_accent}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {c.accent}; padding: 0;
    outline: 2px solid {c.on_accent}; outline-radius: 5px; }}
QPushButton[look="primary"]:disabled {{ background: {c.edge}; border-color: {c.edge}; color: {c.muted}; }}
QPushButton[look="danger"] {{ color: {c.bad}; border-color: {c.bad}; }}
QPushButton[look="danger"]:focus {{ border-color: {c.accent}; }}
QPushButton[look="link"] {{ background: transparent; border: 2px solid transparent; color: {c.accent};
    padding: 0 6px; min-height: {height - 10}px; text-align: left; font-size: {theme.px(SECONDARY)}px; }}
QPushButton[look="link"]:hover {{ text-decoration: underline; }}
QPushButton[look="link"]:focus {{ border-color: {c.accent}; border-radius: 6px; }}
QPushButton[look="link"]:disabled {{ color: {c.muted}; }}
QPushButton[look="tool"] {{ background: transparent; border: 2px solid transparent; padding: 0 10px;
    min-height: {height - 6}px; font-size: {theme.px(SECONDARY)}px; }}
QPushButton[look="tool"]:hover {{ background: {c.sunken}; color: {c.text}; }}
QPushButton[look="tool"]:focus {{ border-color: {c.accent}; }}
QPushButton[look="tool"]:checked {{ color: {c.flag}; font-weight: 700; }}
QPushButton[look="flag"] {{ background: transparent; border: 2px solid transparent; text-align: left;
    padding: 0 12px 0 {max(36, theme.px(36))}px; min-height: {height - 6}px;
    font-size: {theme.px(SECONDARY)}px; }}
QPushButton[look="flag"]:hover {{ background: {c.sunken}; color: {c.text}; }}
QPushButton[look="flag"]:focus {{ border-color: {c.accent}; }}
QPushButton[look="flag"]:checked {{ color: {c.flag}; font-weight: 700; }}
QPushButton[look="exam-tool"] {{ background: transparent; border: 2px solid transparent; text-align: left;
    padding: 0 12px; min-height: {max(28, theme.px(30))}px; font-size: {theme.px(SECONDARY)}px; }}
QPushButton[look="exam-tool"]:hover {{ background: {c.sunken}; color: {c.text}; }}
QPushButton[look="exam-tool"]:checked {{ background: {c.chosen}; color: {c.accent}; font-weight: 700; }}
QPushButton[look="exam-tool"]:focus {{ border-color: {c.accent}; }}
QPushButton[look="clock"], QPushButton[look="place"] {{ background: transparent; color: {c.text};
    border: 2px solid transparent; padding: 0 8px; min-height: {max(28, theme.px(32))}px;
    font-size: {theme.px(SECTION)}px; font-weight: 700; }}
QPushButton[look="place"] {{ font-size: {theme.px(BODY)}px; }}
QPushButton[look="clock"][tone="warn"] {{ color: {c.warn}; }}
QPushButton[look="clock"][covered="true"], QPushButton[look="place"][covered="true"] {{
    font-size: {theme.px(SECONDARY)}px; font-weight: 400; color: {c.muted}; }}
QPushButton[look="clock"]:hover, QPushButton[look="place"]:hover {{ background: {c.sunken}; }}
QPushButton[look="clock"]:focus, QPushButton[look="place"]:focus {{ border-color: {c.accent}; }}
QPushButton[look="chip"] {{ font-size: {theme.px(SECONDARY)}px; min-height: {max(30, theme.px(30))}px;
    padding: 0 11px; }}
QPushButton[look="chip"]:focus {{ padding: 0 10px; min-height: {max(28, theme.px(30) - 2)}px; }}
QPushButton[look="chip"]:checked {{ background: {c.chosen}; border: 2px solid {c.accent}; padding: 0 10px;
    min-height: {max(28, theme.px(30) - 2)}px; }}
QPushButton[look="chip"]:checked:focus {{ border-color: {c.text}; }}
QPushButton[look="segment"] {{ padding: 0 16px; font-size: {theme.px(SECONDARY)}px; }}
QPushButton[look="segment"]:checked {{ background: {c.chosen}; border: 2px solid {c.accent};
    color: {c.text}; font-weight: 700; padding: 0 15px; min-height: {height - 2}px; }}
QPushButton[look="segment"]:focus {{ border: 2px solid {c.text}; padding: 0 15px; }}
QRadioButton, QCheckBox {{ font-size: {theme.px(BODY)}px; spacing: 8px;
    min-height: {max(24, theme.px(28))}px;
    border: 2px solid transparent; border-radius: 6px; padding: 0 6px; }}
QRadioButton:focus, QCheckBox:focus {{ color: {c.accent}; border-color: {c.accent}; }}
QRadioButton::indicator, QCheckBox::indicator {{ width: {box - 4}px; height: {box - 4}px;
    background: {c.surface}; border: 2px solid {c.control}; }}
QRadioButton::indicator {{ border-radius: {box // 2}px; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator:checked {{ width: {box - 12}px; height: {box - 12}px;
    border: 6px solid {c.accent}; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent};
    image: url({_tick(theme)}); }}
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled {{ border-color: {c.edge}; }}
"""


def _fields(theme: Theme) -> str:
    c = theme.colours
    height = max(38, theme.px(38))
    return f"""
QLineEdit, QComboBox {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.control};
    border-radius: 8px; padding: 0 12px; min-height: {height}px; font-size: {theme.px(BODY)}px; }}
QLineEdit:focus, QComboBox:focus {{ border: 2px solid {c.accent}; padding: 0 11px;
    min-height: {height - 2}px; }}
QComboBox QAbstractItemView {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.control};
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QComboBox::drop-down {{ border: none; width: 32px; }}
QComboBox::down-arrow {{ image: url({_chevron(theme)}); width: {theme.px(12)}px; height: {theme.px(12)}px; }}
QListWidget {{ background: {c.surface}; border: 2px solid transparent; border-radius: 8px; outline: none;
    font-size: {theme.px(SECONDARY)}px; }}
QListWidget::item {{ padding: 7px 10px; border-radius: 6px; color: {c.text}; }}
QListWidget::item:selected {{ background: {c.chosen}; color: {c.text}; border: 2px solid {c.accent}; }}
QTableView::item {{ padding: 0 8px; border: none; }}
QTableView::item:selected {{ background: {c.chosen}; color: {c.text}; }}
QListWidget:focus, QTableView:focus {{ border-color: {c.accent}; }}
QTableView, QTableWidget {{ background: {c.surface}; border: 2px solid transparent; border-radius: 8px;
    gridline-color: {c.edge}; outline: none;
    font-size: {theme.px(SECONDARY)}px; }}
QHeaderView {{ background: {c.surface}; border: none; }}
QHeaderView::section {{ background: {c.surface}; color: {c.muted}; border: none;
    border-bottom: 1px solid {c.edge}; padding: 6px 8px; font-size: {theme.px(CAPTION)}px; }}
QMenu {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.control}; padding: 4px; }}
QMenu::item {{ padding: 8px 24px 8px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
"""


def _chevron(theme: Theme) -> str:
    name = "chevron-dark.svg" if theme.colours.dark else "chevron-light.svg"
    return resource("icons", name).as_posix()


def _tick(theme: Theme) -> str:
    name = "tick-dark.svg" if theme.colours.dark else "tick-light.svg"
    return resource("icons", name).as_posix()


def _bars(theme: Theme) -> str:
    c = theme.colours
    return f"""
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.control}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {c.sunken}; border: none; border-radius: 4px; max-height: 8px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 4px; }}
"""
