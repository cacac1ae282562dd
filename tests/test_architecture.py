"""The rooms of the house and what may pass between them: one test a row of the table."""

from __future__ import annotations

import re

import pytest

from tests.support.imports import APP, ROOT, imported, importers, imports, modules, strangers, within

WORLD = {"os", "pathlib", "io", "json", "sqlite3", "logging", "time"}
THE_FOLD = {"app.core.decide", "app.core.attempt.apply", "app.core.attempt.fold", "app.core.attempt.*"}
NETWORK = {
    "socket", "socketserver", "ssl", "http", "urllib.request", "urllib.error", "ftplib", "smtplib",
    "poplib", "imaplib", "telnetlib", "xmlrpc", "asyncio", "requests", "httpx", "urllib3",
    "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtHttpServer",
}  # fmt: skip
AUTHORS_NOTES = re.compile(
    r"/work\b|/farm\b|\bshared/|\breference/\w+\.md|\b(ARCHITECTURE|EXPERIENCE|DESIGN|QUESTIONS)\.md|codebases\.md"
)


def test_core_imports_itself_and_standard_values_alone() -> None:
    assert strangers("core", never=WORLD) == []


def test_services_import_core_and_meet_the_world_through_ports() -> None:
    assert strangers("services", rooms={"app.core"}) == []


def test_markup_imports_itself_its_parser_and_its_lexers_alone() -> None:
    assert strangers("markup", libraries={"markdown_it", "pygments"}) == []


def test_content_imports_core_and_ports_and_neither_storage_nor_reports_nor_ui() -> None:
    rooms = {"app.core", "app.services.ports", "app.markup"}
    assert strangers("content", rooms=rooms, libraries={"yaml", "msgspec", "markdown_it"}) == []


def test_storage_imports_core_and_ports_and_neither_content_nor_reports_nor_ui() -> None:
    rooms = {"app.core", "app.services.ports"}
    assert strangers("storage", rooms=rooms, libraries={"sqlalchemy", "alembic", "msgspec"}) == []


def test_reports_import_core_and_ports_and_neither_content_nor_storage_nor_ui() -> None:
    rooms = {"app.core", "app.services.ports", "app.markup"}
    assert strangers("reports", rooms=rooms, libraries={"reportlab", "pypdfium2"}) == []


def test_system_imports_the_standard_library_and_platformdirs_alone() -> None:
    assert strangers("system", libraries={"platformdirs"}) == []


def test_ui_imports_services_and_core_values_and_never_decides_or_folds() -> None:
    rooms = {"app.services", "app.core", "app.markup", "app.system.resources", "app.__version__"}
    libraries = {"PySide6", "shiboken6"}
    assert strangers("ui", rooms=rooms, libraries=libraries, never={"sqlite3", *THE_FOLD}) == []


def test_ui_takes_names_from_core_and_not_the_module_that_folds() -> None:
    whole = {"app.core", "app.core.attempt"}
    assert [str(found) for path in modules("ui") for found in imports(path) if found.target in whole] == []


def test_bootstrap_is_imported_by_cli_and_its_verbs_alone() -> None:
    assert {path for path in importers("app.bootstrap") if not of_the_command_line(path)} == set()


def test_no_room_knows_the_command_line() -> None:
    knowing = importers("app.cli") | importers("app.verbs")
    assert {path for path in knowing if not of_the_command_line(path)} <= {"__main__.py"}


def of_the_command_line(path: str) -> bool:
    """Whether a module is the command line itself: cli and its verbs are one room."""
    return path == "cli.py" or path.startswith("verbs/")


def test_every_room_is_in_the_table() -> None:
    rooms = {path.parent.name for path in APP.glob("*/__init__.py")}
    table = {"core", "services", "markup", "content", "storage", "reports", "system", "ui", "verbs"}
    assert rooms == table


def test_nothing_in_the_app_can_reach_a_network() -> None:
    reaching = [str(found) for path in modules() for found in imports(path) if within(found.target, NETWORK)]
    assert reaching == []


def test_sql_is_spoken_in_storage_alone() -> None:
    speakers = importers("sqlalchemy") | importers("sqlite3") | importers("alembic")
    assert {path.split("/")[0] for path in speakers} <= {"storage"}


def test_packaging_does_not_shadow_the_library_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_no_module_refers_to_notes_that_are_not_shipped() -> None:
    texts = ((path, path.read_text(encoding="utf-8")) for path in modules())
    assert [str(path.relative_to(APP)) for path, text in texts if AUTHORS_NOTES.search(text)] == []


@pytest.mark.parametrize(
    "source",
    [
        "import app.storage.store",
        "import app.storage.store as s",
        "from app.storage import store",
        "from app.storage.store import Store",
        "from app import storage",
        "from .storage import store",
        "def f():\n    from app.storage import store",
        "if TYPE_CHECKING:\n    from app.storage.store import Store",
        "import importlib\nimportlib.import_module('app.storage.store')",
        "__import__('app.storage')",
    ],
)
def test_the_scan_finds_an_import_wherever_it_hides(source: str) -> None:
    assert any(within(target, {"app.storage"}) for _, target in imported(source, "app"))


def test_the_scan_tells_a_room_from_one_whose_name_begins_alike() -> None:
    assert not within("app.storage_of_old", {"app.storage"})


def test_the_scan_follows_dots_to_the_room_they_mean() -> None:
    assert list(imported("from ..storage import store", "app.ui")) == [(1, "app.storage.store")]
