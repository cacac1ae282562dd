"""Bank and proofs name each other, and no proof states what it has to find out. Runs no library."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from tests.proofs.protocol import REGISTER, Derivation, Verdicts, matching, proves, working
from tests.proofs.shelf import ITEMS
from tests.proofs.workshop import proofs

ROOT = Path(__file__).parents[2]
PROOFS = proofs()


def _place(item: str) -> str:
    return Path(inspect.getfile(PROOFS[item].derive)).relative_to(ROOT).as_posix()


def test_each_item_with_a_proof_names_the_file_that_has_it() -> None:
    claimed = {item.id: item.proof for item in ITEMS.values() if item.proof is not None}
    assert claimed == {item: _place(item) for item in PROOFS}


def _answers(derive: Derivation) -> Iterator[ast.expr]:
    """What a proof returns, each value of a mapping by itself; functions inside it answer for themselves."""
    (function,) = ast.parse(dedent(inspect.getsource(derive))).body
    assert isinstance(function, ast.FunctionDef)
    inner = {id(node) for each in _inside(function) for node in ast.walk(each)}
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value is not None and id(node) not in inner:
            yield from node.value.values if isinstance(node.value, ast.Dict) else [node.value]


def _inside(function: ast.FunctionDef) -> list[ast.AST]:
    kinds = (ast.FunctionDef, ast.ClassDef, ast.Lambda)
    return [node for node in ast.walk(function) if isinstance(node, kinds) and node is not function]


def _states(derive: Derivation) -> bool:
    """Whether a proof contains a verdict that it did not find out."""
    return any(isinstance(answer, ast.Constant) for answer in _answers(derive))


@pytest.mark.parametrize("item", sorted(PROOFS))
def test_no_proof_states_a_verdict(item: str) -> None:
    assert list(_answers(PROOFS[item].derive)), "a proof has to answer"
    assert not _states(PROOFS[item].derive)


def test_a_stated_verdict_is_seen() -> None:
    def stated(folder: Path) -> Verdicts:
        return {"a": folder.exists(), "b": False}

    def found(folder: Path) -> Verdicts:
        def helper() -> bool:
            return True

        return {"a": folder.exists(), "b": not helper()}

    assert _states(stated)
    assert not _states(found)


def test_an_item_cannot_have_two_proofs() -> None:
    taken = next(iter(REGISTER))
    with pytest.raises(ValueError, match="two proofs"):
        proves(taken)(lambda folder: {})


def test_claims_are_held_against_what_was_observed() -> None:
    assert matching(3, {"a": 2, "b": 3}) == {"a": False, "b": True}


def test_attempts_that_raise_do_not_work() -> None:
    assert working({"a": lambda: 1 / 0, "b": lambda: 1}) == {"a": False, "b": True}
