"""A certificate that nobody trusts, to see the signing done: made for the proof, and used up with it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

PASSWORD = "proof"
SUBJECT = "/CN=Rehearsal proof"


def certificate(work: Path) -> Mapping[str, str]:
    """Make it; answers the settings by which signing.py finds it."""
    key, public, both = work / "proof.key", work / "proof.pem", work / "proof.p12"
    purpose = ["-addext", "extendedKeyUsage=codeSigning"]
    made = ["-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", SUBJECT, *purpose]
    _openssl("req", "-x509", *made, "-keyout", str(key), "-out", str(public))
    words = ["-inkey", str(key), "-in", str(public), "-passout", f"pass:{PASSWORD}"]
    _openssl("pkcs12", "-export", *words, "-out", str(both))
    return {
        "WINDOWS_CERTIFICATE_FILE": str(both),
        "WINDOWS_CERTIFICATE_PASSWORD": PASSWORD,
        "WINDOWS_TIMESTAMP_URL": "none",
    }


def unsigned(work: Path, files: Iterable[Path]) -> list[str]:
    """The files that do not carry that signature, or were changed after it."""
    words = ["-CAfile", str(work / "proof.pem"), "-in"]
    return [
        file.name
        for file in files
        if subprocess.run(
            ["osslsigncode", "verify", *words, str(file)], capture_output=True, check=False
        ).returncode
    ]


def _openssl(*words: str) -> None:
    subprocess.run(["openssl", *words], check=True, capture_output=True)
