"""What a person prefers: put in force at once, shown on the settings page, kept for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.services.ports import Trouble
from app.services.preferences import Preferences, text_step
from app.ui.look import put_in_force

if TYPE_CHECKING:
    from app.services.services import Services
    from app.ui.i18n import Translators
    from app.ui.main_window import MainWindow
    from app.ui.pages.settings import SettingsPage


class Choices(QObject):
    """Signals: `left` when the settings are left, `check_requested` when the file shall be looked at,
    `bank_requested` when a bank shall be installed, `troubled` (`Trouble`) when the settings cannot be saved.
    """  # noqa: D205

    left = Signal()
    check_requested = Signal()
    bank_requested = Signal()
    troubled = Signal(object)

    def __init__(
        self, window: MainWindow, services: Services, translators: Translators, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._services, self._translators = window, services, translators
        window.closed.connect(self._on_closed)
        window.keys_requested.connect(self.show_keys)
        window.text_size_requested.connect(self._on_text_size)
        window.set_letter_keys(self.current.letter_keys)
        if self.current.geometry:
            window.restore(self.current.geometry)

    @property
    def current(self) -> Preferences:
        """The preferences in force."""
        return self._services.preferences.current

    def change(self, **changes: str | int) -> None:
        """Change preferences by name, in force at once everywhere."""
        try:
            self._services.preferences.change(**changes)
        except Trouble as trouble:
            self.troubled.emit(trouble)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            put_in_force(application, self.current, self._translators)
        self._window.set_letter_keys(self.current.letter_keys)
        self._refresh()

    def show_settings(self) -> None:
        """Go to the settings."""
        from app.ui.pages.settings import SettingsPage

        page = self._window.page(SettingsPage, self._wire)
        page.show_settings(self.current, str(self._services.folder))
        self._window.show_page(page)

    def show_keys(self) -> None:
        """Show what every key does."""
        from app.ui.dialogs.keys import Keys

        Keys(self._window, letters=self.current.letter_keys).present()

    def _wire(self, page: SettingsPage) -> None:
        page.left.connect(self.left)
        page.change_requested.connect(self._on_change)
        page.keys_requested.connect(self.show_keys)
        page.folder_requested.connect(self._on_folder)
        page.check_requested.connect(self.check_requested)
        page.bank_requested.connect(self.bank_requested)

    def _on_change(self, changes: dict[str, str | int]) -> None:
        self.change(**changes)

    def _refresh(self) -> None:
        """Show the settings as they have become, if they are in front."""
        shown = self._window.shown
        if shown is not None and shown.objectName() == "settings":
            self.show_settings()

    def _on_text_size(self, step: int) -> None:
        """One size up (1) or down (-1), or back to 100 % (0)."""
        self.change(text_percent=text_step(self.current.text_percent, step) if step else 100)

    def _on_folder(self) -> None:
        """Open the folder in the desktop; before anything was saved there is only the one above it."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        folder = self._services.folder
        there = next((path for path in (folder, *folder.parents) if path.is_dir()), folder)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(there)))

    def _on_closed(self) -> None:
        """Remember the window's place; that this fails is no reason to stay."""
        if not self._window.moved:
            return
        try:
            self._services.preferences.change(geometry=self._window.geometry_note())
        except Trouble as trouble:
            import logging

            logging.getLogger(__name__).warning("the window's place is not saved: %s", trouble)
