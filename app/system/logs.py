"""The log of the program: a file, and the one before it."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

LIMIT_BYTES = 512 * 1024


class TurnedOver(logging.FileHandler):
    """Writes below `LIMIT_BYTES` (and one record): then the file takes the place of the one before it.

    A mistake that comes with every tick of a clock would fill the disk that answers need. The handler of
    `logging.handlers` loads the network modules with it, and the start waits for them.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; where the file cannot be turned over, it grows."""
        with suppress(OSError):
            if self._size() > LIMIT_BYTES:
                self.close()  # opened again by the record
                file = Path(self.baseFilename)
                file.replace(file.with_suffix(".old.log"))
        super().emit(record)

    def _size(self) -> int:
        file = Path(self.baseFilename)
        return self.stream.tell() if self.stream is not None else file.stat().st_size if file.exists() else 0


def log_to(folder: Path) -> None:
    """Write the log below `folder`; where that fails, go on without a file."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = TurnedOver(folder / "rehearsal.log", encoding="utf-8", delay=True)
    except OSError:
        root.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
