"""The bin: attempts that were deleted can be had back for a while, then everything of them is removed."""

from __future__ import annotations

from app.core.history import Binned
from app.core.ids import AttemptId
from app.services.ports import Trouble, TroubleKind
from app.storage.errors import troubles
from app.storage.heads import HEADS, SqlArchive, head_of
from app.storage.recent import Recent
from app.storage.store import Store

MOVED = """
SELECT attempt_id, MAX(wall_ms) FROM bin_moves GROUP BY attempt_id HAVING COUNT(*) % 2 = 1
"""


class SqlBin:
    """Moves attempts into the bin and out of it; a missing file is an empty bin."""

    def __init__(self, store: Store, archive: SqlArchive, recent: Recent) -> None:
        self._store = store
        self._archive = archive
        self._recent = recent

    def binned(self) -> tuple[Binned, ...]:
        """What lies in the bin, what was put there last first."""
        with troubles(self._store.path):
            moved: dict[str, int] = {str(row[0]): int(row[1]) for row in self._archive.rows(MOVED)}
            heads = [head_of(row) for row in self._archive.rows(HEADS.format(binned=1))]
        found = (Binned(head, moved[head.id]) for head in heads if head.id in moved)
        return tuple(sorted(found, key=lambda one: (-one.binned_ms, one.head.id)))

    def put(self, attempt: AttemptId, wall_ms: int) -> None:
        """Put an attempt into the bin; nothing when it lies there."""
        self._move(attempt, wall_ms, into=True)

    def restore(self, attempt: AttemptId, wall_ms: int) -> None:
        """Take an attempt out of the bin; nothing when it does not lie there."""
        self._move(attempt, wall_ms, into=False)

    def purge(self, before_ms: int) -> int:
        """Remove everything of what was put into the bin before a moment; how many attempts that were."""
        old = [one.head.id for one in self.binned() if one.binned_ms < before_ms]
        if not old:
            return 0
        from app.storage import records

        gone = []
        with self._store.writing() as connection:
            for attempt in old:
                if records.moves_of(connection, attempt) % 2:
                    records.remove(connection, attempt)
                    gone.append(attempt)
        self._recent.purge(gone)
        return len(old)

    def _move(self, attempt: AttemptId, wall_ms: int, *, into: bool) -> None:
        from app.storage import records

        with self._store.writing() as connection:
            if not records.version_of(connection, attempt):
                raise Trouble(TroubleKind.NO_SUCH_ATTEMPT, detail=attempt)
            if (records.moves_of(connection, attempt) % 2 == 1) != into:
                records.add_move(connection, attempt, wall_ms)
