"""`rehearsal` without a verb, or to open a file: the window, the self-check, the measured start."""

from __future__ import annotations

import argparse
import gc
import sys
from functools import partial
from typing import TYPE_CHECKING

from app.system.crash import crashes_to
from app.system.display import why_no_window
from app.system.instance import InstanceLock
from app.verbs.words import complain, paths_of, trouble_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.services.ports import Trouble
    from app.ui.application import Desktop
    from app.ui.mistakes import Mistakes

FAILED = 70
"""The exit code after a mistake of ours (EX_SOFTWARE of sysexits.h)."""


def run(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed."""
    if options.self_check:
        from app.verbs.self_check import run as check

        return check(options)
    reason = why_no_window()
    if reason is not None:
        complain(reason)
        return 2
    paths = paths_of(options)
    from app.bootstrap import lock_window
    from app.services.ports import Trouble

    trouble = None
    try:
        lock = lock_window(paths, options.file)
    except Trouble as met:
        # Whoever starts from a desktop sees no terminal: the window opens, and says it.
        complain(trouble_words(met))
        lock, trouble = None, met
    if lock is None and trouble is None:
        complain(f"the window for {paths.data} is open already; it has been asked to come to the front.")
        return 0
    crashes_to(paths.logs)
    try:
        code = _open(options, lock, trouble)
    finally:
        if lock is not None:
            lock.release()
    from app.ui.leaving import AGAIN

    if code != AGAIN:
        return code
    from app.system import again

    again.start(_words_again(options))
    return 0


def _words_again(options: argparse.Namespace) -> list[str]:
    """What the next start is told: the same folder and language, and to resume."""
    words = ["--resume"]
    if options.data_dir is not None:
        words += ["--data-dir", str(options.data_dir.absolute())]
    if options.lang is not None:
        words += ["--lang", options.lang]
    return words


def _after_paint(options: argparse.Namespace) -> None:
    """What the first paint need not wait for: the log, and the collection of garbage."""
    from app.system.logs import log_to

    gc.freeze()
    gc.enable()
    log_to(paths_of(options).logs)


def _open(options: argparse.Namespace, lock: InstanceLock | None, trouble: Trouble | None) -> int:
    """Stay until the window is closed; 2 when its folder is no use, which it says, 70 when there is none."""
    from app.ui.application import make_application
    from app.ui.mistakes import Mistakes

    application = make_application(sys.argv[:1])
    mistakes = Mistakes()
    mistakes.listen()
    try:
        desktop = _enter(options, application, mistakes, lock, trouble)
    except Exception as error:
        if options.quit_after_start:
            raise
        return _tell_only(options, application, mistakes, error)
    mistakes.window = desktop.window
    # Whatever else is open, a dialog of the system's perhaps: without its window the program has no work.
    desktop.window.closed.connect(partial(application.exit, 0))
    code = application.exec()
    desktop.bridge.services.close()
    desktop.flow.upkeep.back_up()
    return 2 if trouble is not None else code


def _enter(
    options: argparse.Namespace,
    application: QApplication,
    mistakes: Mistakes,
    lock: InstanceLock | None,
    trouble: Trouble | None,
) -> Desktop:
    """The window, shown, with whatever the start was asked for."""
    from PySide6.QtCore import QTimer

    from app.bootstrap import build
    from app.ui.application import AFTER_PAINT_MS, Desktop, FirstPaint

    paths = paths_of(options)
    desktop = Desktop(application, build(paths), language=options.lang or "", seed=options.seed)
    mistakes.again.connect(desktop.flow.leaving.come_back)
    if lock is not None:
        desktop.listen(paths.data, lock.take)
    if options.quit_after_start:
        FirstPaint(desktop.window).painted.connect(partial(application.exit, 0))  # quit() asks an exam first
    desktop.show()
    if options.file is not None:
        desktop.open_file(str(options.file.absolute()))
    if trouble is not None:
        desktop.bridge.troubled.emit(trouble)
    elif options.resume:
        desktop.flow.upkeep.check()  # what a lost log held belongs before what is done from now on
        desktop.flow.resume_unfinished()
    QTimer.singleShot(AFTER_PAINT_MS, partial(_after_paint, options))
    return desktop


def _tell_only(
    options: argparse.Namespace, application: QApplication, mistakes: Mistakes, error: Exception
) -> int:
    """There is no window to tell of a mistake in: the dialog stands alone, until it is read."""
    from app.ui.leaving import AGAIN

    _after_paint(options)
    mistakes.again.connect(partial(application.exit, AGAIN))
    mistakes.hear(type(error), error, error.__traceback__)
    return application.exec() or FAILED
