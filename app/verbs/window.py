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
    from app.services.ports import Trouble


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
    from app.ui.application import AGAIN

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
    """Stay until the window is closed; 2 when its folder is no use, which it says."""
    from PySide6.QtCore import QTimer

    from app.bootstrap import build
    from app.ui.application import AFTER_PAINT_MS, Desktop, FirstPaint, make_application, tell_of_bugs

    application = make_application(sys.argv[:1])
    tell_of_bugs()
    services = build(paths_of(options))
    desktop = Desktop(application, services, language=options.lang or "", seed=options.seed)
    if lock is not None:
        desktop.listen(paths_of(options).data, lock.take)
    if options.quit_after_start:
        FirstPaint(desktop.window).painted.connect(partial(application.exit, 0))  # quit() asks an exam first
    desktop.show()
    if options.file is not None:
        desktop.open_file(str(options.file.absolute()))
    if trouble is not None:
        desktop.bridge.troubled.emit(trouble)
    elif options.resume:
        desktop.flow.resume_unfinished()
    QTimer.singleShot(AFTER_PAINT_MS, partial(_after_paint, options))
    code = application.exec()
    services.close()
    desktop.flow.upkeep.back_up()
    return 2 if trouble is not None else code
