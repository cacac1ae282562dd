"""Authenticode signatures for Windows, where a certificate is given; otherwise the packages are unsigned.

signing.py FILE...     sign; the NSIS script calls this for the uninstaller, which exists only while it packs

WINDOWS_CERTIFICATE_FILE      PKCS #12 with certificate and key; without it nothing is signed
WINDOWS_CERTIFICATE_PASSWORD  what opens it
WINDOWS_TIMESTAMP_URL         who confirms the time, so that signatures outlive the certificate; or “none”
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import product

TIMESTAMP = "http://timestamp.digicert.com"


def wanted(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a certificate is given."""
    return bool(environment.get("WINDOWS_CERTIFICATE_FILE"))


def sign(files: Iterable[Path]) -> None:
    """Sign each file in its place; says so when there is nothing to sign with."""
    if not wanted():
        print("signing.py: no certificate is given; the Windows package is not signed")
        return
    for file in files:
        on_windows = sys.platform == "win32"
        target = file if on_windows else file.with_name(file.name + ".signed")
        if target != file:
            target.unlink(missing_ok=True)
        subprocess.run(command(file, target, signtool() if on_windows else None), check=True)
        if target != file:
            target.replace(file)


def command(
    file: Path, target: Path, tool: str | None, environment: Mapping[str, str] = os.environ
) -> list[str]:
    """The command that signs: by Microsoft's signtool in place, or by osslsigncode into `target`."""
    certificate = environment["WINDOWS_CERTIFICATE_FILE"]
    password = environment.get("WINDOWS_CERTIFICATE_PASSWORD", "")
    url = environment.get("WINDOWS_TIMESTAMP_URL") or TIMESTAMP
    time_told = url != "none"
    if tool:
        stamp = ["/tr", url, "/td", "SHA256"] if time_told else []
        opened = ["/f", certificate, *(["/p", password] if password else [])]
        return [tool, "sign", "/q", *opened, "/fd", "SHA256", "/d", product.NAME, *stamp, str(file)]
    stamp = ["-ts", url] if time_told else []
    words = ["-pkcs12", certificate, "-pass", password, "-h", "sha256", "-n", product.NAME, *stamp]
    return ["osslsigncode", "sign", *words, "-in", str(file), "-out", str(target)]


def signtool() -> str:
    """Microsoft's signtool: on PATH, or the newest of the Windows SDKs."""
    kits = Path(os.environ.get("PROGRAMFILES(X86)", "C:/Program Files (x86)")) / "Windows Kits/10/bin"
    found = shutil.which("signtool") or max(map(str, kits.glob("10.*/x64/signtool.exe")), default=None)
    if found is None:
        raise SystemExit("signing.py: signtool is missing; it comes with the Windows SDK")
    return found


def main(arguments: Sequence[str]) -> int:
    """Sign what is named."""
    sign(Path(name) for name in arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
