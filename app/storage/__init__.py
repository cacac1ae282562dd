"""Attempts on disk: an append-only journal in SQLite. Importing this room imports no SQLAlchemy."""
