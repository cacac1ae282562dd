"""macOS: what the system is told about the program, and the disk image."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path
from typing import Any

import product

OLDEST = "13.0"
"""What Qt 6.11 runs on."""


def info_plist() -> dict[str, Any]:
    """The entries of Info.plist beside those that PyInstaller writes."""
    return {
        "CFBundleName": product.NAME,
        "CFBundleDisplayName": product.NAME,
        "CFBundleIdentifier": product.APP_ID,
        "CFBundleShortVersionString": product.version(),
        "CFBundleVersion": product.version(),
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "ja"],
        "LSApplicationCategoryType": "public.app-category.education",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": product.COPYRIGHT,
        "NSRequiresAquaSystemAppearance": False,
    }


def build(app: Path, out: Path) -> list[Path]:
    """Sign the .app where an identity is given, and put it into a .dmg with a link to Applications."""
    identity = os.environ.get("MACOS_SIGNING_IDENTITY")
    if identity:
        words = ["--force", "--deep", "--options", "runtime", "--timestamp", "--sign", identity]
        subprocess.run(["codesign", *words, str(app)], check=True)
    machine = {"arm64": "arm64", "x86_64": "x86_64"}[platform.machine()]
    image = out / f"{product.COMMAND}-{product.version()}-macos-{machine}.dmg"
    folder = app.parent / "image"
    folder.mkdir(exist_ok=True)
    subprocess.run(["ditto", str(app), str(folder / app.name)], check=True)
    link = folder / "Applications"
    if not link.is_symlink():
        link.symlink_to("/Applications")
    words = ["create", "-volname", product.NAME, "-srcfolder", str(folder), "-ov", "-format", "UDZO"]
    subprocess.run(["hdiutil", *words, str(image)], check=True)
    notarise(image)
    return [image]


def notarise(image: Path) -> None:
    """Have Apple look at the image, where an account is given; otherwise say that it was not."""
    names = ("MACOS_NOTARY_APPLE_ID", "MACOS_NOTARY_TEAM_ID", "MACOS_NOTARY_PASSWORD")
    account = [os.environ.get(name, "") for name in names]
    if not all(account):
        print("macos.py: no notary account is given; the image is not notarised")
        return
    apple_id, team, password = account
    words = ["--apple-id", apple_id, "--team-id", team, "--password", password, "--wait"]
    subprocess.run(["xcrun", "notarytool", "submit", str(image), *words], check=True)
    subprocess.run(["xcrun", "stapler", "staple", str(image)], check=True)
