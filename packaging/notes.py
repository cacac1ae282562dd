"""The notes of a release: what the changelog says of the version. The tag has to be that of the version.

notes.py [--tag v1.2.3] --out FILE     without a tag, in a trial, the notes may be those of what is unreleased
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import product

VERIFY = """
---
`SHA256SUMS` holds the sums of all files: `sha256sum --check --ignore-missing SHA256SUMS` on Linux,
`shasum -a 256 FILE` on macOS, `Get-FileHash FILE` on Windows. How to install, and what an unsigned program
shows: see the README.
"""


def main(arguments: Sequence[str]) -> int:
    """Write the notes; 1 when tag, version and changelog do not belong together."""
    parser = argparse.ArgumentParser(prog="notes.py", description="Write the notes of a release.")
    parser.add_argument("--tag", default="", help="the tag that is released, such as v1.2.3")
    parser.add_argument("--out", type=Path, required=True, help="the file to write")
    options = parser.parse_args(arguments)
    version = product.version()
    if options.tag and options.tag != f"v{version}":
        print(f"notes.py: the tag is {options.tag}, the program is version {version}", file=sys.stderr)
        return 1
    told = section(version) if options.tag else section(version) or section("Unreleased")
    if not told:
        print(f"notes.py: CHANGELOG.md says nothing of version {version}", file=sys.stderr)
        return 1
    options.out.write_text(told + "\n" + VERIFY, encoding="utf-8")
    return 0


def section(name: str) -> str:
    """What stands below a heading of the changelog; empty when there is none."""
    text = (product.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(rf"^## \[{re.escape(name)}\][^\n]*\n(.*?)(?=^## \[|\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1].strip() if found else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
