"""Windows: version resource, and the installer, made by NSIS from installer.nsi."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import product
import signing

HERE = Path(__file__).resolve().parent
SETUP = f"{product.COMMAND}-{product.version()}-windows-x64-setup.exe"


def version_resource(name: str) -> str:
    """What Windows shows of an executable, in the form that PyInstaller reads."""
    numbers = (*map(int, product.version().split(".")), 0)
    strings = {
        "CompanyName": product.PUBLISHER,
        "FileDescription": product.NAME,
        "FileVersion": product.version(),
        "InternalName": name,
        "LegalCopyright": product.COPYRIGHT,
        "OriginalFilename": f"{name}.exe",
        "ProductName": product.NAME,
        "ProductVersion": product.version(),
    }
    words = ",\n".join(f"        StringStruct({key!r}, {value!r})" for key, value in strings.items())
    return f"""VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('040904B0', [
{words}
    ])]),
    VarFileInfo([VarStruct('Translation', [0x0409, 1200])])
  ]
)
"""


def build(frozen: Path, icons: Path, out: Path) -> list[Path]:
    """The installer, and signatures on it and on what it installs where there is a certificate."""
    target = out / SETUP
    shutil.copyfile(icons / "rehearsal.ico", frozen / "rehearsal.ico")
    signing.sign(sorted(frozen.glob("*.exe")))
    subprocess.run([maker(), *definitions(frozen, icons, target), str(HERE / "installer.nsi")], check=True)
    if signing.wanted():
        signing.sign([target])
    return [target]


def maker() -> str:
    """NSIS's compiler: on PATH, or where its own installer puts it."""
    usual = Path(os.environ.get("PROGRAMFILES(X86)", "C:/Program Files (x86)")) / "NSIS/makensis.exe"
    found = shutil.which("makensis") or (str(usual) if usual.is_file() else None)
    if found is None:
        raise SystemExit("windows.py: makensis is missing; NSIS 3.08 or newer has it")
    return found


def definitions(frozen: Path, icons: Path, target: Path) -> list[str]:
    """How makensis is called: with what the script has to know.

    Only Debian's NSIS makes 64-bit installers, which Wine without its 32-bit half needs. On Windows, NSIS as
    its makers publish it makes 32-bit ones, which run everywhere.
    """
    known = {
        "TARGET": "x86-unicode" if sys.platform == "win32" else "amd64-unicode",
        "NAME": product.NAME,
        "COMMAND": product.COMMAND,
        "VERSION": product.version(),
        "PUBLISHER": product.PUBLISHER,
        "COPYRIGHT": product.COPYRIGHT,
        "EXTENSION": product.bank_suffix(),
        "MIME": product.bank_mime_type(),
        "PROGID": product.BANK_PROGID,
        "FROZEN": str(frozen),
        "ICON": str(icons / "rehearsal.ico"),
        "SETUP": str(target),
        "SIZE_KB": str(sum(path.stat().st_size for path in frozen.rglob("*") if path.is_file()) // 1024),
    }
    if signing.wanted():
        known["SIGN"] = f'"{sys.executable}" "{HERE / "signing.py"}"'
    words = [f"-D{name}={value}" for name, value in known.items()]
    return ["-V2", "-WX", "-INPUTCHARSET", "UTF8", *words]
