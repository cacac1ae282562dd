"""One reader under libFuzzer: `python -m tests.torture.guided_worker FOLDER NUMBER SEED RUNS`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any


def main(arguments: list[str]) -> None:
    """Never comes back: libFuzzer ends the process."""
    folder, number, seed, runs = Path(arguments[0]), int(arguments[1]), arguments[2], arguments[3]
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=["app", "yaml"]):
        # Else imported with the first history, and not followed.
        import app.storage.records  # noqa: F401
        from tests.torture.rubbish_targets import targets

        target = targets(folder)[number]
    seeds = folder / "seeds"
    seeds.mkdir()
    for at, content in enumerate(target.corpus):
        (seeds / f"{at:04}").write_bytes(content)
    words = ["guided", f"-seed={seed}", f"-runs={runs}", "-max_len=60000", "-timeout=5", "-rss_limit_mb=512"]
    atheris.Setup([*words, f"-artifact_prefix={folder}/found-", str(seeds)], target.read)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
