"""The command line: arguments, exit codes. Answers --version and --help without Qt.

Exit codes: 0 done; 1 the answer is no (problems found, no such attempt); 2 wrong use, or the world failed.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from app import __version__

if TYPE_CHECKING:
    from datetime import date

WINDOW = "window"
_WITH_VALUE = {"--data-dir", "--lang", "--seed"}


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    arguments = _with_verb(arguments)
    try:
        options = parser(with_verbs=_mentions_verbs(arguments)).parse_args(list(arguments))
    except SystemExit as leaving:
        return int(leaving.code or 0)
    if options.module == WINDOW:
        gc.disable()  # searching for garbage among modules being loaded slows the start; on after the paint
    verb = importlib.import_module(f"app.verbs.{options.module}")
    try:
        return int(verb.run(options))
    except KeyboardInterrupt:
        return 2
    except BrokenPipeError:
        # Whoever read our output has left: no traceback at exit either.
        sys.stdout = None
        return 0
    except Exception as error:
        return _failed(error)


def _failed(error: Exception) -> int:
    """A Trouble in words; anything else is a bug and keeps its traceback."""
    from app.services.ports import Trouble

    if not isinstance(error, Trouble):
        raise error
    from app.verbs.words import trouble_words

    print(f"rehearsal: {trouble_words(error)}", file=sys.stderr)
    return 2


class _Help(argparse.HelpFormatter):
    """Of a fixed width: asking for the terminal's would import shutil at every start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=100)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        print(f"rehearsal: {message}\nTry: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


def _mentions_verbs(arguments: Sequence[str]) -> bool:
    """Whether the grammar of the verbs is needed: the bare window starts without making it."""
    return any(not word.startswith("-") or word in {"-h", "--help"} for word in arguments)


