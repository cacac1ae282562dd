"""The flag in lists: one picture a colour, however many rows show it."""

from __future__ import annotations

import pytest

from app.ui.theme.scheme import DARK, LIGHT
from app.ui.widgets.status_mark import flag_icon


@pytest.mark.usefixtures("application")
def test_rows_share_one_picture_since_qt_keeps_a_copy_of_each_that_was_shown() -> None:
    shown = {flag_icon(LIGHT).pixmap(14, 18).cacheKey() for _ in range(60)}
    assert len(shown) == 1


@pytest.mark.usefixtures("application")
def test_each_scheme_has_a_flag_in_its_own_colour() -> None:
    light, dark = (flag_icon(colours).pixmap(14, 18).toImage() for colours in (LIGHT, DARK))
    assert light != dark
    assert not light.allGray()
