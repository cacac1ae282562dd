"""What the packages say of themselves, and what goes into the frozen program."""

from __future__ import annotations

import configparser
import os
import platform
import plistlib
import re
import shlex
import shutil
import subprocess
import sys
import tarfile
import xml.etree.ElementTree as ET
from pathlib import Path, PurePosixPath

import pytest

from app import __version__
from app.content.source import YamlBanks
from app.system import resources

ROOT = Path(__file__).parents[2]


def test_the_version_is_the_programs() -> None:
    import product

    assert product.version() == __version__


def test_every_resource_and_every_bank_goes_in_and_no_source_of_a_translation() -> None:
    import freeze

    places = {
        PurePosixPath(folder.replace("\\", "/"), Path(source).name).as_posix()
        for source, folder in freeze.datas()
    }
    for name in (
        "resources/fonts/NotoSansJP-Regular.ttf",
        "resources/i18n/rehearsal_ja.qm",
        "banks/references.yaml",
        "banks/mla/mlflow/autolog.ja.yaml",
        "app/storage/migrations/env.py",
    ):
        assert name in places
    assert not [place for place in places if place.endswith((".ts", ".pyc"))]


def test_the_banks_go_in_as_they_are_once_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import freeze

    monkeypatch.setattr(freeze, "OUT", tmp_path)
    files = freeze.banks_read()
    assert sorted(Path(file).name.split("-")[0] for file, _ in files) == ["mla", "mlp", "sample"]
    assert {folder for _, folder in files} == {resources.banks_read().relative_to(ROOT).as_posix()}
    monkeypatch.setattr("app.content.reader.read", lambda _: pytest.fail("a bank was read again"))
    source = YamlBanks(ROOT / "banks", None, include_sample=True, shipped=tmp_path / "banks-read")
    assert len(source.summaries()) == 3


def test_verbs_that_are_imported_by_name_are_known() -> None:
    import freeze

    verbs = {f"app.verbs.{path.stem}" for path in (ROOT / "app" / "verbs").glob("[a-z]*.py")}
    assert verbs <= set(freeze.hidden_imports())


@pytest.mark.parametrize(
    ("name", "goes"),
    [
        ("PySide6/Qt/plugins/platforms/libqvnc.so", True),
        ("PySide6\\plugins\\platforms\\qminimal.dll", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", False),
        ("PySide6/Qt/translations/qtbase_ja.qm", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/plugins/imageformats/libqjpeg.so", False),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", False),
        ("python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so", True),
        ("python3.11/lib-dynload/_sqlite3.cpython-311-x86_64-linux-gnu.so", False),
        ("resources/fonts/NotoSans-Bold.ttf", False),
    ],
)
def test_the_trim_list_takes_what_it_is_meant_to(name: str, goes: bool) -> None:
    import freeze

    assert freeze.trimmed(name, freeze.patterns()) is goes


def test_libraries_are_kept_as_far_as_something_needs_them() -> None:
    import closure

    needs = {
        "a": frozenset({"libb", "libc"}),
        "libb": frozenset({"libd"}),
        "libd": frozenset({"libb"}),
        "libe": frozenset({"libb"}),
    }
    libraries = {name: Path(name) for name in ("libb", "libd", "libe")}
    found = closure.reachable([Path("a")], libraries, lambda path: needs.get(path.name, frozenset()))
    assert found == {"libb", "libd"}


@pytest.mark.parametrize(("name", "systems"), [("libGL.so.1", True), ("libQt6Core.so.6", False)])
def test_only_the_systems_own_libraries_may_be_missing(name: str, systems: bool) -> None:
    import closure

    assert closure._of_the_system(name, False) is systems


def test_the_menu_entry_names_the_program_in_both_languages() -> None:
    import linux

    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read_string(linux.desktop_entry())
    desktop = entry["Desktop Entry"]
    assert (desktop["Exec"], desktop["Terminal"]) == ("rehearsal %f", "false")
    assert desktop["Comment[ja]"] != desktop["Comment"]


def test_the_store_entry_has_the_version_and_both_languages() -> None:
    import linux

    root = ET.fromstring(linux.metainfo())
    release = root.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__
    languages = [
        each.get("{http://www.w3.org/XML/1998/namespace}lang") for each in root.findall("description/p")
    ]
    assert languages == [None, "ja"]


# What Finder, Dock, Gatekeeper and notary look for; PyInstaller adds the name of the executable and the icon.
NEEDED_BY_MACOS = {
    "CFBundleDevelopmentRegion", "CFBundleDisplayName", "CFBundleIdentifier", "CFBundleInfoDictionaryVersion",
    "CFBundleName", "CFBundlePackageType", "CFBundleShortVersionString", "CFBundleVersion",
    "LSApplicationCategoryType", "LSMinimumSystemVersion", "NSHighResolutionCapable", "NSPrincipalClass",
    "NSHumanReadableCopyright",
}  # fmt: skip


def test_macos_is_told_what_it_asks_for() -> None:
    import macos
    import product

    told = plistlib.loads(plistlib.dumps(macos.info_plist()))
    assert set(told) >= NEEDED_BY_MACOS
    assert told["CFBundleIdentifier"] == product.BUNDLE_ID
    assert re.fullmatch(r"[A-Za-z0-9.-]+", told["CFBundleIdentifier"])
    assert told["CFBundlePackageType"] == "APPL"
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == __version__
    assert told["CFBundleLocalizations"] == ["en", "ja"]
    assert told["NSHighResolutionCapable"] is True
    assert told["NSRequiresAquaSystemAppearance"] is False  # dark mode is the program's, too


def test_the_window_belongs_to_the_entry_in_the_menu() -> None:
    import product

    source = (ROOT / "app" / "ui" / "application.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{product.APP_ID}")' in source


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-validate is not here")
def test_freedesktops_checker_takes_the_menu_entry() -> None:
    import linux_checks

    assert not [fault for fault in linux_checks.texts_checked() if fault.startswith("desktop-file-validate")]


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="appstreamcli is not here")
def test_freedesktops_checker_takes_the_store_entry() -> None:
    import linux_checks

    assert not [fault for fault in linux_checks.texts_checked() if fault.startswith("appstreamcli")]


