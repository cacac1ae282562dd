"""`rehearsal report`: the score report or the answer review of an attempt as a PDF."""

from __future__ import annotations

import argparse

from app.core.picking import Filter
from app.core.scoring import score
from app.verbs.attempts import find
from app.verbs.words import paths_of


def run(options: argparse.Namespace) -> int:
    """Write the document; 1 when there is no such attempt."""
    from app.bootstrap import build

    services = build(paths_of(options), with_sample=True)
    attempt_id = find(services, options.attempt)
    if attempt_id is None:
        return 1
    result = score(services.desk.load(attempt_id).attempt)
    language = options.lang or services.preferences.current.interface_language or "en"
    documents, page = services.documents, options.paper
    if options.kind == "review":
        pdf = documents.answer_review(result, attempt_id, language, Filter(options.filter), page)
    else:
        pdf = documents.score_report(result, attempt_id, language, page)
    services.save(options.pdf, pdf)
    print(options.pdf)
    return 0
