"""Tests, which mirror app/."""
