"""The log of the program: a file, and the one before it."""

from __future__ import annotations

import logging
from pathlib import Path

LIMIT_BYTES = 512 * 1024


def log_to(folder: Path) -> None:
    """Write the log below `folder`; where that fails, go on without a file.

    The file is turned over at the start of the program. `logging.handlers` would do it while
    running, but loads the network modules with it, and the start waits for them.
    """
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    file = folder / "rehearsal.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > LIMIT_BYTES:
            file.replace(file.with_suffix(".old.log"))
        handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    except OSError:
        root.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
