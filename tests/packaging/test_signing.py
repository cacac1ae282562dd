"""What is signed, and by which command: as far as it can be told without certificates."""

from __future__ import annotations

import plistlib
import sys
from pathlib import Path

import pytest

CERTIFICATE = {"WINDOWS_CERTIFICATE_FILE": "c.p12", "WINDOWS_CERTIFICATE_PASSWORD": "secret"}


def test_without_a_certificate_nothing_is_signed_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import signing

    monkeypatch.delenv("WINDOWS_CERTIFICATE_FILE", raising=False)
    file = tmp_path / "setup.exe"
    file.write_bytes(b"MZ")
    signing.sign([file])
    assert file.read_bytes() == b"MZ"
    assert "not signed" in capsys.readouterr().out


def test_windows_signs_with_its_own_tool_and_a_confirmed_time() -> None:
    import signing

    file = Path("setup.exe")
    command = signing.command(file, file, "signtool.exe", CERTIFICATE)
    assert command[:2] == ["signtool.exe", "sign"]
    assert command[-1] == "setup.exe"
    assert command[command.index("/fd") + 1] == "SHA256"
    assert command[command.index("/tr") + 1] == signing.TIMESTAMP


def test_elsewhere_osslsigncode_signs() -> None:
    import signing

    untimed = CERTIFICATE | {"WINDOWS_TIMESTAMP_URL": "none"}
    command = signing.command(Path("setup.exe"), Path("signed.exe"), None, untimed)
    assert command[0] == "osslsigncode"
    assert command[-4:] == ["-in", "setup.exe", "-out", "signed.exe"]
    assert "-ts" not in command


def test_the_uninstaller_is_signed_while_it_is_packed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import windows

    monkeypatch.delenv("WINDOWS_CERTIFICATE_FILE", raising=False)
    assert not [
        word for word in windows.definitions(tmp_path, tmp_path, tmp_path) if word.startswith("-DSIGN")
    ]
    monkeypatch.setenv("WINDOWS_CERTIFICATE_FILE", "c.p12")
    (sign,) = [
        word for word in windows.definitions(tmp_path, tmp_path, tmp_path) if word.startswith("-DSIGN")
    ]
    assert sign == f'-DSIGN="{sys.executable}" "{windows.HERE / "signing.py"}"'
    script = (windows.HERE / "installer.nsi").read_text(encoding="utf-8")
    assert "!uninstfinalize '${SIGN} \"%1\"' = 0" in script


def test_installers_that_run_on_windows_are_of_the_kind_that_nsis_has_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import windows

    monkeypatch.setattr(sys, "platform", "win32")
    assert "-DTARGET=x86-unicode" in windows.definitions(tmp_path, tmp_path, tmp_path)


def test_the_installers_folder_is_told_as_nsis_reads_it() -> None:
    import check

    line = check.unquoted(Path("setup.exe"), "/S", "/D=C:\\試し install")
    assert line == '"setup.exe" /S /D=C:\\試し install'


def test_an_image_is_signed_then_looked_at_then_stapled() -> None:
    import macos

    image = Path("rehearsal.dmg")
    commands = macos.finishing(image, "Developer ID Application: Somebody", "rehearsal")
    assert [command[:2] for command in commands] == [
        ["codesign", "--timestamp"],
        ["xcrun", "notarytool"],
        ["xcrun", "stapler"],
    ]
    assert "--wait" in commands[1]
    assert all("rehearsal.dmg" in command for command in commands)


def test_an_image_without_identity_is_left_alone_and_one_without_account_is_signed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    import macos

    assert macos.finishing(Path("a.dmg"), None, "rehearsal") == []
    (only,) = macos.finishing(Path("a.dmg"), "Somebody", None)
    assert only[0] == "codesign"
    assert "not notarised" in capsys.readouterr().out


def test_the_hardened_program_may_do_what_python_needs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import freeze
    import macos

    monkeypatch.setattr(freeze, "OUT", tmp_path)
    monkeypatch.delenv("MACOS_SIGNING_IDENTITY", raising=False)
    assert macos.entitlements() is None
    monkeypatch.setenv("MACOS_SIGNING_IDENTITY", "Developer ID Application: Somebody")
    written = macos.entitlements()
    assert written is not None
    assert plistlib.loads(Path(written).read_bytes()) == macos.ENTITLEMENTS
