"""What the product is called wherever a system asks: the one place for names, version and words."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

NAME = "Rehearsal"
COMMAND = "rehearsal"
APP_ID = "io.github.rehearsal_exam.rehearsal"
BUNDLE_ID = "io.github.rehearsal-exam.rehearsal"
"""The same for macOS: AppStream wants no hyphen in it, Apple no underscore."""
PUBLISHER = "The Rehearsal authors"
CONTACT = "The Rehearsal authors <rehearsal@localhost.invalid>"
COPYRIGHT = "Copyright 2026 The Rehearsal authors. MIT licence."
SUMMARY = "Sit timed mock certification exams offline"
SUMMARY_JA = "時間制限つきの模擬認定試験をオフラインで受験"
DESCRIPTION = (
    "Rehearsal lets you sit a full, timed mock of the Databricks Machine Learning certification "
    "exams, offline, as in a test centre, and then tells you honestly how you did, domain by domain. "
    "In English and Japanese. Not affiliated with, or endorsed by, Databricks."
)
DESCRIPTION_JA = (
    "Databricks Machine Learning 認定試験の模擬試験を、"
    "試験会場と同じ手順と制限時間で、オフラインで受験できます。"
    "結果は分野ごとに、不確かさも含めて示します。画面と問題は英語と日本語に対応しています。"
    "Databricks 社とは提携関係にありません。"
)

BANK_NAME = f"{NAME} question bank"
BANK_NAME_JA = f"{NAME} の問題集"
BANK_UTI = f"{BUNDLE_ID}.bank"
BANK_PROGID = f"{NAME}.Bank"
"""What the systems call a packed bank: macOS by a type identifier, Windows by a class."""

DATA_FOLDERS = ("resources", "banks")
"""Beside the program's files in every package, as app/system/resources.py looks for them."""


def released() -> str:
    """The day of the newest dated heading of the changelog."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(r"^## \[\d[^\]]*\] - (\d{4}-\d\d-\d\d)$", text, re.MULTILINE)
    if found is None:
        raise SystemExit("product.py: CHANGELOG.md has no heading of the form “## [1.2.3] - 2026-01-31”")
    return found[1]


def bank_suffix() -> str:
    """The ending of a packed bank, with its dot, as the program has it."""
    return _known_to_the_program("SUFFIX")


def bank_mime_type() -> str:
    """The media type of a packed bank, as the program has it."""
    return _known_to_the_program("MIME_TYPE")


def _known_to_the_program(name: str) -> str:
    text = (ROOT / "app" / "core" / "packages.py").read_text(encoding="utf-8")
    found = re.search(rf'^{name} = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise SystemExit(f"product.py: app/core/packages.py has no line {name} = …")
    return found[1]


def version() -> str:
    """The version, from app/__init__.py."""
    text = (ROOT / "app" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    if found is None:
        raise SystemExit("product.py: app/__init__.py has no version of the form 1.2.3")
    return found[1]
