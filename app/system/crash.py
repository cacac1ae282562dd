"""A file with the last crash of the interpreter itself."""

from __future__ import annotations

import faulthandler
from pathlib import Path
from typing import IO

_file: list[IO[str]] = []


def crashes_to(folder: Path) -> None:
    """Write the stacks of a hard crash below `folder`; where that fails, go on without."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / "crash.log").open("a", encoding="utf-8")
    except OSError:
        return
    _file.append(file)
    faulthandler.enable(file)
