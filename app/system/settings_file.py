"""Preferences as one JSON file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.system.atomic_file import write_atomic


class SettingsFile:
    """Keeps a plain mapping; a file that cannot be read counts as empty."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Mapping[str, Any]:
        """What was saved; empty when nothing was, or when it cannot be read."""
        try:
            raw = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return raw if isinstance(raw, dict) else {}

    def save(self, raw: Mapping[str, Any]) -> None:
        """Replace the file; lets OSError out."""
        write_atomic(self._path, json.dumps(raw, ensure_ascii=False, indent=1).encode())
