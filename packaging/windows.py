"""Windows: version resource, and the installer, made by NSIS from installer.nsi."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import product

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
    """The installer."""
    target = out / SETUP
    shutil.copyfile(icons / "rehearsal.ico", frozen / "rehearsal.ico")
    definitions = {
        "NAME": product.NAME,
        "COMMAND": product.COMMAND,
        "VERSION": product.version(),
        "PUBLISHER": product.PUBLISHER,
        "COPYRIGHT": product.COPYRIGHT,
        "FROZEN": str(frozen),
        "ICON": str(icons / "rehearsal.ico"),
        "SETUP": str(target),
        "SIZE_KB": str(sum(path.stat().st_size for path in frozen.rglob("*") if path.is_file()) // 1024),
    }
    words = [f"-D{name}={value}" for name, value in definitions.items()]
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, str(HERE / "installer.nsi")]
    subprocess.run(command, check=True)
    return [target]
