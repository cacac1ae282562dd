"""`rehearsal history export` and `rehearsal history import`: a whole history as one file."""

from __future__ import annotations

import argparse

from app.verbs.words import paths_of


def run(options: argparse.Namespace) -> int:
    """Write the history to a file, or merge a file into it."""
    from app.bootstrap import build

    services = build(paths_of(options))
    if options.act == "export":
        services.save(options.file, services.history.export())
        print(options.file)
        return 0
    merged = services.history.merge(services.load(options.file), str(options.file))
    print(
        f"{merged.added} attempt(s) added, {merged.extended} continued, {merged.known} already here, "
        f"{merged.differing} different here and left as they are"
    )
    return 0
