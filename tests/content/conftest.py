from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.content.files import read_files
from app.content.reader import Reading, read
from app.core.problems import Problem

SHIPPED = Path(__file__).parents[2] / "banks"


class Workshop:
    """A copy of the sample bank that can be spoilt."""

    def __init__(self, root: Path, folder: str = "sample") -> None:
        self.root = root
        self.folder = folder

    def path(self, name: str) -> Path:
        return self.root / self.folder / name

    def text(self, name: str) -> str:
        return self.path(name).read_text(encoding="utf-8")

    def write(self, name: str, content: str | bytes) -> None:
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.text(name)
        assert old in text, f"{old!r} is not in {name}"
        self.write(name, text.replace(old, new, 1))

    def link(self, name: str, target: Path) -> None:
        """Make a link to `target`; skip the test where the system does not let us."""
        try:
            self.path(name).symlink_to(target, target_is_directory=target.is_dir())
        except OSError:
            pytest.skip("links cannot be made here")

    def line(self, name: str, needle: str) -> int | None:
        """The number of the line that holds `needle`; `a >> b` is the first b below the first a."""
        if not needle:
            return None
        lines = self.text(name).splitlines()
        number = 0
        for part in needle.split(" >> "):
            number = next(n for n, line in enumerate(lines, start=1) if n > number and part in line)
        return number

    def read(self) -> Reading:
        return read(read_files(self.root, self.folder))

    def problems(self) -> tuple[Problem, ...]:
        return self.read().problems


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    root = tmp_path / "banks"
    shutil.copytree(SHIPPED / "sample", root / "sample")
    return Workshop(root)


@pytest.fixture
def second_bank(workshop: Workshop) -> Workshop:
    """Another exam in the same folder, which is no sample."""
    shutil.copytree(workshop.path(""), workshop.root / "other")
    second = Workshop(workshop.root, "other")
    for path in (workshop.root / "other").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("sample-", "other-")
        path.write_text(text.replace("exam: sample", "exam: other"), encoding="utf-8")
    return second