def test_windows_shows_version_and_owner() -> None:
    import windows

    words = windows.version_resource("Rehearsal")
    compile(words, "version", "eval")
    assert f"StringStruct('ProductVersion', {__version__!r})" in words
    assert "filevers=(0, 1, 0, 0)" in words


def test_the_installer_asks_for_no_rights_and_keeps_data_unless_asked() -> None:
    script = (ROOT / "packaging" / "installer.nsi").read_text(encoding="utf-8")
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    assert 'Section /o "un.$(DATA)"' in script


def test_sums_that_do_not_fit_are_named(tmp_path: Path) -> None:
    import check
    import make

    package = tmp_path / "a.tar.gz"
    package.write_bytes(b"whole")
    make.write_sums([package], tmp_path)
    assert check.wrong_sums(tmp_path) == []
    package.write_bytes(b"broken")
    assert "a.tar.gz" in check.wrong_sums(tmp_path)[0]


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or not shutil.which("objdump"), reason="needs objdump"
)
def test_the_package_asks_for_the_c_library_that_its_binaries_call(tmp_path: Path) -> None:
    import closure

    assert closure.c_library(tmp_path) == "2.17"
    shutil.copy(sys.executable, tmp_path / "python")
    (tmp_path / "notes.txt").write_text("GLIBC_9.9", encoding="ascii")
    newest = tuple(map(int, closure.c_library(tmp_path).split(".")))
    assert (2, 17) <= newest <= tuple(map(int, platform.libc_ver()[1].split(".")))


