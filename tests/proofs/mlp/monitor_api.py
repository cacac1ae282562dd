"""The data quality classes of the Databricks SDK, and the arithmetic of a schedule."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, holding, matching, proves


@proves("mlp-monitor-api-001")
def values_that_can_stay(folder: Path) -> Verdicts:
    from enum import Enum
    from typing import get_args, get_type_hints

    from databricks.sdk.service import dataquality as new

    def takes_a_name(kind: type[Any], field: str) -> bool:
        """Whether a field takes text that is neither an ID nor a member of an enum."""
        hint = get_type_hints(kind)[field]
        inner = set(get_args(hint)) or {hint}
        return str in inner and not field.endswith("_id")

    def enumerated(kind: type[Any], field: str) -> bool:
        (member,) = get_args(get_type_hints(kind)[field])
        return issubclass(member, Enum)

    return holding(
        {
            "table": lambda: takes_a_name(new.Monitor, "object_id"),
            "schema": lambda: takes_a_name(new.DataProfilingConfig, "output_schema_id"),
            "baseline": lambda: takes_a_name(new.DataProfilingConfig, "baseline_table_name"),
            "granularity": lambda: not enumerated(new.InferenceLogConfig, "granularities"),
            "timestamp": lambda: takes_a_name(new.InferenceLogConfig, "timestamp_column"),
        }
    )


@proves("mlp-monitor-api-003")
def weekdays_on_the_islands(folder: Path) -> Verdicts:
    from datetime import UTC, datetime, timedelta, timezone

    names = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"]
    islands = timezone(timedelta(hours=-9))

    def runs(expression: str) -> set[tuple[str, str]]:
        """Days and times there at which the expression fires in a week of UTC."""
        _, minute, hour, _, _, days = expression.split()
        first, last = (names.index(name) for name in days.split("-"))
        wanted = {(first + step) % 7 for step in range((last - first) % 7 + 1)}
        monday = datetime(2026, 11, 23, int(hour), int(minute), tzinfo=UTC)
        fired = [monday + timedelta(days=day) for day in wanted]
        local = [moment.astimezone(islands) for moment in fired]
        return {(names[moment.weekday()], moment.strftime("%H:%M")) for moment in local}

    plan = {(name, "06:30") for name in names[:5]}
    expressions = {
        "h06-mon-fri": "0 30 6 ? * MON-FRI",
        "h15-mon-fri": "0 30 15 ? * MON-FRI",
        "h21-mon-fri": "0 30 21 ? * MON-FRI",
        "h21-sun-thu": "0 30 21 ? * SUN-THU",
    }
    return matching(plan, {option: runs(expression) for option, expression in expressions.items()})
