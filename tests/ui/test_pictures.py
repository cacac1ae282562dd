"""Pictures in stems: what is in the text itself is shown, everything else is told in words."""

from __future__ import annotations

import base64

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.markup import Image
from app.ui.widgets.picture import MOST_BYTES, Picture, Placeholder, decoded, picture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0L40 20" {}/>{}</svg>'


def svg(attributes: str = "", inner: str = "") -> str:
    raw = SVG.format(attributes, inner).encode()
    return f"data:image/svg+xml;base64,{base64.b64encode(raw).decode()}"


def png(width: int, height: int) -> str:
    image, held, buffer = QImage(width, height, QImage.Format.Format_Mono), QByteArray(), QBuffer()
    image.fill(1)
    buffer.setBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return f"data:image/png;base64,{base64.b64encode(held.data()).decode()}"


def test_a_picture_in_the_text_is_shown_with_its_words_as_name(application: QApplication) -> None:
    shown = picture(Image("a rising line", svg()))
    assert isinstance(shown, Picture)
    assert shown.accessibleName() == "a rising line"


def test_a_picture_keeps_its_proportions_and_the_column(application: QApplication) -> None:
    shown = picture(Image("a square", png(300, 300)))
    assert shown.sizeHint().width() == shown.heightForWidth(5000) == 300
    assert shown.heightForWidth(120) == 120


@pytest.mark.parametrize(
    "source",
    [
        "images/x.svg",
        "https://a.example/x.png",
        "file:///etc/passwd",
        "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
        "data:image/png;base64,not base64",
        "data:image/png;base64,AAAA",
        "data:image/svg+xml;base64,AAAA",
        "data:image/svg+xml,%3Csvg/%3E",
        "data:text/html;base64,AAAA",
        "",
    ],
)
def test_everything_else_is_told_in_words(application: QApplication, source: str) -> None:
    shown = picture(Image("a matrix", source))
    assert isinstance(shown, Placeholder)
    assert shown.accessibleName() == "a matrix"


@pytest.mark.parametrize(
    ("attributes", "inner"),
    [
        ("", '<image href="file:///etc/passwd"/>'),
        ("", '<use xlink:href="other.svg#a"/>'),
        ("", "<script>x</script>"),
        ('fill="url(file:///a)"', ""),
        ("", '<a HREF="https://a.example"/>'),
    ],
)
def test_a_picture_that_reaches_out_is_refused(
    application: QApplication, attributes: str, inner: str
) -> None:
    assert decoded(svg(attributes, inner)).isNull()


def test_a_picture_may_refer_to_itself(application: QApplication) -> None:
    gradient = '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>'
    assert not decoded(svg(inner=f'{gradient}<rect width="9" height="9" fill="url(#g)"/>')).isNull()


def test_a_picture_that_is_too_heavy_or_too_large_is_refused(application: QApplication) -> None:
    assert decoded(svg(inner=f"<!-- {'x' * MOST_BYTES} -->")).isNull()
    assert decoded(svg(inner=" " * MOST_BYTES)).isNull()
    assert decoded(png(5000, 2)).isNull()
