"""Runs proofs, each in a clean process; `python -m tests.proofs.workshop OUT ITEM…` writes verdicts as JSON.

One process prepares the libraries and forks for each proof, so that what a proof switches on (autologging,
an experiment, a seed) ends with it.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import socket
import sys
import tempfile
import traceback
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from tests.proofs.protocol import REGISTER, Proof

HERE = Path(__file__).parent
PRELOADED = (
    "numpy",
    "pandas",
    "scipy.stats",
    "sklearn.pipeline",
    "mlflow",
    "mlflow.pyfunc",
    "mlflow.sklearn",
)
QUIET = {
    "MLFLOW_DISABLE_TELEMETRY": "true",
    "DO_NOT_TRACK": "true",
    "GIT_PYTHON_REFRESH": "quiet",
    "PYTHONWARNINGS": "ignore",
    "OMP_NUM_THREADS": "2",
    "SPARK_LOCAL_IP": "127.0.0.1",
    "SPARK_LOCAL_HOSTNAME": "localhost",
    "MPLBACKEND": "Agg",
    "MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR": "false",
    # What a model needs is found by loading it in another process, 15 s a model; the default list does.
    "MLFLOW_REQUIREMENTS_INFERENCE_TIMEOUT": "1",
    "PYARROW_IGNORE_TIMEZONE": "1",
    "TZ": "UTC",
}


def modules() -> list[str]:
    """The names of all modules with proofs."""
    files = sorted(path for bank in ("mla", "mlp") for path in (HERE / bank).glob("[a-z]*.py"))
    return [f"tests.proofs.{path.parent.name}.{path.stem}" for path in files]


def proofs() -> dict[str, Proof]:
    """All proofs, by item."""
    for name in modules():
        importlib.import_module(name)
    return REGISTER


def derive(wanted: Sequence[str]) -> dict[str, dict[str, Any]]:
    """For each item either {"verdicts": {option: bool}} or {"trouble": traceback}."""
    known = proofs()
    alone = [[known[item]] for item in wanted if not known[item].spark]
    together: dict[str, list[Proof]] = {}
    for item in wanted:
        if known[item].spark:
            together.setdefault(known[item].derive.__module__, []).append(known[item])
    if alone:
        for name in PRELOADED:
            importlib.import_module(name)
    found: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory(prefix="proofs") as name:
        empty = Path(name) / "empty.db"
        _forked(lambda: _make_store(empty))
        for group in [*alone, *together.values()]:
            found |= _apart(group, Path(tempfile.mkdtemp(dir=name)), empty)
    return found


def _apart(group: Sequence[Proof], folder: Path, empty: Path) -> dict[str, dict[str, Any]]:
    """The verdicts of proofs in a process of their own, which is forked from this one."""
    out = folder / "verdicts.json"
    status = _forked(lambda: out.write_text(json.dumps(_verdicts(group, folder, empty)), encoding="utf-8"))
    if not out.exists():
        return {proof.item: {"trouble": f"the process ended with status {status}"} for proof in group}
    found: dict[str, dict[str, Any]] = json.loads(out.read_text(encoding="utf-8"))
    return found


def _forked(work: Callable[[], object]) -> int:
    """Do something in a copy of this process; how that ended, as `waitpid` says it."""
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        except Exception:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    return os.waitpid(child, 0)[1]


def _make_store(file: Path) -> None:
    """An empty store of MLflow; making its tables takes two seconds, copying them none."""
    import mlflow

    os.chdir(file.parent)
    mlflow.set_tracking_uri(f"sqlite:///{file}")
    mlflow.search_experiments()


def _verdicts(group: Iterable[Proof], folder: Path, empty: Path) -> dict[str, dict[str, Any]]:
    _stay_here()
    spark = None
    found: dict[str, dict[str, Any]] = {}
    for proof in group:
        place = folder / proof.item
        place.mkdir()
        os.chdir(place)
        _own_stores(place, empty)
        try:
            if proof.spark:
                spark = spark or _session(folder)
                verdicts = proof.derive(place, spark)
            else:
                verdicts = proof.derive(place)
            found[proof.item] = {"verdicts": {option: bool(holds) for option, holds in verdicts.items()}}
        except BaseException:
            found[proof.item] = {"trouble": traceback.format_exc()}
    if spark is not None:
        spark.stop()
    return found


def _own_stores(place: Path, empty: Path) -> None:
    """MLflow's store and registry in the proof's own folder, artifacts beside them."""
    import mlflow

    uri = f"sqlite:///{shutil.copy(empty, place / 'mlflow.db')}"
    mlflow.set_tracking_uri(uri)
    mlflow.set_registry_uri(uri)
    os.environ["MLFLOW_TRACKING_URI"] = uri


def _session(folder: Path) -> Any:
    from pyspark.sql import SparkSession

    return (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )


def _stay_here() -> None:
    """Refuse connections to other machines."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in {"127.0.0.1", "localhost", "::1"}:
            raise ConnectionRefusedError(f"a proof must not reach {address[0]}")
        connect(self, address)

    socket.socket.connect = guarded  # type: ignore[method-assign, assignment]


def main(arguments: Sequence[str]) -> int:
    """Derive the named items' keys, or all."""
    out, *items = arguments
    os.environ.update(QUIET)
    warnings.simplefilter("ignore")
    found = derive(items or sorted(proofs()))
    text = json.dumps(found, indent=1)
    if out == "-":
        print(text)
    else:
        Path(out).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
