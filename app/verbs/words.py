"""Words and output that the verbs share."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from app.services.ports import Trouble
from app.system.paths import Paths, default_paths, paths_below


def paths_of(options: argparse.Namespace) -> Paths:
    """Where this run keeps its data."""
    folder: Path | None = options.data_dir
    return default_paths() if folder is None else paths_below(folder)


def trouble_words(trouble: Trouble) -> str:
    """What failed and what to do: the words of the window."""
    try:
        from app.ui.labels import trouble_sentence
    except ImportError:
        return str(trouble)
    detail = f"\n({trouble.detail})" if trouble.detail else ""
    return trouble_sentence(trouble) + detail


def print_json(value: Any) -> None:
    """Print a value as JSON for people and programs."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def complain(words: str) -> None:
    """Say something on standard error."""
    print(f"rehearsal: {words}", file=sys.stderr)
