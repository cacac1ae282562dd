"""Where the shipped files are: in a checkout, in an installed wheel, and in a frozen program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def bundle() -> Path:
    """The folder that holds `resources` and `banks`.

    Raises FileNotFoundError when the installation is incomplete.
    """
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen)] if frozen else [package / "_bundled", package.parent]
    for folder in candidates:
        if (folder / "resources").is_dir() and (folder / "banks").is_dir():
            return folder
    raise FileNotFoundError(f"resources and banks are missing beside {package}")


def resource(*parts: str) -> Path:
    """A file or folder under resources/."""
    return bundle().joinpath("resources", *parts)


def banks() -> Path:
    """The folder of the shipped banks."""
    return bundle() / "banks"


def banks_read() -> Path:
    """Where a packed program has the shipped banks as they are once read; a checkout has no such folder."""
    return bundle() / "banks" / "_read"
