"""Bring the interface's translations up to date with the code, and compile them.

    python packaging/i18n.py update     code → resources/i18n/*.ts
    python packaging/i18n.py build      resources/i18n/*.ts → *.qm

Both use the Linguist tools that come with PySide6. The sources are English: the English file holds
the plural forms alone.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CODE = Path("app", "ui")
FOLDER = Path("resources", "i18n")
PLURALS_ONLY = "en"
LANGUAGES = ("en", "ja")


def linguist_tool(name: str) -> Path:
    """The Linguist tool of that name in the PySide6 of this interpreter; SystemExit without one."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise SystemExit("i18n.py: PySide6-Essentials is needed for the Linguist tools")
    suffix = ".exe" if sys.platform == "win32" else ""
    return Path(spec.origin).with_name(name + suffix)


def update(root: Path) -> None:
    """Extract the sources; new ones are unfinished, those that the code has lost are dropped."""
    for language in LANGUAGES:
        plurals = ["-pluralonly"] if language == PLURALS_ONLY else []
        _run(
            root,
            "lupdate",
            *("-silent", "-warnings-are-errors", "-no-obsolete", "-sort-messages", "-locations", "none"),
            *("-disable-heuristic", "similartext", "-source-language", "en", "-target-language", language),
            *plurals,
            *("-extensions", "py", CODE.as_posix(), "-ts", _catalogue(language, "ts")),
        )


def build(root: Path) -> None:
    """Compile every catalogue; what is unfinished is left out."""
    for language in LANGUAGES:
        source, target = _catalogue(language, "ts"), _catalogue(language, "qm")
        _run(root, "lrelease", "-silent", "-nounfinished", source, "-qm", target)


def _catalogue(language: str, suffix: str) -> str:
    return (FOLDER / f"rehearsal_{language}.{suffix}").as_posix()


def _run(root: Path, tool: str, *arguments: str) -> None:
    subprocess.run([linguist_tool(tool), *arguments], cwd=root, check=True)


def main(arguments: Sequence[str]) -> int:
    """Carry out a verb."""
    parser = argparse.ArgumentParser(prog="i18n.py", description="Update or compile the translations.")
    parser.add_argument("verb", choices=("update", "build"))
    verb = parser.parse_args(arguments).verb
    {"update": update, "build": build}[verb](ROOT)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