@pytest.mark.skipif(not shutil.which("makensis"), reason="NSIS is not here")
@pytest.mark.parametrize("system", ["win32", "linux"])
def test_the_installers_script_is_taken_for_both_kinds_of_target(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    import product
    import windows
    from PIL import Image

    frozen = tmp_path / "frozen"
    (frozen / "_internal").mkdir(parents=True)
    for name in (f"{product.NAME}.exe", f"{product.COMMAND}-cli.exe", "_internal/a.dll"):
        (frozen / name).write_bytes(b"MZ")
    Image.new("RGBA", (32, 32)).save(tmp_path / "rehearsal.ico")
    monkeypatch.delenv("WINDOWS_CERTIFICATE_FILE", raising=False)
    monkeypatch.setattr(sys, "platform", system)
    words = windows.definitions(frozen, tmp_path, tmp_path / windows.SETUP)
    script = str(windows.HERE / "installer.nsi")
    done = subprocess.run(["makensis", *words, script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / windows.SETUP).read_bytes().startswith(b"MZ")


# Packed banks are opened by the program -------------------------------------------------------


def test_the_ending_is_the_programs() -> None:
    import product

    from app.core.packages import MIME_TYPE, SUFFIX

    assert (product.bank_suffix(), product.bank_mime_type()) == (SUFFIX, MIME_TYPE)


def test_linux_knows_packed_banks_and_opens_them(tmp_path: Path) -> None:
    import linux
    import product

    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read_string(linux.desktop_entry())
    assert entry["Desktop Entry"]["MimeType"] == f"{product.bank_mime_type()};"
    assert shlex.split(entry["Desktop Entry"]["Exec"]) == ["rehearsal", "%f"]
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    (kind,) = ET.fromstring(linux.file_type()).findall("m:mime-type", space)
    assert kind.get("type") == product.bank_mime_type()
    assert [glob.get("pattern") for glob in kind.findall("m:glob", space)] == ["*.rehearsalbank"]
    assert [words.text for words in kind.findall("m:comment", space)] == [
        product.BANK_NAME,
        product.BANK_NAME_JA,
    ]
    provided = ET.fromstring(linux.metainfo()).find("provides/mediatype")
    assert provided is not None
    assert provided.text == product.bank_mime_type()


def test_every_linux_package_has_the_file_type(tmp_path: Path) -> None:
    import linux
    import product

    frozen, icons = tmp_path / "frozen", tmp_path / "icons"
    frozen.mkdir()
    icons.mkdir()
    (frozen / product.NAME).write_bytes(b"")
    for size in linux.ICON_SIZES:
        (icons / f"rehearsal-{size}.png").write_bytes(b"")
    linux.stage(frozen, icons, tmp_path / "stage")
    place = f"share/mime/packages/{product.APP_ID}.xml"
    assert (tmp_path / "stage/usr" / place).read_text(encoding="utf-8") == linux.file_type()
    archive = linux.build_tar(tmp_path / "stage", tmp_path, "x86_64")
    with tarfile.open(archive) as tar:
        assert [name for name in tar.getnames() if name.endswith(place)] != []


@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="update-mime-database is not here")
def test_freedesktops_tool_takes_the_file_type(tmp_path: Path) -> None:
    import linux
    import product

    types = tmp_path / "mime"
    (types / "packages").mkdir(parents=True)
    (types / "packages/rehearsal.xml").write_text(linux.file_type(), encoding="utf-8")
    surroundings = os.environ | {"XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(
        ["update-mime-database", str(types)], env=surroundings, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    globs = (types / "globs2").read_text(encoding="utf-8")
    assert f"50:{product.bank_mime_type()}:*{product.bank_suffix()}" in globs.splitlines()


def test_macos_knows_packed_banks_and_opens_them() -> None:
    import macos
    import product

    told = plistlib.loads(plistlib.dumps(macos.info_plist()))
    (kind,) = told["UTExportedTypeDeclarations"]
    (document,) = told["CFBundleDocumentTypes"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]] == [product.BANK_UTI]
    assert document["LSHandlerRank"] == "Owner"
    assert re.fullmatch(r"[A-Za-z0-9.-]+", product.BANK_UTI)
    tags = kind["UTTypeTagSpecification"]
    assert tags["public.filename-extension"] == ["rehearsalbank"]
    assert tags["public.mime-type"] == [product.bank_mime_type()]


def test_windows_knows_packed_banks_for_the_user_alone_and_forgets_its_own() -> None:
    import product

    script = (ROOT / "packaging" / "installer.nsi").read_text(encoding="utf-8")
    assert (
        f'LangString BANK ${{LANG_ENGLISH}} "{product.BANK_NAME}"'.replace(product.NAME, "${NAME}") in script
    )
    assert (
        f'LangString BANK ${{LANG_JAPANESE}} "{product.BANK_NAME_JA}"'.replace(product.NAME, "${NAME}")
        in script
    )
    assert """!define OPENS '"$INSTDIR\\${NAME}.exe" "%1"'""" in script
    forgetting = script.partition("Function un.ForgetBanks")[2].partition("FunctionEnd")[0]
    asked = forgetting.index("""${If} $R0 != '${OPENS}'""")
    assert asked < forgetting.index('DeleteRegKey HKCU "${CLASS}"')
    assert [line for line in forgetting.splitlines() if "DeleteRegKey" in line and "ENDING" in line] == [
        r'  DeleteRegKey /ifempty HKCU "${ENDING}\OpenWithProgids"',
        '  DeleteRegKey /ifempty HKCU "${ENDING}"',
    ]


def test_the_installer_is_told_the_ending(tmp_path: Path) -> None:
    import product
    import windows

    words = windows.definitions(tmp_path, tmp_path, tmp_path / "setup.exe")
    assert f"-DEXTENSION={product.bank_suffix()}" in words
    assert f"-DMIME={product.bank_mime_type()}" in words
    assert f"-DPROGID={product.BANK_PROGID}" in words
