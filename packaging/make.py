"""Build what people download, for the system that this runs on: `python3 tasks.py package`.

make.py [--out DIR]           freeze the program, make the packages of this system and their sums
make.py --check [--out DIR]   install what was built and try the installed program
make.py --bench               measure the start of what was frozen against an empty frozen window
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import freeze
import icons
import product

SUMS = "SHA256SUMS"


def main(arguments: Sequence[str]) -> int:
    """Build or check; answers the exit code."""
    parser = argparse.ArgumentParser(prog="tasks.py package", description="Build what people download.")
    parser.add_argument("--out", type=Path, default=product.ROOT / "dist", help="where packages go (dist)")
    parser.add_argument("--check", action="store_true", help="install what was built and try it")
    parser.add_argument("--bench", action="store_true", help="measure how fast what was frozen starts")
    options = parser.parse_args(arguments)
    out = options.out.absolute()
    if options.check:
        import check

        return check.run(out)
    if options.bench:
        import start_bench

        return start_bench.run(frozen_program())
    for path in build(out):
        print(f"{path.stat().st_size / 1e6:7.1f} MB  {path}")
    return 0


def build(out: Path) -> list[Path]:
    """Freeze and pack; answers the files made, the sums last."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    icons.make(freeze.OUT / "icons")
    frozen = freeze_program()
    return [*(made := packages(frozen, out)), write_sums(made, out)]


def freeze_program() -> Path:
    """Run PyInstaller; answers the folder (on macOS the .app)."""
    spec = Path(__file__).with_name("rehearsal.spec")
    places = ["--distpath", str(freeze.OUT / "frozen"), "--workpath", str(freeze.OUT / "work")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, str(spec)]
    subprocess.run(command, check=True, cwd=product.ROOT)
    return freeze.OUT / "frozen" / (product.NAME + (".app" if sys.platform == "darwin" else ""))


def frozen_program() -> Path:
    """What the last build has frozen: the program's executable."""
    inside = {"win32": f"{product.NAME}/{product.NAME}.exe", "darwin": f"{product.NAME}.app/Contents/MacOS"}
    found = freeze.OUT / "frozen" / inside.get(sys.platform, product.NAME)
    return found if found.suffix == ".exe" else found / product.NAME


def packages(frozen: Path, out: Path) -> list[Path]:
    """The packages that the present system can make."""
    if sys.platform == "win32":
        import windows

        return windows.build(frozen, freeze.OUT / "icons", out)
    if sys.platform == "darwin":
        import macos

        return macos.build(frozen, out)
    import linux

    return linux.build(frozen, freeze.OUT / "icons", out)


def write_sums(files: Sequence[Path], out: Path) -> Path:
    """The SHA-256 sums, as `sha256sum --check` reads them."""
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    sums = out / SUMS
    sums.write_text("".join(lines), encoding="ascii", newline="\n")
    return sums


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
