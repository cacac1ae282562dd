"""What Debian's and freedesktop.org's own checkers say of the packages: linux_checks.py DIST.

Needs desktop-file-validate, appstreamcli, update-mime-database and lintian, and says so when one is missing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import linux
import product


def main(arguments: Sequence[str]) -> int:
    """Print what each checker says; 1 when one of them objects or is missing."""
    found = [*texts_checked(), *(fault for deb in debs(Path(arguments[0])) for fault in package_checked(deb))]
    for fault in found:
        print(f"linux_checks.py: {fault}", file=sys.stderr)
    return 1 if found else 0


def debs(folder: Path) -> list[Path]:
    """The packages in a folder; there has to be one."""
    found = sorted(folder.glob("*.deb"))
    if not found:
        raise SystemExit(f"linux_checks.py: there is no .deb in {folder}")
    return found


def texts_checked() -> list[str]:
    """What is wrong with menu entry, file type and AppStream data."""
    with tempfile.TemporaryDirectory() as name:
        entry = Path(name) / f"{product.APP_ID}.desktop"
        entry.write_text(linux.desktop_entry(), encoding="utf-8")
        told = Path(name) / f"{product.APP_ID}.metainfo.xml"
        told.write_text(linux.metainfo(), encoding="utf-8")
        types = Path(name) / "mime"
        (types / "packages").mkdir(parents=True)
        (types / "packages" / f"{product.APP_ID}.xml").write_text(linux.file_type(), encoding="utf-8")
        return [
            *asked("desktop-file-validate", "--no-hints", str(entry)),
            *asked("appstreamcli", "validate", "--no-net", "--pedantic", str(told)),
            *asked("update-mime-database", str(types)),
        ]


def package_checked(deb: Path) -> list[str]:
    """What lintian has against a package, errors and warnings."""
    return asked("lintian", "--fail-on", "error,warning", "--allow-root", str(deb))


def asked(tool: str, *words: str) -> list[str]:
    """What a checker says when it objects."""
    if shutil.which(tool) is None:
        return [f"{tool} is missing"]
    done = subprocess.run([tool, *words], capture_output=True, text=True, check=False)
    return [f"{tool}: {(done.stdout + done.stderr).strip()}"] if done.returncode else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