def _with_verb(arguments: Sequence[str]) -> Sequence[str]:
    """A desktop calls us with nothing but the file that somebody has opened: that means `open FILE`."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("-"):
        at += 2 if arguments[at] in _WITH_VALUE else 1
    if at < len(arguments):
        from app.core.packages import SUFFIX

        if arguments[at].lower().endswith(SUFFIX):
            return [*arguments[:at], "open", *arguments[at:]]
    return arguments


def parser(*, with_verbs: bool = True) -> argparse.ArgumentParser:
    """The grammar. Global options stand before or after the verb."""
    common = argparse.ArgumentParser(add_help=False, formatter_class=_Help)
    _add_common(common, argparse.SUPPRESS)
    main = _Parser(
        prog="rehearsal",
        description="Sit a full, timed mock certification exam, offline. Without a verb, opens the window.",
        epilog="Not affiliated with Databricks.",
        formatter_class=_Help,
    )
    _add_common(main, None)
    main.add_argument("--version", action="version", version=f"rehearsal {__version__}")
    main.add_argument("--self-check", action="store_true", help="check this installation and leave")
    main.add_argument(
        "--quit-after-start", action="store_true", help="leave as soon as the window is painted"
    )
    main.add_argument("--resume", action="store_true", help="go on at once with the exam that is under way")
    main.add_argument(
        "--seed", metavar="N", type=int, help="draw each paper by this number, to have the same one again"
    )
    main.set_defaults(module=WINDOW, file=None)
    if not with_verbs:
        return main
    verbs: _Verbs[argparse.ArgumentParser] = main.add_subparsers(  # type: ignore[assignment]
        title="verbs", metavar="VERB"
    )
    _add_open(verbs, common)
    _add_lists(verbs, common)
    _add_report(verbs, common)
    _add_history(verbs, common)
    _add_demo(verbs, common)
    _add_doctor(verbs, common)
    return main


def _add_common(target: argparse.ArgumentParser, default: str | None) -> None:
    target.add_argument(
        "--data-dir",
        metavar="DIR",
        type=Path,
        default=default,
        help="keep all data below DIR instead of the usual place",
    )
    target.add_argument(
        "--lang", metavar="LANG", choices=("en", "ja"), default=default, help="language: en or ja"
    )


_Verbs = argparse._SubParsersAction  # noqa: SLF001


def _add_open(verbs: _Verbs[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    verb = verbs.add_parser(
        "open",
        parents=[common],
        help="open the window and show what is in a packed bank, to be installed",
        description="Opens the window, or asks the one that is open, to show what is in a packed bank. "
        "Nothing is installed before you say so there. “rehearsal FILE” does the same.",
    )
    verb.add_argument("file", metavar="FILE", type=Path, help="NAME.rehearsalbank")
    verb.set_defaults(module=WINDOW)


def _add_lists(verbs: _Verbs[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    exams = verbs.add_parser(
        "exams", parents=[common], help="list exams, profiles, and items per domain and topic"
    )
    exams.add_argument("--json", action="store_true", help="print JSON")
    exams.set_defaults(module="exams")
    bank = verbs.add_parser("bank", parents=[common], help="look after question banks")
    bank_verbs = bank.add_subparsers(title="verbs", metavar="VERB", required=True)
    check = bank_verbs.add_parser(
        "check", parents=[common], help="read and judge a bank, list every problem; exit 1 if one is an error"
    )
    check.add_argument(
        "path", metavar="PATH", nargs="?", type=Path, help="banks folder, bank folder or topic file"
    )
    check.add_argument("--json", action="store_true", help="print JSON")
    check.add_argument(
        "--today", metavar="DATE", type=_day, help="the day that decides which references are old (today)"
    )
    check.set_defaults(module="bank_check")
    _add_sheets(bank_verbs, common)
    _add_packages(bank_verbs, common)
    attempts = verbs.add_parser("attempts", parents=[common], help="list attempts, newest first")
    attempts.add_argument("--json", action="store_true", help="print JSON")
    attempts.set_defaults(module="attempts", attempt=None)
    attempt_verbs = attempts.add_subparsers(title="verbs", metavar="VERB")
    show = attempt_verbs.add_parser("show", parents=[common], help="show one attempt with its items")
    show.add_argument("attempt", metavar="ATTEMPT", help="an attempt id, or latest")
    show.add_argument("--json", action="store_true", help="print JSON")
    show.set_defaults(module="attempts")


def _add_sheets(verbs: _Verbs[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    sheet = verbs.add_parser(
        "sheet", parents=[common], help="write items without keys, for somebody to solve or to guess"
    )
    sheet.add_argument(
        "--kind",
        choices=("blind", "cover"),
        required=True,
        help="blind: stem and options; cover: options alone",
    )
    sheet.add_argument("--exam", metavar="EXAM", help="mla, mlp or sample; all but the sample")
    sheet.add_argument("--topic", metavar="TOPIC", nargs="+", default=[], help="these topics alone")
    sheet.add_argument("--ids", metavar="ID", nargs="+", default=[], help="these items alone")
    sheet.add_argument("--sample", metavar="N", type=_count, help="so many of them, chosen by the seed")
    sheet.add_argument(
        "--seed", metavar="S", type=int, default=1, help="fixes sample and order of options (1)"
    )
    sheet.add_argument("--out", metavar="SHEET", type=Path, required=True, help="the Markdown file to write")
    sheet.add_argument("--banks", metavar="DIR", type=Path, help="a banks folder other than the shipped one")
    sheet.set_defaults(module="bank_sheet")
    mark = verbs.add_parser(
        "mark",
        parents=[common],
        help="compare the answers to a sheet with the keys; exit 1 if one is missing",
    )
    mark.add_argument("sheet", metavar="SHEET", type=Path, help="the file that “bank sheet” wrote")
    mark.add_argument(
        "answers", metavar="ANSWERS", type=Path, help="the filled sheet, or lines “number: letters”"
    )
    mark.add_argument("--json", action="store_true", help="print JSON")
    mark.add_argument(
        "--force", action="store_true", help="mark what is unchanged although the bank has changed"
    )
    mark.add_argument("--banks", metavar="DIR", type=Path, help="a banks folder other than the shipped one")
    mark.set_defaults(module="bank_mark")


def _add_packages(verbs: _Verbs[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    pack = verbs.add_parser("pack", parents=[common], help="write a bank as one file, to be handed on")
    pack.add_argument("folder", metavar="FOLDER", type=Path, help="the bank's folder")
    pack.add_argument("--out", metavar="FILE", type=Path, required=True, help="NAME.rehearsalbank")
    pack.set_defaults(module="bank_package", action="pack")
    install = verbs.add_parser(
        "install",
        parents=[common],
        help="check a packed bank and add it to your own; exit 1 if it has errors",
    )
    install.add_argument("file", metavar="FILE", type=Path, help="NAME.rehearsalbank")
    install.set_defaults(module="bank_package", action="install")
    remove = verbs.add_parser("remove", parents=[common], help="remove an installed bank; attempts stay")
    remove.add_argument("exam", metavar="ID", help="the id of an installed exam")
    remove.set_defaults(module="bank_package", action="remove")


def _add_report(verbs: _Verbs[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    report = verbs.add_parser(
        "report", parents=[common], help="write the score report or the answer review of an attempt"
    )
    report.add_argument("attempt", metavar="ATTEMPT", help="an attempt id, or latest")
    report.add_argument("--pdf", metavar="FILE", type=Path, required=True, help="the PDF to write")
    report.add_argument(
        "--kind",
        choices=("score", "review"),
        default="score",
        help="score: one or two pages without the text of a question (the default); review: every question",
    )
    report.add_argument(
        "--filter",
        choices=("all", "wrong", "flagged", "commented"),
        default="all",
        help="which questions a review shows (all)",
    )
    _add_paper(report)
    report.set_defaults(module="report")
    progress = verbs.add_parser(
        "progress", parents=[common], help="write the progress report over all finished attempts"
    )
    progress.add_argument("--pdf", metavar="FILE", type=Path, required=True, help="the PDF to write")
    progress.add_argument("--exam", metavar="EXAM", help="mla, mlp or sample; all that were sat")
    progress.add_argument(
        "--since", metavar="DATE", type=_day, help="leave out what was begun before that day (2026-11-23)"
    )
    _add_paper(progress)
    progress.set_defaults(module="progress")


def _add_paper(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--paper", choices=("a4", "letter"), default="a4", help="the size of the paper (a4)")


def _add_history(verbs: _Verbs[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    history = verbs.add_parser("history", parents=[common], help="carry all attempts to another computer")
    acts = history.add_subparsers(title="verbs", metavar="VERB", required=True)
    for act, said in (
        ("export", "write all attempts to one file, but for those in the bin"),
        ("import", "add the attempts in such a file to those here; doing it again changes nothing"),
    ):
        verb = acts.add_parser(act, parents=[common], help=said)
        verb.add_argument("file", metavar="FILE", type=Path, help="the file, such as all.rehearsal")
        verb.set_defaults(module="history", act=act)


def _add_demo(verbs: _Verbs[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    demo = verbs.add_parser(
        "demo",
        parents=[common],
        help="let a simulated candidate sit an exam in the real window",
        description="A simulated candidate sits a whole exam in the real window, by clicks and keys; "
        "offscreen when there is no display. Leaves the score report, a screenshot of every screen and "
        "attempt.json in DIR. Without --data-dir the attempt is kept in DIR/data, apart from your own. With "
        "--tour: pictures of every screen in every language and colour scheme, and index.html.",
    )
    demo.add_argument("--exam", metavar="EXAM", help="mla, mlp or sample; with --tour mla unless given")
    demo.add_argument("--tour", action="store_true", help="take pictures of every screen instead")
    demo.add_argument("--profile", metavar="PROFILE", help="a profile id; the exam's default one")
    demo.add_argument("--seed", metavar="N", type=int, default=1, help="fixes paper and candidate (1)")
    demo.add_argument(
        "--skill", metavar="S", type=_share, default=0.75, help="share of right answers, 0..1 (0.75)"
    )
    demo.add_argument("--out", metavar="DIR", type=Path, required=True, help="where the results go")
    demo.add_argument(
        "--trace",
        metavar="FILE",
        type=Path,
        help='append a JSON line {"item", "chosen"} each time the window has shown an answer as given',
    )
    demo.set_defaults(module="demo")


def _add_doctor(verbs: _Verbs[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    doctor = verbs.add_parser(
        "doctor",
        parents=[common],
        help="check program, folders, database, backups, banks and fonts; exit 1 if there is a fault",
        description="Looks at everything that Rehearsal needs and says what is wrong, with the cure. Changes "
        "nothing without --repair.",
    )
    doctor.add_argument("--json", action="store_true", help="print JSON")
    doctor.add_argument(
        "--repair",
        action="store_true",
        help="restore a damaged database from its newest sound backup, make the cache anew; asks before",
    )
    doctor.add_argument("--yes", action="store_true", help="repair without asking")
    doctor.set_defaults(module="doctor")


def _day(text: str) -> date:
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-11-23") from None


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1")
    return int(text)


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return share
