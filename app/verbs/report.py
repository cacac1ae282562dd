"""`rehearsal report`: the score report of an attempt as a PDF."""

from __future__ import annotations

import argparse

from app.core.scoring import score
from app.verbs.attempts import find
from app.verbs.words import paths_of


def run(options: argparse.Namespace) -> int:
    """Write the report; 1 when there is no such attempt."""
    from app.bootstrap import build

    services = build(paths_of(options), with_sample=True)
    attempt_id = find(services, options.attempt)
    if attempt_id is None:
        return 1
    result = score(services.desk.load(attempt_id).attempt)
    language = options.lang or services.preferences.current.interface_language or "en"
    services.save(options.pdf, services.documents.score_report(result, attempt_id, language))
    print(options.pdf)
    return 0
