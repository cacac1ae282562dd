"""The floor of a start: a fresh process that shows an empty window and leaves once it is painted."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class Exposed(QObject):
    """Ends the program in the round of events after the window's exposure, upon which it paints."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The same way in which `--quit-after-start` leaves."""
        if event.type() is QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, QApplication.quit)
        return False


def main() -> int:
    """Open the window and leave."""
    application = QApplication(["bench"])
    window = QMainWindow()
    window.resize(1280, 800)
    window.winId()
    exposed = Exposed(window)
    window.windowHandle().installEventFilter(exposed)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
