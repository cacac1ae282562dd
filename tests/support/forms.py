"""Forms as a candidate meets them: drawn one after the other, each with what came before in mind."""

from __future__ import annotations

from random import Random

from app.core.bank import Bank
from app.core.drawing import Exposure
from app.core.exam import Profile
from app.core.ids import ItemId
from app.core.paper import Paper, draw


def drawn_in_turn(bank: Bank, profile: Profile, forms: int, seed: int) -> list[Paper]:
    """So many papers, each drawn after the candidate has met those before it."""
    met: dict[ItemId, Exposure] = {}
    papers = []
    for turn in range(forms):
        paper = draw(bank, profile, met, seed + turn, Random(seed * 1000 + turn))
        assert isinstance(paper, Paper)
        papers.append(paper)
        for question in paper.questions:
            before = met.get(question.item.id, Exposure(0, 0))
            met[question.item.id] = Exposure(before.count + 1, turn)
    return papers


def expected(paper: Paper) -> float:
    """The score that a barely competent candidate is expected to reach, in questions."""
    return sum(question.item.difficulty for question in paper.questions)
