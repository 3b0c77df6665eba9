"""The contracts between the packages are kept by CI; here: that they notice."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LINES = CONTRACTS["tool"]["importlinter"]["contracts"][0]["layers"]
PACKAGES = [name.strip("( )") for line in LINES for name in line.split("|")]


@pytest.fixture
def house(tmp_path):
    """The packages of the house, all empty, under the contracts of this one."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name in ("", *PACKAGES):
        (tmp_path / "checkin" / name).mkdir()
        (tmp_path / "checkin" / name / "__init__.py").touch()
    return tmp_path


def lint(house: Path) -> subprocess.CompletedProcess[str]:
    program = "from importlinter.cli import lint_imports_command as run; run()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache", "--no-logo"],
        cwd=house,
        env=os.environ | {"PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )


def add(house: Path, module: str, line: str) -> None:
    for folder in (house / "checkin" / module).parents:
        if folder.is_relative_to(house / "checkin") and not folder.exists():
            folder.mkdir()
            (folder / "__init__.py").touch()
    (house / "checkin" / module).write_text(f"{line}\n", encoding="utf-8")


LAYERS = "An upper layer imports lower ones only; neighbours don't know each other"
QT = "PySide6 only in checkin.ui"
SQL = "SQL only in checkin.store"
PAGES = "Pages of the window don't know each other; the window knows them all"


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("model/entry.py", "import checkin.store", LAYERS),
        ("door/rules.py", "from checkin import badges", LAYERS),
        ("badges/trial.py", "from checkin import demo", LAYERS),
        ("store/ledger.py", "from checkin.cli import main", LAYERS),
        ("a_drawer_without_a_label.py", "import os", LAYERS),
        ("badges/sheet.py", "from PySide6.QtGui import QPainter", QT),
        ("cli/window.py", "def main():\n    import PySide6", QT),
        ("followup/export.py", "import sqlite3", SQL),
        ("ui/search.py", "from sqlite_utils import Database", SQL),
        ("ui/door/page.py", "import checkin.ui.badges.page", PAGES),
        ("ui/widgets/chip.py", "import checkin.ui.badges.page", PAGES),
    ],
)
def test_a_breach_is_named(house, module, line, contract):
    add(house, "ui/badges/page.py", '"""A page."""')
    add(house, module, line)
    done = lint(house)
    assert done.returncode == 1, done.stderr
    broken = [line for line in done.stdout.splitlines() if line.endswith("BROKEN")]
    assert broken == [f"{contract} BROKEN"]
    assert f"checkin.{module.removesuffix('.py').replace('/', '.')}" in done.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("ui/rail.py", "from PySide6.QtWidgets import QWidget\nimport checkin.door"),
        (
            "store/ledger.py",
            "import sqlite3\nimport sqlite_utils\nimport checkin.model",
        ),
        ("cli/demo.py", "from checkin import badges, door, followup, resources"),
        ("badges/sheet.py", "from checkin import settings, store, typeset"),
        ("ui/window.py", "import checkin.ui.door.page"),
    ],
)
def test_what_the_plan_allows_is_kept(house, module, line):
    add(house, "ui/door/page.py", '"""A page."""')
    add(house, module, line)
    done = lint(house)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Contracts: 4 kept, 0 broken." in done.stdout
