"""What a proof is: a function that runs a library and finds out which options of an item are true.

A proof states no key. It computes something, holds what each option says against it, and answers a mapping
from option ids to what it found; the key is compared with that afterwards (test_keys.py). So it fails as
soon as another option is marked as correct, or the library changes its mind. A proof looks like this:

    @proves("mla-cross-validation-001")
    def counting_fits(folder: Path) -> Verdicts:
        from sklearn.model_selection import GridSearchCV
        ...
        return matching(fits, {"twelve": 12, "thirteen": 13, "six": 6, "seven": 7})

`folder` is an empty folder, also the working directory, with a store and registry of MLflow inside. A second
parameter `spark` gets a local Spark session of two threads. Libraries are imported inside the function. Each
proof without Spark has a process of its own; those of one module with Spark share one. No proof reaches
a network.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Verdicts = Mapping[str, bool]
"""For each option id of the item, whether what the option says was found to be so."""

Derivation = Callable[..., Verdicts]


@dataclass(frozen=True, slots=True)
class Proof:
    """The proof of an item's key."""

    item: str
    derive: Derivation
    spark: bool


REGISTER: dict[str, Proof] = {}
"""The proofs of the modules that were imported, by item."""


def proves(*items: str) -> Callable[[Derivation], Derivation]:
    """Register a function as the proof of an item (or of several whose options have the same ids)."""

    def register(derive: Derivation) -> Derivation:
        code = derive.__code__
        needs = code.co_varnames[: code.co_argcount]
        for item in items:
            if item in REGISTER:
                raise ValueError(f"{item} has two proofs")
            REGISTER[item] = Proof(item, derive, "spark" in needs)
        return derive

    return register


def matching(observed: Any, claims: Mapping[str, Any]) -> Verdicts:
    """Which claims equal what was observed."""
    return {option: bool(claim == observed) for option, claim in claims.items()}


def holding(tests: Mapping[str, Callable[[], Any]]) -> Verdicts:
    """Which tests are true; one that raises is not."""
    return {option: _holds(test) for option, test in tests.items()}


def working(attempts: Mapping[str, Callable[[], Any]]) -> Verdicts:
    """Which attempts run to their end without an exception; for items that ask what works, or what fails."""
    return {option: _runs(attempt) for option, attempt in attempts.items()}


def failing(attempts: Mapping[str, Callable[[], Any]]) -> Verdicts:
    """Which attempts raise."""
    return {option: not ran for option, ran in working(attempts).items()}


def _holds(test: Callable[[], Any]) -> bool:
    try:
        return bool(test())
    except Exception:
        return False


def _runs(attempt: Callable[[], Any]) -> bool:
    try:
        attempt()
    except Exception:
        return False
    return True
