"""Fixtures: a print server of the tests' own, and printers on it."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import cupsd
import pytest


@pytest.fixture(scope="session")
def a_print_server() -> Iterator[cupsd.PrintServer]:
    """Real CUPS. Filters run as another user, so it can't lie in a private folder."""
    if not (cupsd.CUPSD and shutil.which("lp")):
        pytest.skip("CUPS is not installed, and only root on Debian can install it")
    with tempfile.TemporaryDirectory(prefix="checkin-cups-") as folder:
        server = cupsd.PrintServer(Path(folder))
        server.start()
        yield server
        server.stop()


@pytest.fixture
def print_server(
    a_print_server: cupsd.PrintServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[cupsd.PrintServer]:
    """The same, for one test: what it prints goes there, whoever prints."""
    monkeypatch.setenv("CUPS_SERVER", a_print_server.address)
    monkeypatch.delenv("PRINTER", raising=False)
    monkeypatch.delenv("LPDEST", raising=False)
    yield a_print_server
    a_print_server.clear()


@pytest.fixture
def over() -> Iterator[Callable[[Path, Path], None]]:
    """Lays a file over another one, for this process and what it starts."""
    laid: list[Path] = []

    def lay(ours: Path, theirs: Path) -> None:
        command = ["mount", "--bind", str(ours), str(theirs)]
        done = sys.platform == "linux" and subprocess.run(
            command, capture_output=True, check=False
        )
        if not done or done.returncode:
            pytest.skip("only root on Linux can lay a file over another one")
        laid.append(theirs)

    yield lay
    for path in laid:
        subprocess.run(["umount", str(path)], check=True)
