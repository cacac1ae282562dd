"""A fresh process that says when its window has been painted for the first time, then its memory.

Started as `python -m tests.bench.first_paint app DIR` or `… floor`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

STATUS = Path("/proc/self/status")


class Painted(QObject):
    """Waits for the first widget that is painted."""

    def __init__(self) -> None:
        super().__init__()
        self._done = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Speak once the round of painting that has just begun is over."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget) and not self._done:
            self._done = True
            QTimer.singleShot(0, self._tell)
        return False

    @staticmethod
    def _tell() -> None:
        print("painted", flush=True)
        # What waits in the queue of a program that has just started belongs to its memory.
        QTimer.singleShot(200, QApplication.quit)


def peak_kib() -> int:
    """The most memory this process has had resident, in KiB; 0 where the system does not tell."""
    if not STATUS.exists():
        return 0
    lines = STATUS.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def main(what: str, *arguments: str) -> int:
    """Open the window in question and leave."""
    application = QApplication(["bench"])
    painted = Painted()
    application.installEventFilter(painted)
    if what == "app":
        from app.cli import run

        code = run(["--data-dir", *arguments])
    else:
        window = QMainWindow()
        window.resize(1280, 800)
        window.show()
        code = application.exec()
    print(peak_kib(), flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
