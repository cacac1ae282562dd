"""What a split of requests comes to."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-traffic-split-002")
def the_smallest_share_with_enough_outcomes(folder: Path) -> Verdicts:
    requests, known, delay, last = 5_000, 0.4, 2, 6
    outcomes = sum(requests * known for day in range(1, last + 1) if day + delay <= last)
    shares = {"share-10": 10, "share-17": 17, "share-25": 25, "share-40": 40}
    enough = [share for share in shares.values() if outcomes * share / 100 >= 2_000]
    return matching(min(enough), shares)


@proves("mla-traffic-split-003")
def customers_who_meet_both_versions(folder: Path) -> Verdicts:
    from fractions import Fraction
    from itertools import product

    shares = {"v6": Fraction(80, 100), "v7": Fraction(20, 100)}
    both = Fraction(0)
    for answers in product(shares, repeat=3):
        if len(set(answers)) == 2:
            both += shares[answers[0]] * shares[answers[1]] * shares[answers[2]]
    return matching(10_000 * both, {"none": 0, "share": 2_000, "both": 4_800, "any-new": 4_880})
