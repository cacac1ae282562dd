"""Charts for the window: the same drawings, as SVG with the names of the window's fonts."""

from __future__ import annotations

import re
from io import StringIO

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing

_FAMILY = re.compile(r"font-family:\s*(?:'|&quot;|\")?([A-Za-z]+)-(Regular|Bold)(?:'|&quot;|\")?")
_CLIP = re.compile(r"<clipPath.*?</clipPath>|clip-path: url\(#clip\)", re.DOTALL)
"""The outline of the drawing: Qt would draw it as a black rectangle."""

_FAMILIES = {"NotoSans": "Noto Sans", "NotoSansJP": "Noto Sans JP", "JetBrainsMono": "JetBrains Mono"}
_WEIGHTS = {"Regular": "400", "Bold": "700"}


def svg(drawing: Drawing) -> bytes:
    """A drawing as SVG. reportlab names the font of a face, a browser and Qt want family and weight."""
    whole = _CLIP.sub("", _written(drawing)).replace("fill: None", "fill: none")
    return _FAMILY.sub(_named, whole).encode()


def _written(drawing: Drawing) -> str:
    """As `renderSVG.drawToString` does it, whose tree of nodes would stay until Python looks for rubbish."""
    target = StringIO()
    canvas = renderSVG.SVGCanvas((drawing.width, drawing.height))
    renderSVG.draw(drawing, canvas)
    canvas.save(target)
    canvas.doc.unlink()
    return target.getvalue()


def _named(found: re.Match[str]) -> str:
    family = _FAMILIES.get(found[1], found[1])
    return f"font-family: {family}; font-weight: {_WEIGHTS[found[2]]}"
