"""Fresh interpreters: for what is imported, and for programs that are killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def command(code: str, *arguments: object) -> list[str]:
    """The command line that runs `code`; start it in ROOT."""
    return [sys.executable, "-c", code, *map(str, arguments)]


def run_python(code: str, *arguments: object) -> int:
    """Run `code` in a new interpreter that can import the project; its exit code."""
    return subprocess.run(command(code, *arguments), cwd=ROOT, check=False, timeout=60).returncode
