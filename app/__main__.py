"""Start: hand over to the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program; answers its exit code."""
    from app.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
