"""Rehearsal: sit a full, timed mock certification exam, offline."""

__version__ = "0.1.0"
