"""The sheet that explains the keys: two columns, grouped, as this system writes them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.ui.dialogs.ask import Sheet
from app.ui.shortcuts import MAC, TABLE, Group, Shortcut, group_words, words
from app.ui.theme import active
from app.ui.widgets.parts import button, column, frame, holder, label, row, scrolled

WIDE = 980
COLUMNS = ((Group.EVERYWHERE, Group.REVIEW), (Group.QUESTION, Group.TOOLS))


class Keys(Sheet):
    """Shows every key. `letters`: whether single letters act; Esc closes."""

    def __init__(self, window: QWidget, *, letters: bool = True, mac: bool = MAC) -> None:
        super().__init__(window, WIDE)
        self._letters, self._mac = letters, mac
        title = self.tr("Keys")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        close = button("primary", "keys-close")
        close.setText(self.tr("&Close"))
        close.clicked.connect(self.reject)
        close.setDefault(True)
        close.installEventFilter(self)
        self._inner = self._content(window.width())
        self._area = scrolled(self._inner)
        self._area.setObjectName("keys-area")
        self._area.setAccessibleName(title)
        head = row(label("section-title", text=title, wrap=False), 1)
        foot = row(self._note(), close, spacing=20)
        foot.setStretch(0, 1)
        self.setLayout(column(head, self._area, foot, spacing=16, margins=28))
        self._fit(window)
        close.setFocus()

    def _fit(self, window: QWidget) -> None:
        """As high as its content, and never higher than the window."""
        width = min(active().px(WIDE), window.width() - 32) - 56
        self._inner.ensurePolished()
        wanted = self._inner.heightForWidth(width) + active().px(100) + 56
        self.setFixedHeight(min(wanted, window.height() - 32))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The button has the focus and no use for arrows: they scroll where not everything fits."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._scroll(event):
            return True
        return super().eventFilter(watched, event)

    def _scroll(self, event: QKeyEvent) -> bool:
        bar = self._area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            return False
        bar.setValue(bar.value() + step)
        return True

    def _note(self) -> QLabel:
        if self._letters:
            text = self.tr("Keys of one letter can be switched off in the settings.")
        else:
            text = self.tr("Keys of one letter are switched off in the settings.")
        return label("secondary", "muted", text)

    def _content(self, room: int) -> QWidget:
        narrow = room < active().px(WIDE) - 40
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        both = QBoxLayout(direction)
        both.setContentsMargins(0, 0, 12, 0)
        both.setSpacing(active().px(24) if narrow else active().px(40))
        for groups in COLUMNS:
            both.addWidget(holder(column(*map(self._group, groups), 1, spacing=active().px(24))), 1)
        return holder(both)

    def _group(self, group: Group) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(active().px(20))
        grid.setVerticalSpacing(active().px(9))
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, active().px(192))
        for at, shortcut in enumerate(s for s in TABLE if s.group is group):
            grid.addLayout(self._caps(shortcut), at, 0)
            text = label("secondary", text=words(shortcut))
            text.setAccessibleName(f"{words(shortcut)}: {', '.join(self._keys(shortcut))}")
            grid.addWidget(text, at, 1)
        title = label("strong", text=group_words(group), wrap=False)
        return holder(column(title, frame("rule"), grid, spacing=active().px(10)))

    def _keys(self, shortcut: Shortcut) -> tuple[str, ...]:
        return shortcut.shown(letters=self._letters, mac=self._mac)

    def _caps(self, shortcut: Shortcut) -> QHBoxLayout:
        line = row(spacing=active().px(6))
        for key in self._keys(shortcut):
            shown = label("key", text=key, wrap=False)
            shown.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            line.addWidget(shown)
        line.addStretch(1)
        return line
