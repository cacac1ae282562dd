"""Colours are roles; a scheme gives each role its colour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One colour (#RRGGBB) a role.

    Text roles (text, muted, accent, good, bad, warn, flag) reach 4.5:1 on ground, surface, sunken
    and chosen; `control` reaches 3:1. `edge` is decoration and means nothing.
    """

    ground: str
    surface: str
    sunken: str
    text: str
    muted: str
    edge: str
    control: str
    accent: str
    on_accent: str
    chosen: str
    good: str
    bad: str
    warn: str
    flag: str
    mark: str
    dark: bool


LIGHT = Colours(
    ground="#F6F7F9",
    surface="#FFFFFF",
    sunken="#ECEFF3",
    text="#1A1D23",
    muted="#566070",
    edge="#D3D8E0",
    control="#7C8796",
    accent="#1B5FC1",
    on_accent="#FFFFFF",
    chosen="#E5EFFC",
    good="#18794E",
    bad="#B42318",
    warn="#8A5300",
    flag="#B54708",
    mark="#FFF0B3",
    dark=False,
)

DARK = Colours(
    ground="#13161B",
    surface="#1B1F26",
    sunken="#0E1014",
    text="#E9EBEE",
    muted="#A4ADBA",
    edge="#333B47",
    control="#76818F",
    accent="#82B4FF",
    on_accent="#0B1524",
    chosen="#1F3350",
    good="#67CB94",
    bad="#FF8A80",
    warn="#F2BC5E",
    flag="#FDA75D",
    mark="#5A4A00",
    dark=True,
)

HIGH_CONTRAST = Colours(
    ground="#000000",
    surface="#000000",
    sunken="#000000",
    text="#FFFFFF",
    muted="#FFFFFF",
    edge="#FFFFFF",
    control="#FFFFFF",
    accent="#FFE500",
    on_accent="#000000",
    chosen="#003B6F",
    good="#5CFF9D",
    bad="#FF9D9D",
    warn="#FFD27A",
    flag="#FFB066",
    mark="#6B5B00",
    dark=True,
)

SCHEMES = {"light": LIGHT, "dark": DARK, "contrast": HIGH_CONTRAST}


def scheme(name: str, *, system_dark: bool) -> Colours:
    """The colours of a scheme by name; "system", and any unknown name, follows the system."""
    return SCHEMES.get(name, DARK if system_dark else LIGHT)
