"""The design system: colours by role, one type scale, one spacing scale."""

from app.ui.theme.active import active, apply
from app.ui.theme.scheme import HIGH_CONTRAST, SCHEMES, Colours, scheme
from app.ui.theme.values import Theme

__all__ = ["HIGH_CONTRAST", "SCHEMES", "Colours", "Theme", "active", "apply", "scheme"]
