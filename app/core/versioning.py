"""Upgrade a raw mapping step by step; too old and too new are two different answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Raw = dict[str, Any]
Step = Callable[[Raw], Raw]


class TooOld(ValueError):
    """The data is older than the oldest version that can be upgraded."""


class TooNew(ValueError):
    """The data was written by a newer program."""


def upgrade(raw: Mapping[str, Any], version: int, steps: Sequence[Step], oldest: int = 1) -> Raw:
    """Bring `raw` from `version` to `oldest + len(steps)`.

    `steps[i]` turns version `oldest + i` into the next one; steps work on raw mappings and call
    no live code, so that they stay true when the code moves on.
    """
    newest = oldest + len(steps)
    if version < oldest:
        raise TooOld(f"version {version} is older than {oldest}")
    if version > newest:
        raise TooNew(f"version {version} is newer than {newest}")
    current = dict(raw)
    for step in steps[version - oldest :]:
        current = step(current)
    return current
