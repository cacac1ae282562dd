"""Linux: the frozen folder as .tar.gz and as .deb, with menu entry, file type, AppStream data and icon."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import tarfile
import textwrap
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

import closure
import freeze
import product

DEPENDS = "libgl1, libegl1, libxcb1, fontconfig-config | fontconfig"
ARCHITECTURE = {"x86_64": "amd64", "aarch64": "arm64"}
LIB = Path("usr/lib/rehearsal")
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def desktop_entry() -> str:
    """The entry in the menu, by the freedesktop.org specification."""
    return f"""[Desktop Entry]
Type=Application
Version=1.0
Name={product.NAME}
GenericName=Mock exams
GenericName[ja]=模擬試験
Comment={product.SUMMARY}
Comment[ja]={product.SUMMARY_JA}
Exec={product.COMMAND} %f
TryExec={product.COMMAND}
Icon={product.APP_ID}
Terminal=false
Categories=Education;
MimeType={product.bank_mime_type()};
Keywords=exam;mock;certification;MLflow;Databricks;
Keywords[ja]=試験;模擬試験;認定;MLflow;Databricks;
StartupWMClass=rehearsal
"""


def file_type() -> str:
    """What the desktop knows of packed banks, by the shared MIME-info specification.

    Tools that take only what is known of old see a zip archive, which is true.
    """
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{product.bank_mime_type()}">
    <comment>{product.BANK_NAME}</comment>
    <comment xml:lang="ja">{product.BANK_NAME_JA}</comment>
    <sub-class-of type="application/zip"/>
    <icon name="{product.APP_ID}"/>
    <glob pattern="*{product.bank_suffix()}"/>
  </mime-type>
</mime-info>
"""


def metainfo() -> str:
    """The AppStream metadata."""
    words, words_ja = escape(product.DESCRIPTION), escape(product.DESCRIPTION_JA)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{product.APP_ID}</id>
  <metadata_license>MIT</metadata_license>
  <project_license>MIT AND CC-BY-SA-4.0 AND OFL-1.1</project_license>
  <name>{product.NAME}</name>
  <summary>{product.SUMMARY}</summary>
  <summary xml:lang="ja">{product.SUMMARY_JA}</summary>
  <developer id="io.github.rehearsal_exam"><name>{product.PUBLISHER}</name></developer>
  <description>
    <p>{words}</p>
    <p xml:lang="ja">{words_ja}</p>
  </description>
  <launchable type="desktop-id">{product.APP_ID}.desktop</launchable>
  <provides>
    <binary>{product.COMMAND}</binary>
    <mediatype>{product.bank_mime_type()}</mediatype>
  </provides>
  <categories><category>Education</category></categories>
  <content_rating type="oars-1.1"/>
  <releases><release version="{product.version()}" date="{product.released()}"/></releases>
</component>
"""


def manual() -> str:
    """The manual page, in the words of the README's table."""
    return f""".TH REHEARSAL 1 {product.released()} "rehearsal {product.version()}" "User commands"
.SH NAME
rehearsal \\- {product.SUMMARY.lower()}
.SH SYNOPSIS
.B rehearsal
[\\fB\\-\\-data\\-dir\\fR \\fIDIR\\fR] [\\fB\\-\\-lang\\fR \\fIen\\fR|\\fIja\\fR] [\\fIVERB\\fR]
.SH DESCRIPTION
Without a verb, opens the window. {product.DESCRIPTION}
.PP
.B rehearsal \\-\\-help
lists the verbs: open, exams, attempts, report, bank, demo and others.
.PP
.B rehearsal
.I FILE{product.bank_suffix()}
opens the window, or asks the one that is open, to show what is in a packed bank.
.SH EXIT STATUS
0 done; 1 the answer is no; 2 wrong use, or the world failed, with a sentence on standard error.
.SH FILES
.I ~/.local/share/Rehearsal/rehearsal.sqlite3
holds all attempts.
"""


def changelog() -> str:
    """A changelog in Debian's form, which points to the product's own."""
    day = datetime.fromisoformat(product.released()).replace(tzinfo=UTC)
    return f"""{product.COMMAND} ({product.version()}) stable; urgency=medium

  * What changed is told in CHANGELOG.md of the source.

 -- {product.CONTACT}  {format_datetime(day)}
"""


