"""Look whether a window can be opened, before Qt aborts the program over it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

WITHOUT_SCREEN = ("offscreen", "minimal", "vnc")


def platform_named() -> str:
    """The Qt platform asked for in the environment, without its options; empty when none is."""
    return os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]


def why_no_window() -> str | None:
    """Why no window can be opened here, in words with the cure; None when one can."""
    if not sys.platform.startswith("linux") or platform_named() in WITHOUT_SCREEN:
        return None
    if os.environ.get("WAYLAND_DISPLAY") and platform_named() in {"", "wayland"}:
        return None
    display = os.environ.get("DISPLAY", "")
    if not display:
        return (
            "there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Start Rehearsal from a desktop "
            "session, or set QT_QPA_PLATFORM=offscreen to run it without a screen."
        )
    return _missing_library() or _unreachable(display)


def _missing_library() -> str | None:
    """Load Qt's X11 platform as Qt would: the loader names the first library that is missing."""
    import ctypes
    from importlib.util import find_spec

    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        return "PySide6 is not installed. Install Rehearsal again."
    plugin = Path(spec.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if not plugin.exists():
        return None
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return (
            f"a system library that windows need is missing: {error}. On Debian and Ubuntu install "
            "libgl1 libegl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 "
            "libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1."
        )
    return None


def _unreachable(display: str) -> str | None:
    """Ask the X library to connect, as Qt is about to; it answers instead of aborting."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return None
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection) != 0
    xcb.xcb_disconnect(connection)
    if failed:
        return (
            f"the display {display!r} cannot be reached. Start Rehearsal from a desktop session, or set "
            "QT_QPA_PLATFORM=offscreen to run it without a screen."
        )
    return None
