"""Words and output that the verbs share."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from app.system.paths import Paths, default_paths, paths_below

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.ports import Trouble


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
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))


def complain(words: str) -> None:
    """Say something on standard error."""
    print(f"rehearsal: {words}", file=sys.stderr)
