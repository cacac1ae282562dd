"""The tables. Rows are inserted, never updated; those of an attempt leave the bin together. Portable SQL."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, String, Table, Text

metadata = MetaData()

attempts = Table(
    "attempts",
    metadata,
    Column("id", String, primary_key=True),
    Column("exam", String, nullable=False),
    Column("profile", String, nullable=False),
    Column("form", String, nullable=False),
    Column("candidate", String, nullable=False),
    Column("started_ms", BigInteger, nullable=False),
    Column("questions", Integer, nullable=False),
)
"""One row an attempt, written with its first event."""

events = Table(
    "events",
    metadata,
    Column("attempt_id", String, ForeignKey("attempts.id"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    Column("event_version", Integer, nullable=False),
    Column("wall_ms", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
)
"""The record. `version` counts an attempt's events from 1; `body` is JSON (see event_codec)."""

outcomes = Table(
    "outcomes",
    metadata,
    Column("attempt_id", String, ForeignKey("attempts.id"), primary_key=True),
    Column("reason", String, nullable=False),
    Column("ended_ms", BigInteger, nullable=False),
    Column("used_ms", BigInteger, nullable=False),
    Column("correct", Integer, nullable=False),
    Column("questions", Integer, nullable=False),
)
"""One row an ended attempt, written with its last event."""

exposures = Table(
    "exposures",
    metadata,
    Column("attempt_id", String, ForeignKey("attempts.id"), primary_key=True),
    Column("item_id", String, primary_key=True),
    Column("shown_ms", BigInteger, nullable=False),
)
"""The items met in each ended attempt; `shown_ms` is when that attempt ended."""

marks = Table(
    "marks",
    metadata,
    Column("attempt_id", String, ForeignKey("attempts.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("item_id", String, nullable=False),
    Column("topic", String, nullable=False),
    Column("domain", String, nullable=False),
    Column("section", String, nullable=False),
    Column("shown", Integer, nullable=False),
    Column("correct", Integer, nullable=False),
    Column("spent_ms", BigInteger, nullable=False),
)
"""The questions of each ended attempt, `number` from 1: derived from its events when first asked for."""

bin_moves = Table(
    "bin_moves",
    metadata,
    Column("attempt_id", String, ForeignKey("attempts.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("wall_ms", BigInteger, nullable=False),
)
"""One row a move of an attempt, `number` from 1: the odd ones lead into the bin, the even ones back."""

OF_AN_ATTEMPT = (events, outcomes, exposures, marks, bin_moves)
"""The tables that hold rows of an attempt besides its own, each by `attempt_id`."""

alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), primary_key=True),
)
"""Alembic's own table, described here so that a new file needs no alembic to be stamped."""
