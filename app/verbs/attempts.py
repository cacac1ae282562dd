"""`rehearsal attempts` and `rehearsal attempts show`."""

from __future__ import annotations

import argparse
from typing import Any

from app.core.history import Head
from app.core.ids import AttemptId
from app.services.ports import Trouble, TroubleKind
from app.services.services import Services
from app.verbs.attempt_plain import attempt_plain, iso
from app.verbs.words import complain, paths_of, print_json


def run(options: argparse.Namespace) -> int:
    """List attempts, or show one."""
    from app.bootstrap import build

    services = build(paths_of(options), with_sample=True)
    if options.attempt is not None:
        return _show(services, options)
    heads = services.archive.heads()
    if options.json:
        print_json([_plain(head) for head in heads])
    elif not heads:
        print("No attempts yet.")
    else:
        for head in heads:
            print(_line(head))
    return 0


def find(services: Services, wanted: str) -> AttemptId | None:
    """The attempt of an id, or the newest one for "latest"; None, with words, when there is none."""
    heads = services.archive.heads()
    if wanted == "latest":
        found = heads[0].id if heads else None
    else:
        found = next((head.id for head in heads if head.id == wanted), None)
    if found is None:
        complain(
            "there are no attempts yet."
            if not heads
            else f"there is no attempt {wanted!r}; “rehearsal attempts” lists them."
        )
    return found


def _show(services: Services, options: argparse.Namespace) -> int:
    attempt_id = find(services, options.attempt)
    if attempt_id is None:
        return 1
    try:
        state = services.desk.load(attempt_id).attempt
    except Trouble as trouble:
        if trouble.kind is TroubleKind.NO_SUCH_ATTEMPT:
            return 1
        raise
    plain = attempt_plain(attempt_id, state, services.clock.now())
    if options.json:
        print_json(plain)
    else:
        _print(plain)
    return 0


def _print(plain: dict[str, Any]) -> None:
    for name in ("id", "exam", "profile", "form", "candidate", "state", "end_reason", "started", "ended"):
        print(f"{name}: {plain[name]}")
    print(f"score: {plain['correct']} of {plain['questions']}, used {plain['used_seconds']:.0f} s")
    for item in plain["items"]:
        mark = "right" if item["correct"] else "wrong"
        flag = " flagged" if item["flagged"] else ""
        chosen = ", ".join(item["chosen"]) or "-"
        print(f"{item['number']:3} {item['id']}  {mark}  chosen {chosen}  {item['seconds']:.0f} s{flag}")


def _plain(head: Head) -> dict[str, Any]:
    return {
        "id": head.id,
        "exam": head.exam,
        "profile": head.profile,
        "form": head.form,
        "candidate": head.candidate,
        "started": iso(head.started_ms),
        "ended": iso(head.ended_ms) if head.ended_ms is not None else None,
        "end_reason": head.reason,
        "used_seconds": head.used_ms / 1000 if head.used_ms is not None else None,
        "correct": head.correct,
        "questions": head.questions,
    }


def _line(head: Head) -> str:
    state = f"{head.correct} of {head.questions}, {head.reason}" if head.reason else "unfinished"
    return f"{head.id}  {iso(head.started_ms)}  {head.exam} {head.profile}  {head.form}  {state}"
