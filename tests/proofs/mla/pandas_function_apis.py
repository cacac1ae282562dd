"""How often a pandas Function API yields."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-pandas-function-apis-003")
def rows_of_a_mapped_frame(folder: Path, spark: Any) -> Verdicts:
    spark.sparkContext.pythonExec = sys.executable
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 4)

    def sizes(batches: Iterator[Any]) -> Iterator[Any]:
        import pandas as pd

        for pdf in batches:
            yield pd.DataFrame({"n": [len(pdf)]})

    count = spark.range(0, 30, 1, numPartitions=3).mapInPandas(sizes, "n long").count()
    return matching(count, {"three": 3, "eight": 8, "nine": 9, "thirty": 30})
