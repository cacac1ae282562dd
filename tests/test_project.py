"""The project as a whole: the wheel that is built from it, and the file that runs its tasks."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

import tasks

ROOT = Path(__file__).parents[1]
DISPLAY = ROOT / "app" / "system" / "display.py"
BUNDLED = "app/_bundled"


def _run(*command: object, cwd: Path = ROOT, **environment: str) -> str:
    """What a command prints; its complaints are in the failure when it fails."""
    words, surroundings = [str(word) for word in command], os.environ | environment
    done = subprocess.run(
        words, cwd=cwd, env=surroundings, capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def held(wheel: Path) -> frozenset[str]:
    """The names of the files in the wheel."""
    with ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has installed the wheel."""
    folder = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--disable-pip-version-check")
    _run(*pip, "--target", folder, wheel, cwd=folder)
    return folder


def _app(installed: Path, cwd: Path, *arguments: str) -> str:
    return _run(
        sys.executable, "-P", "-m", "app", *arguments, cwd=cwd, PYTHONPATH=str(installed), PYTHONUTF8="1"
    )


def _files(folder: str) -> Iterator[str]:
    """The files of a folder of the checkout, as they are named in the wheel."""
    for path in (ROOT / folder).rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield f"{BUNDLED}/{path.relative_to(ROOT).as_posix()}"


@pytest.mark.parametrize("folder", ["resources", "banks"])
def test_the_wheel_holds_every_data_file_under_the_package(held: frozenset[str], folder: str) -> None:
    assert set(_files(folder)) <= held


def test_the_wheel_holds_nothing_beside_the_package(held: frozenset[str]) -> None:
    assert {name for name in held if not re.match(r"app/|rehearsal-[\w.]+\.dist-info/", name)} == set()


def test_the_wheel_holds_the_licence_of_each_part(held: frozenset[str]) -> None:
    licences = {name.split("/licenses/")[1] for name in held if "/licenses/" in name}
    assert licences == {"LICENSE", "banks/LICENSE", "resources/fonts/OFL.txt"}


def test_an_installed_program_says_its_version_anywhere(installed: Path, tmp_path: Path) -> None:
    from app import __version__

    assert _app(installed, tmp_path, "--version") == f"rehearsal {__version__}\n"


def test_an_installed_program_finds_the_banks_it_came_with(installed: Path, tmp_path: Path) -> None:
    exams = json.loads(_app(installed, tmp_path, "exams", "--json", "--data-dir", str(tmp_path)))
    assert {exam["id"] for exam in exams} == {"mla", "mlp"}


def test_an_installed_program_looks_beside_itself_and_not_in_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    code = "from app.system.resources import bundle; print(bundle())"
    found = _run(sys.executable, "-P", "-c", code, cwd=tmp_path, PYTHONPATH=str(installed)).strip()
    assert Path(found) == (installed / BUNDLED).resolve()


def test_tasks_explain_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    assert tasks.main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(
        f"\n  {verb} " in told for verb in ("run", "test", "lint", "proofs", "package", "bench", "torture")
    )


@pytest.mark.parametrize("arguments", [[], ["dance"]])
def test_tasks_refuse_what_is_no_task(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert tasks.main(arguments) == 2
    captured = capsys.readouterr()
    assert "usage:" in captured.out + captured.err


@pytest.mark.parametrize(
    ("arguments", "passed_on"),
    [
        (["run"], []),
        (["run", "--", "--lang", "ja"], ["--lang", "ja"]),
        (["run", "demo", "--exam", "mla", "--out", "d"], ["demo", "--exam", "mla", "--out", "d"]),
        (["test", "-k", "name"], ["-k", "name"]),
        (["run", "report", "--", "latest"], ["report", "--", "latest"]),
        (["run", "--", "--", "x"], ["--", "x"]),
    ],
)
def test_tasks_pass_arguments_on(arguments: list[str], passed_on: list[str]) -> None:
    assert tasks.split(arguments) == (arguments[0], passed_on)


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({}, "offscreen"),
        ({"DISPLAY": ":0"}, "xcb"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "offscreen"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:size=1280x800"}, "offscreen"),
    ],
)
def test_tasks_ask_for_the_libraries_of_the_platform_in_use(
    environment: dict[str, str], platform: str
) -> None:
    assert tasks.platform_wanted(environment) == platform


def test_tasks_name_the_packages_that_the_program_names() -> None:
    named = set(re.findall(r"\blib[a-z0-9-]+\d\b", DISPLAY.read_text(encoding="utf-8").replace("libq", "")))
    assert {*tasks.X11, "libgl1", "libegl1"} == named


def test_an_exit_code_passes_through() -> None:
    assert tasks.call([sys.executable, "-c", "raise SystemExit(7)"]) == 7


@pytest.mark.skipif(os.name == "nt", reason="a POSIX signal")
def test_a_signal_becomes_the_exit_code_of_a_shell() -> None:
    assert tasks.call([sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"]) == 137


def test_an_installation_is_repeated_when_the_requirements_or_the_place_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prints = {tasks.fingerprint()}
    for number in range(2):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
        monkeypatch.setattr(tasks, "ROOT", folder)
        prints.add(tasks.fingerprint())
    (folder / "pyproject.toml").write_text("")
    assert len({*prints, tasks.fingerprint()}) == 4
