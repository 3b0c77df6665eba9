"""The overview of commands, their help, how they end, and what they load."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checkin import __version__
from checkin.cli import app
from checkin.cli.app import _COMMANDS
from checkin.cli.plain import plain

ROOT = Path(__file__).parents[3]
SAYS = {
    "demo": ("invented evening", "FOLDER"),
    "new": ("Make the event file", "--name", "--starts", "--timezone"),
    "set": ("Change what is known", "--name", "--starts", "--directions", "--json"),
    "list": ("Check-in lists", "--capacity", "--question", "--opens"),
    "read": ("What the importer finds", "--json", "--sheet"),
    "import": ("Import LIST into EVENT", "--dry-run", "--map", "--sheet", "--json"),
    "attendees": ("Show the attendees", "--search", "--limit", "--json", "--state",
                  "--type", "--badge", "--walk-ins", "--sort"),
    "show": ("All about ATTENDEE", "history", "--json"),
    "stocks": ("label sheets", "--search", "--json"),
    "stock": ("measured yourself", "--paper", "--badge", "--grid", "--margin",
              "--pitch", "--gap", "--corner", "--like"),
    "printer": ("prints a little off", "--measured", "--offset", "--scale", "--reset"),
    "printers": ("printers of this computer", "--json"),
    "test-sheet": ("outlines", "--stock", "OUT.pdf"),
    "badges": ("Print badges", "--stock", "--design", "--only", "--start", "--verify",
              "--order", "--dots", "--one-bit", "--reason", "--new-codes",
              "--continue", "--from"),
    "prints": ("print runs, newest first", "RUN", "--limit", "--json"),
    "hand-out": ("given their badges", "CODE...", "--json"),
    "scan": ("Check people in", "--exit", "--force", "--accept-unpaid", "--answer",
             "--at", "--list", "--desk", "--json"),
    "add": ("on the list by hand", "--name", "--contact"),
    "walkin": ("on no list", "--name", "--contact", "--with"),
    "correct": ("Put details of ATTENDEE right", "FIELD=VALUE"),
    "permission": ("said yes or no", "PURPOSE"),
    "undo": ("Undo the newest thing", "ENTRY or ACT", "--import"),
    "settle": ("right as it stands", "ATTENDEE", "--json"),
    "audiences": ("whom we may write to", "--json"),
    "export": ("Save an audience", "--audience", "--format", "--json"),
    "stats": ("How many were expected", "--json"),
    "erase": ("for good", "--yes"),
    "save-copy": ("whole copy", "COPY"),
    "check": ("Rebuild the tables", "--json"),
}  # fmt: skip


def test_the_overview_names_every_command_and_what_it_is_for(checkin):
    for args in (["--help"], ["-h"]):
        done = checkin(*args)
        assert done.code == 0
        for name, (_module, words) in _COMMANDS.items():
            assert f"\n  {name} " in done.out
            assert words.split(";")[0] in " ".join(done.out.split())


@pytest.mark.parametrize("name", _COMMANDS)
def test_help_says_what_a_command_does_and_names_its_options(checkin, name):
    done = checkin(name, "--help")
    assert done.code == 0
    words = " ".join(done.out.split())
    for said in SAYS[name]:
        assert said in words


def test_without_arguments_it_shows_the_overview_as_wrong_usage(checkin):
    done = checkin()
    assert done.code == 2
    assert "Commands:" in done.err


@pytest.mark.parametrize(
    "args",
    [
        ["dance"],
        ["scan"],
        ["stats", "x.checkin", "--no-such-option"],
        ["badges", "x.checkin", "out.pdf", "--start", "0"],
        ["badges", "x.checkin", "out.pdf", "--only", "some"],
        ["permission", "x.checkin", "anna", "contact", "perhaps"],
        ["permission", "x.checkin", "anna", "dancing", "yes"],
        ["attendees", "x.checkin", "--limit", "0"],
        ["attendees", "x.checkin", "--state", "asleep"],
        ["badges", "x.checkin", "out.pdf", "--order", "shoe-size"],
        ["show", "x.checkin"],
        ["settle", "x.checkin"],
        ["test-sheet"],
        ["list", "x.checkin", "sing"],
        ["add", "x.checkin"],
        ["walkin", "x.checkin"],
        ["new", "x.checkin"],
        ["correct", "x.checkin", "anna"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_shows_the_usage(checkin, args):
    done = checkin(*args)
    assert (done.code, done.out) == (2, "")
    assert "Usage: checkin" in done.err
    assert "Traceback" not in done.err


def test_the_version_is_told(checkin):
    assert checkin("--version").out == f"Checkin {__version__}\n"


def test_a_path_to_an_event_shows_it_and_what_comes_next(checkin, empty, guests):
    fresh = checkin(empty)
    assert fresh.code == 0
    assert fresh.out.splitlines()[:2] == ["Autumn Evening", "0 guests expected"]
    assert fresh.out.splitlines()[-1] == f"Next: checkin import {empty} LIST"
    checkin("import", empty, guests)
    checkin("scan", empty, "EB-0001")
    *known, advice = checkin(empty).out.splitlines()
    assert known == ["Autumn Evening", "3 guests expected", "1 came"]
    assert advice == f"Next: checkin badges {empty} badges.pdf"


def test_the_advice_follows_the_evening(checkin, event, tmp_path):
    def advice():
        return checkin(event).out.splitlines()[-1]

    checkin("badges", event, tmp_path / "badges.pdf")
    assert advice() == f"Next: checkin scan {event}"
    checkin("scan", event, "EB-0001", "EB-0002", "EB-0003")
    assert advice() == f"Next: checkin export {event} came.csv --audience attended"


def test_ctrl_c_ends_as_shells_expect(checkin, event, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("checkin.door.desk.Door.scan", interrupted)
    done = checkin("scan", event, "EB-0001")
    assert (done.code, done.out) == (130, "")
    assert done.err.lstrip() == "Stopped. What was finished before is kept.\n"


def test_a_bug_of_ours_is_confessed_without_anybodys_data(event, capsys, monkeypatch):
    def broken(*_):
        raise RuntimeError("Anna Schmidt, anna@example.org")

    monkeypatch.delenv("CHECKIN_DEBUG", raising=False)
    monkeypatch.setattr("checkin.door.desk.Door.scan", broken)
    assert app._run(["scan", str(event), "EB-0001"]) == 4
    err = capsys.readouterr().err
    assert "Something went wrong on our side." in err
    assert f"Checkin {__version__}, RuntimeError, " in err
    assert "Anna" not in err
    assert "Traceback" not in err


def in_a_process(*args: object, **how: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *map(str, args)],
        capture_output=True, cwd=ROOT, check=False, **how,
    )  # type: ignore[call-overload, no-any-return]  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes the input")
@pytest.mark.parametrize(
    ("command", "said"), [("scan", b""), ("erase", b"Erased.")], ids=["scan", "erase"]
)
def test_a_service_without_any_input_is_nobody_to_ask(event, command, said):
    args = [sys.executable, "-m", "checkin", command, str(event)]
    args += ["EB-0001"] * (command == "erase")
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *args],
        capture_output=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(said)


def test_a_reader_who_has_seen_enough_is_no_refusal(checkin, empty, tmp_path):
    rows = "".join(f"Guest number {n},{'x' * 200}\n" for n in range(2000))
    (tmp_path / "many.csv").write_text(f"Name,Note to self\n{rows}")
    checkin("import", empty, tmp_path / "many.csv")
    for args in (["--json"], []):
        done = unheard("attendees", empty, *args)
        assert (done.returncode, done.stderr) == (0, b"")


def unheard(*args: object, error: bool = False) -> subprocess.CompletedProcess[bytes]:
    """The command with an output, or with `error` the other one, that nobody reads."""
    command = [sys.executable, "-m", "checkin", *map(str, args)]
    reading, writing = os.pipe()
    os.close(reading)
    out, err = (subprocess.PIPE, writing) if error else (writing, subprocess.PIPE)
    done = subprocess.run(command, stdout=out, stderr=err, cwd=ROOT, check=False)
    os.close(writing)
    return done


@pytest.mark.parametrize("args", [["--help"], ["stats", "--help"], ["--version"]])
def test_help_that_nobody_reads_to_the_end_is_no_refusal(args):
    done = unheard(*args)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(("args", "code"), [(["stats", "nowhere"], 3), (["dance"], 2)])
def test_the_exit_code_is_the_same_if_nobody_hears_why(args, code):
    done = unheard(*args, error=True)
    assert (done.returncode, done.stdout) == (code, b"")


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes the outputs")
def test_a_service_without_any_output_gets_its_work_done(event, checkin):
    args = [sys.executable, "-m", "checkin", "walkin", str(event), "--name", "Bo"]
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" >&- 2>&-', "sh", *args], cwd=ROOT, check=False
    )
    assert done.returncode == 0
    assert checkin("stats", event, "--json").json["walk_ins"] == 1


NASTY = "Eve \x1b[2J\u202eEkil\x9b31m\rAnna"
"""Clears the screen, turns the line, colours it, and writes over its beginning."""


@pytest.mark.parametrize(
    "args",
    [["attendees"], ["attendees", "--json"], ["scan", "--name", NASTY],
     ["scan", "--name", NASTY, "--json"], ["correct", "Eve", "company=x"]],
    ids=["attendees", "attendees as JSON", "scan", "scan as JSON", "a refusal"],
)  # fmt: skip
def test_a_name_gives_no_commands_to_the_terminal(checkin, event, args):
    for _ in range(2):
        checkin("add", event, "--name", NASTY)
    done = checkin(args[0], event, *args[1:])
    said = done.out + done.err
    assert "Eve " in said
    assert "\\u202e" in said
    assert not set("\x1b\x9b\r\u202e") & set(said)


def test_letters_of_all_languages_and_tabs_stay_as_they_are():
    for text in ("Žofie\tمحمد علي\n李小龍 👩‍🚀 e\u0301", "\u2068محمد\u2069 (Tea)"):
        assert plain(text) == text


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere arguments are text")
@pytest.mark.parametrize(
    "args",
    [[b"scan", b"%", b"\xff"], [b"walkin", b"%", b"--name", b"\xff"],
     [b"stats", b"\xff.checkin"], [b"new", b"\xff.checkin", b"--name", b"x"]],
)  # fmt: skip
def test_arguments_that_are_no_text_are_refused_in_words(event, args):
    there = [str(event).encode() if arg == b"%" else arg for arg in args]
    done = subprocess.run(
        [sys.executable, "-m", "checkin", *there],
        capture_output=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert "can’t be read as text".encode() in done.stderr


LOADED = """
import sys
from checkin.cli.app import _run
code = _run(sys.argv[2:])
heavy = sys.argv[1].split(",")
print("LOADED", [name for name in heavy if name in sys.modules], file=sys.stderr)
sys.exit(code)
"""
COMMANDS = {
    "new": ["new", "{folder}/new.checkin", "--name", "New"],
    "read": ["read", "{folder}/guests.csv"],
    "import": ["import", "{event}", "{folder}/guests.csv"],
    "set": ["set", "{event}", "--venue", "The Quay"],
    "show": ["show", "{event}", "EB-0001"],
    "stocks": ["stocks"],
    "stock": ["stock", "add", "Mine", "--badge", "80x50"],
    "test-sheet": ["test-sheet", "{folder}/t.pdf"],
    "audiences": ["audiences", "{event}"],
    "attendees": ["attendees", "{event}"],
    "badges": ["badges", "{event}", "{folder}/b.pdf", "--verify"],
    "list": ["list", "{event}", "show"],
    "add": ["add", "{event}", "--name", "Bo"],
    "walkin": ["walkin", "{event}", "--name", "Bo"],
    "correct": ["correct", "{event}", "zoe@example.org", "company=X"],
    "permission": ["permission", "{event}", "zoe@example.org", "contact", "yes"],
    "export": ["export", "{event}", "{folder}/e.xlsx"],
    "stats": ["stats", "{event}"],
    "erase": ["erase", "{event}", "hans@example.org", "--yes"],
    "save-copy": ["save-copy", "{event}", "{folder}/copy.checkin"],
    "check": ["check", "{event}"],
    "demo": ["demo", "{folder}/demo"],
}


def loaded(event: Path, heavy: list[str], args: list[str]) -> str:
    filled = [arg.format(event=event, folder=event.parent) for arg in args]
    done = in_a_process("-c", LOADED, ",".join(heavy), *filled)
    assert done.returncode == 0, done.stderr
    return done.stderr.decode().rpartition("LOADED ")[2].strip()


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_of_the_terminal_loads_the_windows_library(event, name):
    assert loaded(event, ["PySide6", "shiboken6"], COMMANDS[name]) == "[]"


def test_scan_loads_what_the_door_needs_and_nothing_of_paper_or_sheets(event):
    heavy = [
        "reportlab", "openpyxl", "xlsxwriter", "python_calamine", "zxingcpp",
        "pypdfium2", "uharfbuzz", "qrcode", "numpy", "rich", "rapidfuzz", "PySide6",
        "sqlite_utils", "fontTools", "phonenumbers", "email_validator",
    ]  # fmt: skip
    assert loaded(event, heavy, ["scan", "{event}", "EB-0001"]) == "[]"


def test_the_test_of_what_is_loaded_sees_what_is_loaded(event):
    args = ["badges", "{event}", "{folder}/b.pdf"]
    assert loaded(event, ["reportlab"], args) == "['reportlab']"
