"""`rehearsal demo`: a simulated candidate sits an exam in the real window."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, TYPE_CHECKING

from app.core.ids import ItemId, OptionId
from app.services.ports import Trouble, TroubleKind
from app.system.display import why_no_window
from app.system.paths import paths_below
from app.verbs.words import complain, paths_of

if TYPE_CHECKING:
    from app.core.exam import Profile
    from app.services.services import Services

Told = Callable[[ItemId, Sequence[OptionId]], None]
CANDIDATE = "Simulated Candidate"


def run(options: argparse.Namespace, *, quiet: bool = False) -> int:
    """Sit the exam, or make the tour; 2 when it cannot be sat."""
    if options.tour:
        from app.verbs.tour import run as tour

        return tour(options)
    if options.exam is None:
        complain("demo needs --exam EXAM, or --tour.")
        return 2
    from app.bootstrap import build, lock_window, troubles

    if why_no_window() is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    paths = paths_below(options.out / "data") if options.data_dir is None else paths_of(options)
    with troubles(options.out):
        options.out.mkdir(parents=True, exist_ok=True)
    lock = lock_window(paths)
    if lock is None:
        complain(f"a window for {paths.data} is open already; close it first.")
        return 2
    try:
        services = build(paths, with_sample=options.exam == "sample")
        try:
            _sit(options, services, _profile(services, options.exam, options.profile))
        finally:
            services.close()  # Windows deletes no folder with an open file in it
    finally:
        lock.release()
    if not quiet:
        print(options.out)
    return 0


def _profile(services: Services, exam: str, wanted: str | None) -> Profile:
    """The profile to sit, or Trouble with the choices."""
    summaries = {summary.exam.id: summary for summary in services.banks.summaries()}
    summary = next((s for name, s in summaries.items() if name == exam), None)
    if summary is None:
        raise Trouble(TroubleKind.NO_SUCH_EXAM, detail=f"exams: {', '.join(summaries)}")
    profile = summary.exam.profile(wanted) if wanted else summary.exam.profiles[0]
    if profile is None:
        known = ", ".join(profile.id for profile in summary.exam.profiles)
        raise Trouble(TroubleKind.NO_SUCH_EXAM, detail=f"profiles of {exam}: {known}")
    lacking = summary.shortfalls(profile)
    if lacking:
        missing = ", ".join(f"{lack.stratum} {lack.available} of {lack.needed}" for lack in lacking)
        raise Trouble(TroubleKind.CANNOT_FILL, detail=missing)
    return profile


def _sit(options: argparse.Namespace, services: Services, profile: Profile) -> None:
    from app.ui.application import Desktop, make_application
    from app.ui.demo.candidate import Candidate
    from app.ui.demo.hands import Hands, NotThere

    language = options.lang or "en"
    services.preferences.override(
        candidate=CANDIDATE, question_language=language, comments_after=True, survey_after=True
    )
    application = make_application(sys.argv[:1])
    desktop = Desktop(application, services, language=language, seed=options.seed)
    met: list[Trouble] = []
    desktop.bridge.troubled.connect(met.append)
    desktop.show()
    with _trace(options.trace) as file:
        candidate = Candidate(
            Hands(desktop.window), desktop.bridge, options.skill, options.seed, _teller(file), options.out
        )
        chosen = None if profile.id == _default(services, options.exam) else profile.id
        try:
            attempt_id = candidate.sit(options.exam, chosen)
        except NotThere as lost:
            # A window that reports a trouble is not where the candidate looks for it.
            raise met[-1] if met else Trouble(TroubleKind.OTHER, detail=str(lost)) from lost
    _leave_results(services, attempt_id, language, options.out)
    desktop.window.close()


def _default(services: Services, exam: str) -> str:
    return next(s.exam.profiles[0].id for s in services.banks.summaries() if s.exam.id == exam)


def _trace(path: Path | None) -> AbstractContextManager[IO[str] | None]:
    from app.bootstrap import troubles

    if path is None:
        return nullcontext()
    with troubles(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("a", encoding="utf-8")


def _teller(file: IO[str] | None) -> Told:
    def tell(item: ItemId, chosen: Sequence[OptionId]) -> None:
        if file is not None:
            file.write(json.dumps({"item": item, "chosen": list(chosen)}) + "\n")
            file.flush()

    return tell


def _leave_results(services: Services, attempt_id: str, language: str, out: Path) -> None:
    from app.core.ids import AttemptId
    from app.core.scoring import score
    from app.verbs.attempt_plain import attempt_plain

    attempt = services.desk.load(AttemptId(attempt_id)).attempt
    plain = attempt_plain(AttemptId(attempt_id), attempt, services.clock.now())
    text = json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
    services.save(out / "attempt.json", text.encode())
    document = services.documents.score_report(score(attempt), AttemptId(attempt_id), language)
    services.save(out / "score-report.pdf", document)
