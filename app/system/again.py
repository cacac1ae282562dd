"""Start the program once more."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence


def command(arguments: Sequence[str]) -> list[str]:
    """How this program is started with these arguments, packed or from its sources."""
    packed = getattr(sys, "frozen", False)
    return [sys.executable, *([] if packed else ["-P", "-m", "app"]), *arguments]


def start(arguments: Sequence[str]) -> None:
    """Start it; it outlives this process."""
    subprocess.Popen(  # noqa: S603  # this very program, with words of its own
        command(arguments), stdin=subprocess.DEVNULL, start_new_session=True
    )