def copyright_file() -> str:
    """The licences of the parts, in Debian's machine-readable form."""
    mit = "\n".join(f" {line}" if line.strip() else " ." for line in _licence().splitlines())
    return f"""Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: {product.NAME}

Files: *
Copyright: 2026 {product.PUBLISHER}
License: MIT

Files: usr/lib/rehearsal/_internal/banks/*
Copyright: 2026 {product.PUBLISHER}
License: CC-BY-SA-4.0

Files: usr/lib/rehearsal/_internal/resources/fonts/*
Copyright: The Noto Project Authors, The JetBrains Mono Project Authors
License: OFL-1.1

Files: usr/lib/rehearsal/_internal/PySide6/* usr/lib/rehearsal/_internal/shiboken6/*
Copyright: The Qt Company Ltd. and others
License: LGPL-3

License: MIT
{mit}

License: CC-BY-SA-4.0
 Creative Commons Attribution-ShareAlike 4.0 International; the text is in the banks folder.

License: OFL-1.1
 SIL Open Font License 1.1; the text is in the fonts folder.

License: LGPL-3
 On Debian systems the text is in /usr/share/common-licenses/LGPL-3.
"""


def _licence() -> str:
    text = (product.ROOT / "LICENSE").read_text(encoding="utf-8")
    return text.split("\n\n", 1)[1] if "\n\n" in text else text


OVERRIDES = """# The program brings its own Python, Qt and what they need, at the versions it was tested with.
rehearsal: embedded-library *
rehearsal: library-not-linked-against-libc *
rehearsal: shared-library-lacks-prerequisites *
rehearsal: hardening-no-pie *
rehearsal: custom-library-search-path *
rehearsal: spelling-error-in-binary *
# The fonts have to be the ones that documents were tested with, on every system.
rehearsal: font-in-non-font-package *
rehearsal: font-outside-font-dir *
rehearsal: duplicate-font-file *
rehearsal: package-contains-documentation-outside-usr-share-doc *
rehearsal: extra-license-file *
"""


def stage(frozen: Path, icons: Path, root: Path) -> None:
    """Lay the files of the package below `root` as they will lie below /."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(frozen, root / LIB, symlinks=True)
    share = root / "usr/share"
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin" / product.COMMAND).symlink_to(f"../lib/rehearsal/{product.NAME}")
    _write(share / "applications" / f"{product.APP_ID}.desktop", desktop_entry())
    _write(share / "mime/packages" / f"{product.APP_ID}.xml", file_type())
    _write(share / "metainfo" / f"{product.APP_ID}.metainfo.xml", metainfo())
    for size in ICON_SIZES:
        target = share / f"icons/hicolor/{size}x{size}/apps/{product.APP_ID}.png"
        _copy(icons / f"rehearsal-{size}.png", target)
    _copy(
        product.ROOT / "resources/icons/rehearsal.svg",
        share / f"icons/hicolor/scalable/apps/{product.APP_ID}.svg",
    )
    _zip(share / "man/man1/rehearsal.1.gz", manual())
    _zip(share / "doc/rehearsal/changelog.gz", changelog())
    _write(share / "doc/rehearsal/copyright", copyright_file())
    _write(share / "lintian/overrides/rehearsal", OVERRIDES)
    _tidy(root)


def _tidy(root: Path) -> None:
    """Modes as a package has them: programs and folders 755, the rest 644."""
    for path in sorted(root.rglob("*")):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path.name == product.NAME
        path.chmod(0o755 if runs else 0o644)
    root.chmod(0o755)


def build_deb(root: Path, out: Path, machine: str) -> Path:
    """Make the .deb of what is staged; answers its path."""
    architecture = ARCHITECTURE[machine]
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    control = f"""Package: {product.COMMAND}
Version: {product.version()}
Section: education
Priority: optional
Architecture: {architecture}
Maintainer: {product.CONTACT}
Installed-Size: {size}
Depends: libc6 (>= {closure.c_library(root / LIB)}), {DEPENDS}
Description: {product.SUMMARY.lower()}
{textwrap.fill(product.DESCRIPTION, 78, initial_indent=" ", subsequent_indent=" ")}
"""
    _write(root / "DEBIAN/control", control)
    target = out / f"{product.COMMAND}_{product.version()}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(root / "DEBIAN")
    return target


def build_tar(root: Path, out: Path, machine: str) -> Path:
    """Make the .tar.gz: the program's folder with the files for the menu beside it; answers its path."""
    name = f"{product.COMMAND}-{product.version()}-linux-{machine}"
    target = out / f"{name}.tar.gz"
    with tarfile.open(target, "w:gz", compresslevel=6) as archive:
        for source, place in ((root / LIB, name), (root / "usr/share", f"{name}/share")):
            archive.add(source, place, filter=_anonymous)
    return target


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _zip(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
        file.write(text.encode())


def build(frozen: Path, icons: Path, out: Path) -> list[Path]:
    """All that Linux gets."""
    machine = os.uname().machine
    root = freeze.OUT / "stage"
    stage(frozen, icons, root)
    made = [build_tar(root, out, machine)]
    if shutil.which("dpkg-deb"):
        made.append(build_deb(root, out, machine))
    return made
