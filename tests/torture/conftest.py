"""The application as for the tests of the window."""

from __future__ import annotations

from tests.ui.conftest import application

__all__ = ["application"]
