"""A disk that is full: nobody is let in unwritten, and afterwards it goes on."""

import contextlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FULL = "The disk is full"


@pytest.fixture
def small(medium, event):
    """A disk of 1 MB with the event on it."""
    folder = medium("size=1m")
    (folder / "evening.checkin").write_bytes(event.read_bytes())
    return folder


def fill(folder, leave=0):
    """Writes a ballast file until only `leave` bytes are free."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)) == 4096:
            pass
    with ballast.open("rb+") as file:
        file.truncate(ballast.stat().st_size - leave)
    return ballast


COMMANDS = {
    "import": ["import", "{event}", "{guests}", "--source", "again"],
    "badges": ["badges", "{event}", "{out}/b.pdf"],
    "scan": ["scan", "{event}", "EB-0001"],
    "scan from a pipe": ["scan", "{event}", "--json"],
    "add": ["add", "{event}", "--name", "Bo"],
    "walkin": ["walkin", "{event}", "--name", "Bo"],
    "export": ["export", "{event}", "{out}/e.csv"],
    "save-copy": ["save-copy", "{event}", "{out}/c.checkin"],
    "new": ["new", "{out}/n.checkin", "--name", "A"],
}


@pytest.mark.parametrize("command", [c for c in COMMANDS if c != "new"])
def test_an_event_on_a_full_disk_keeps_nothing_and_says_so(
    checkin, small, guests, tmp_path, command
):
    event = small / "evening.checkin"
    before = event.read_bytes()
    ballast = fill(small)
    args = [
        arg.format(event=event, guests=guests, out=tmp_path)
        for arg in COMMANDS[command]
    ]
    done = checkin(*args, typed="EB-0001\n")
    assert (done.code, done.out) == (3, "")
    assert FULL in done.err
    assert event.read_bytes() == before
    assert not list(tmp_path.glob("?.*")), "a file was left though nothing was done"
    ballast.unlink()
    assert checkin(*args, typed="EB-0001\n").code == 0
    assert checkin("check", event).code == 0
    assert [path.name for path in small.iterdir()] == [event.name]


@pytest.mark.parametrize(
    ("command", "leave"),
    [
        ("badges", 0), ("badges", 4096), ("export", 0), ("export", 4096),
        ("save-copy", 0), ("save-copy", 40_960), ("new", 0), ("new", 40_960),
    ],
)  # fmt: skip
def test_a_file_that_finds_no_room_is_not_half_there(
    checkin, complains, event, medium, guests, command, leave
):
    folder = medium("size=1m")
    ballast = fill(folder, leave)
    kinds = {"export": ["--format", "register"]}
    args = [
        arg.format(event=event, guests=guests, out=folder) for arg in COMMANDS[command]
    ] + kinds.get(command, [])
    before = checkin("check", event, "--json").json["entries"]
    done = checkin(*args)
    assert FULL in done.err
    assert list(folder.iterdir()) == [ballast]
    assert checkin("check", event, "--json").json["entries"] == before
    ballast.unlink()
    assert checkin(*args).code == 0
    assert len(list(folder.iterdir())) == 1


def test_an_older_file_stays_when_its_successor_finds_no_room(checkin, event, medium):
    folder = medium("size=1m")
    out = folder / "e.csv"
    out.write_bytes(b"last week")
    fill(folder)
    assert FULL in checkin("export", event, out).err
    assert out.read_bytes() == b"last week"


def test_what_was_answered_before_the_disk_was_full_is_kept_and_it_goes_on(
    checkin, event, medium, tmp_path
):
    disk = medium("size=16m")
    event = Path(shutil.copy(event, disk))
    rows = "".join(f"Guest {n},T-{n:04}\n" for n in range(300))
    (tmp_path / "many.csv").write_text(f"Name,Ticket code\n{rows}")
    assert checkin("import", event, tmp_path / "many.csv").code == 0
    ballast = fill(disk, leave=160 * 1024)
    codes = [f"T-{n:04}" for n in range(300)]
    done = subprocess.run(
        [sys.executable, "-m", "checkin", "scan", str(event), "--json"],
        input="\n".join(codes).encode(), capture_output=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert (done.returncode, FULL.encode() in done.stderr) == (3, True)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert 0 < len(told) < 300
    assert all(answer["verdict"] == "admitted" for answer in told)

    ballast.unlink()
    assert checkin("check", event).code == 0
    people = checkin("attendees", event, "--json").json
    inside = {p["external_code"] for p in people if p["inside"]}
    assert inside == set(codes[: len(told)])
    rest = checkin("scan", event, "--json", typed="\n".join(codes[len(told) :]))
    assert rest.code == 0
    assert checkin("stats", event, "--json").json["inside"] == 300


def test_a_folding_in_that_finds_no_room_loses_nothing_and_is_no_error(checkin, small):
    """What is in the log beside the file is durable: an answer, not a fault."""
    event = small / "evening.checkin"
    ballast = fill(small, leave=120 * 1024)
    codes = 0
    while (done := checkin("walkin", event, "--name", f"Guest {codes}")).code == 0:
        codes += 1
    assert FULL in done.err
    assert codes
    ballast.unlink()
    assert checkin("stats", event, "--json").json["walk_ins"] == codes
    assert checkin("check", event).code == 0
