"""Screen readers that read on while pages come and go: the program must outlive whatever they ask for.

Needs X and AT-SPI, as `tests/accessibility`; `docs/reliability.md` tells what this once found.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

from tests.accessibility import place
from tests.torture.trial import Finding, Trial

LONG_RUN = 400
"""Ways from the result to the answers and back."""
WANDERERS = "tests.accessibility.wanderers"
START_S, ROUND_S = 180, 30
"""So long an exam may take that is sat through the interface, and each way there and back."""


def torture(trial: Trial) -> Iterator[Finding]:
    """One program, one display, three readers."""
    reason = place.missing()
    if reason:
        yield Finding("reader", f"{reason}; on Debian and Ubuntu: apt-get install {place.PACKAGES}")
        return
    rounds = LONG_RUN if trial.rounds is None else trial.rounds
    with place.x_server() as display:
        try:
            done = place.read_out(WANDERERS, [str(rounds)], display, trial.folder, START_S + ROUND_S * rounds)
        except subprocess.TimeoutExpired:
            yield Finding("reader", f"stood still: {rounds} rounds had {START_S + ROUND_S * rounds} s")
            return
    told = place.told(done)
    if told is None:
        yield Finding("reader", done.stderr[-1500:])
        return
    trial.figures["ways there and back"] = str(told["rounds"])
    if "lost" in told:
        ended = f"{told['lost']}; the program ended with {told['ended']}"
        yield Finding(f"round {told['rounds']}", f"{ended}: {place.crash_log(trial.folder)[-1500:]}")
