"""macOS: what the system is told about the program, and the disk image."""

from __future__ import annotations

import os
import platform
import plistlib
import shutil
import subprocess
from pathlib import Path
from typing import Any

import freeze
import product

OLDEST = "13.0"
"""What Qt 6.11 runs on."""


def info_plist() -> dict[str, Any]:
    """The entries of Info.plist beside those that PyInstaller writes."""
    return {
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": product.BANK_NAME,
                "CFBundleTypeRole": "Viewer",
                "CFBundleTypeIconFile": "rehearsal.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [product.BANK_UTI],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": product.BANK_UTI,
                "UTTypeDescription": product.BANK_NAME,
                "UTTypeIconFile": "rehearsal.icns",
                # No conformance to zip: Finder would unpack it where it should open it.
                "UTTypeConformsTo": ["public.data", "public.content"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [product.bank_suffix().removeprefix(".")],
                    "public.mime-type": [product.bank_mime_type()],
                },
            }
        ],
        "CFBundleName": product.NAME,
        "CFBundleDisplayName": product.NAME,
        "CFBundleIdentifier": product.BUNDLE_ID,
        "CFBundleShortVersionString": product.version(),
        "CFBundleVersion": product.version(),
        "CFBundlePackageType": "APPL",
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "ja"],
        "LSApplicationCategoryType": "public.app-category.education",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": product.COPYRIGHT,
        "NSPrincipalClass": "NSApplication",
        "NSSupportsAutomaticGraphicsSwitching": True,
        "NSRequiresAquaSystemAppearance": False,
    }


ENTITLEMENTS = {
    # Python's ctypes and libffi write code into memory, which the hardened runtime forbids by itself.
    "com.apple.security.cs.allow-unsigned-executable-memory": True,
}


def identity() -> str | None:
    """Who signs, as the keychain knows it; None where nobody does. PyInstaller signs every binary by this."""
    return os.environ.get("MACOS_SIGNING_IDENTITY") or None


def entitlements() -> str | None:
    """The file with what the signed program may do; None where nobody signs."""
    if identity() is None:
        return None
    file = freeze.OUT / "entitlements.plist"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(plistlib.dumps(ENTITLEMENTS))
    return str(file)


def build(app: Path, out: Path) -> list[Path]:
    """Put the .app into a .dmg with a link to Applications; sign and notarise it where that is possible."""
    signer = identity()
    if signer is None:
        print("macos.py: no identity is given; the image is not signed")
    else:
        subprocess.run(["codesign", "--verify", "--deep", "--strict", str(app)], check=True)
    image = out / f"{product.COMMAND}-{product.version()}-macos-{platform.machine()}.dmg"
    folder = app.parent / "image"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    subprocess.run(["ditto", str(app), str(folder / app.name)], check=True)
    (folder / "Applications").symlink_to("/Applications")
    words = ["create", "-volname", product.NAME, "-srcfolder", str(folder), "-ov", "-format", "UDZO"]
    subprocess.run(["hdiutil", *words, str(image)], check=True)
    for command in finishing(image, signer, os.environ.get("MACOS_NOTARY_PROFILE") or None):
        subprocess.run(command, check=True)
    return [image]


def finishing(image: Path, signer: str | None, notary: str | None) -> list[list[str]]:
    """What is still done to an image: signed, looked at by Apple, and given Apple's word to take along.

    `notary` is the name under which notarytool keeps an account.
    """
    if signer is None:
        return []
    commands = [["codesign", "--timestamp", "--sign", signer, str(image)]]
    if notary is not None:
        submit = ["xcrun", "notarytool", "submit", str(image), "--keychain-profile", notary, "--wait"]
        commands += [submit, ["xcrun", "stapler", "staple", str(image)]]
    else:
        print("macos.py: no notary account is given; the image is not notarised")
    return commands
