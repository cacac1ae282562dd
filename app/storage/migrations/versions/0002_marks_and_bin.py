"""Marks of ended attempts, so that statistics need no events, and the bin."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "marks",
        sa.Column("attempt_id", sa.String, sa.ForeignKey("attempts.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("item_id", sa.String, nullable=False),
        sa.Column("topic", sa.String, nullable=False),
        sa.Column("domain", sa.String, nullable=False),
        sa.Column("section", sa.String, nullable=False),
        sa.Column("shown", sa.Integer, nullable=False),
        sa.Column("correct", sa.Integer, nullable=False),
        sa.Column("spent_ms", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "bin_moves",
        sa.Column("attempt_id", sa.String, sa.ForeignKey("attempts.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("wall_ms", sa.BigInteger, nullable=False),
    )
