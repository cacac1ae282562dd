"""The first schema: attempts, their events, outcomes and exposures."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("exam", sa.String, nullable=False),
        sa.Column("profile", sa.String, nullable=False),
        sa.Column("form", sa.String, nullable=False),
        sa.Column("candidate", sa.String, nullable=False),
        sa.Column("started_ms", sa.BigInteger, nullable=False),
        sa.Column("questions", sa.Integer, nullable=False),
    )
    op.create_table(
        "events",
        sa.Column("attempt_id", sa.String, sa.ForeignKey("attempts.id"), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("event_version", sa.Integer, nullable=False),
        sa.Column("wall_ms", sa.BigInteger, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "outcomes",
        sa.Column("attempt_id", sa.String, sa.ForeignKey("attempts.id"), primary_key=True),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("ended_ms", sa.BigInteger, nullable=False),
        sa.Column("used_ms", sa.BigInteger, nullable=False),
        sa.Column("correct", sa.Integer, nullable=False),
        sa.Column("questions", sa.Integer, nullable=False),
    )
    op.create_table(
        "exposures",
        sa.Column("attempt_id", sa.String, sa.ForeignKey("attempts.id"), primary_key=True),
        sa.Column("item_id", sa.String, primary_key=True),
        sa.Column("shown_ms", sa.BigInteger, nullable=False),
    )
