"""`rehearsal` without a verb: the window, the self-check, the measured start."""

from __future__ import annotations

import argparse
import gc
import sys
from functools import partial

from app.system.crash import crashes_to
from app.system.display import why_no_window
from app.system.instance import InstanceLock
from app.verbs.words import complain, paths_of


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

    lock = lock_window(paths)
    if lock is None:
        complain(f"the window for {paths.data} is open already; it has been asked to come to the front.")
        return 0
    crashes_to(paths.logs)
    try:
        return _open(options, lock)
    finally:
        lock.release()


def _after_paint(options: argparse.Namespace) -> None:
    """What the first paint need not wait for: the log, and the collection of garbage."""
    from app.system.logs import log_to

    gc.freeze()
    gc.enable()
    log_to(paths_of(options).logs)


def _open(options: argparse.Namespace, lock: InstanceLock) -> int:
    from PySide6.QtCore import QTimer

    from app.bootstrap import build
    from app.ui.application import AFTER_PAINT_MS, Desktop, FirstPaint, make_application, tell_of_bugs

    application = make_application(sys.argv[:1])
    tell_of_bugs()
    services = build(paths_of(options))
    desktop = Desktop(application, services, language=options.lang or "", seed=options.seed)
    desktop.raise_on(lock.wish)
    if options.quit_after_start:
        FirstPaint(desktop.window).painted.connect(application.quit)
    desktop.show()
    QTimer.singleShot(AFTER_PAINT_MS, partial(_after_paint, options))
    code = application.exec()
    services.close()
    desktop.flow.upkeep.back_up()
    return code
