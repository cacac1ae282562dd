"""The README's table of the banks says what `rehearsal bank check` finds in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.content.gate.figures import BankFigures, LanguageFigures
from app.content.gate.gate import judge
from app.content.reader import read_bank

ROOT = Path(__file__).parents[2]


def test_the_readme_has_the_figures_of_the_banks() -> None:
    rows = [row for exam in ("mla", "mlp") for row in table(figures(exam))]
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    missing = [row for row in rows if row not in readme]
    assert not missing, "README.md, “The banks in figures”, should say:\n" + "\n".join(rows)


def figures(exam: str) -> BankFigures:
    reading = read_bank(ROOT / "banks" / exam)
    assert reading.bank is not None
    return judge(exam, reading.bank, reading.places, date(2026, 11, 26)).figures


def table(bank: BankFigures) -> list[str]:
    """A row for each language."""
    proven = sum(done for done, _ in bank.proven.values())
    return [row(bank, proven, language) for language in bank.languages]


def row(bank: BankFigures, proven: int, one: LanguageFigures) -> str:
    shares = (one.longest / bank.single, one.shortest / bank.single, max(one.baseline.values()))
    cells = (
        bank.folder.upper(),
        one.language,
        str(bank.items),
        f"{proven} ({proven / bank.items:.0%})",
        *(f"{share:.0%}" for share in shares),
    )
    return f"| {' | '.join(cells)} |"
