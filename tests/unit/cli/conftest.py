"""The command line inside this process: quick, with what it wrote and how it ended."""

import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from printservers import a_print_server, print_server  # noqa: F401 - fixtures

from checkin.cli.app import _run

GUESTS = """\
Name,Email,Company,Ticket type,Ticket code,Status,Table
Anna Schmidt,anna@example.org,Nordlicht,Member,EB-0001,registered,1
Zoë van der Berg,zoe@example.org,Harbour Makers,Member,EB-0002,registered,2
Hans Weber,hans@example.org,,Guest,EB-0003,registered,
Petra Cancelled,petra@example.org,,Guest,EB-0004,cancelled,
Ines Waiting,ines@example.org,,Guest,EB-0005,waitlisted,
"""


@dataclass(frozen=True)
class Result:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """One JSON object a line."""
        return [json.loads(line) for line in self.out.splitlines()]


class Typed(io.StringIO):
    """Standard input, from a pipe or from a keyboard."""

    def __init__(self, text: str, at_a_terminal: bool) -> None:
        super().__init__(text)
        self._at_a_terminal = at_a_terminal

    def isatty(self) -> bool:
        return self._at_a_terminal


Checkin = Callable[..., Result]


@pytest.fixture
def checkin(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Checkin:
    """Runs `checkin ARGS`; `typed` comes from standard input, none by default.

    `at_a_terminal` says that a person types it and can be asked.
    """

    def call(*args: object, typed: str = "", at_a_terminal: bool = False) -> Result:
        monkeypatch.setattr(sys, "stdin", Typed(typed, at_a_terminal))
        capsys.readouterr()
        code = _run([str(arg) for arg in args])
        out, err = capsys.readouterr()
        assert code != 4, err
        return Result(code, out, err)

    return call


@pytest.fixture
def guests(tmp_path: Path) -> Path:
    """A list of five: three expected, one cancelled, one waiting."""
    path = tmp_path / "guests.csv"
    path.write_text(GUESTS, encoding="utf-8")
    return path


@pytest.fixture
def empty(tmp_path: Path, checkin: Checkin) -> Path:
    """An event to which nobody is invited yet."""
    path = tmp_path / "evening.checkin"
    assert checkin("new", path, "--name", "Autumn Evening").code == 0
    return path


@pytest.fixture
def event(empty: Path, guests: Path, checkin: Checkin) -> Path:
    """An event with the five guests."""
    assert checkin("import", empty, guests).code == 0
    return empty


@pytest.fixture
def code_of(event: Path, checkin: Checkin) -> Callable[[str], str]:
    """The badge code of a guest, by name."""

    def find(name: str) -> str:
        (found,) = checkin("attendees", event, "--search", name, "--json").json
        return str(found["code"])

    return find


Listing = dict[str, bytes | None]


def listing(folder: Path) -> Listing:
    """Everything in a folder with its content; None for folders."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def complains(checkin: Checkin, tmp_path: Path) -> Callable[..., str]:
    """Runs `checkin ARGS`, which must end in three sentences and change no file."""

    def call(*args: object, typed: str = "") -> str:
        before = listing(tmp_path)
        done = checkin(*args, typed=typed)
        assert (done.code, done.out) == (3, "")
        title, message, *hint = done.err.splitlines()
        assert title
        assert not title.endswith(".")
        assert message
        assert hint
        assert all(hint)
        assert "Traceback" not in done.err
        assert "{" not in done.err, "a sentence was not filled in"
        assert ".part" not in done.err, "drafts have no name for people"
        assert listing(tmp_path) == before
        return done.err

    return call


@pytest.fixture
def medium(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mounts small file systems with options like "size=1m"; skips where it may not."""
    made: list[Path] = []

    def mount(options: str) -> Path:
        folder = tmp_path / f"medium-{len(made)}"
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)]
        if (
            sys.platform != "linux"
            or subprocess.run(command, capture_output=True, check=False).returncode
        ):
            pytest.skip("only root on Linux can mount a file system of its own")
        made.append(folder)
        return folder

    yield mount
    for folder in made:
        subprocess.run(["umount", "--lazy", folder], check=True)
