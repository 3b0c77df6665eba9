"""Event files that are none, damaged, newer, tampered with or read-only."""

import os
import random
import sqlite3
import subprocess

import pytest

COMMANDS = {
    "overview": ["{event}"],
    "import": ["import", "{event}", "{folder}/guests.csv"],
    "attendees": ["attendees", "{event}"],
    "badges": ["badges", "{event}", "{folder}/out.pdf"],
    "scan": ["scan", "{event}", "EB-0001"],
    "scan from a pipe": ["scan", "{event}", "--json"],
    "list": ["list", "{event}", "show"],
    "add": ["add", "{event}", "--name", "Bo"],
    "walkin": ["walkin", "{event}", "--name", "Bo"],
    "correct": ["correct", "{event}", "EB-0001", "company=X"],
    "permission": ["permission", "{event}", "EB-0001", "contact", "yes"],
    "undo": ["undo", "{event}"],
    "export": ["export", "{event}", "{folder}/out.csv"],
    "stats": ["stats", "{event}"],
    "erase": ["erase", "{event}", "EB-0001", "--yes"],
    "save-copy": ["save-copy", "{event}", "{folder}/out.checkin"],
    "check": ["check", "{event}"],
}


def filled(command, event, folder):
    return [arg.format(event=event, folder=folder) for arg in COMMANDS[command]]


@pytest.fixture(params=COMMANDS)
def refuses(request, complains, event, guests, tmp_path):
    """Runs one of the commands on a bad event file; gives the words on the error."""

    def call(path=event):
        command = filled(request.param, path, tmp_path)
        return complains(*command, typed="EB-0001\nEB-0002\n")

    return call


def execute(path, *statements):
    conn = sqlite3.connect(path)
    with conn:
        for statement in statements:
            conn.execute(statement)
    conn.close()


def test_an_event_that_is_not_there(refuses, tmp_path):
    assert "There is no file gone.checkin" in refuses(tmp_path / "gone.checkin")


def test_a_path_that_is_no_file(refuses, tmp_path):
    (tmp_path / "folder.checkin").mkdir()
    assert "can’t be opened" in refuses(tmp_path / "folder.checkin")
    (tmp_path / "loop.checkin").symlink_to(tmp_path / "loop.checkin")
    refuses(tmp_path / "loop.checkin")
    refuses(tmp_path / ("x" * 300 + ".checkin"))
    refuses(tmp_path / "guests.csv" / "inside.checkin")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        b"SQLite format 3\0",
        b"Name\nAnna\n" * 99,
    ],
    ids=["empty", "a picture", "a stump", "a list"],
)
def test_a_file_of_another_kind(refuses, event, content):
    event.write_bytes(content)
    assert "is not a Checkin event" in refuses()


def test_another_programs_database(refuses, event):
    event.unlink()
    execute(event, "CREATE TABLE bookmarks (url)", "PRAGMA user_version = 1")
    assert "is not a Checkin event" in refuses()


def test_a_database_that_is_torn(refuses, event):
    content = event.read_bytes()
    event.write_bytes(content[: len(content) // 2])
    assert "is damaged" in refuses()


def test_a_database_with_holes(refuses, event):
    content = bytearray(event.read_bytes())
    content[4096:-4096] = bytes(len(content) - 8192)
    event.write_bytes(content)
    assert "is damaged" in refuses()


def test_an_event_of_a_newer_checkin(refuses, event):
    execute(event, "PRAGMA user_version = 99")
    assert "was made by a newer Checkin" in refuses()


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER evil AFTER INSERT ON entries BEGIN DELETE FROM codes; END",
        "CREATE VIEW evil AS SELECT * FROM entries",
        "CREATE TABLE evil (a)",
    ],
    ids=["a trigger", "a view", "a table"],
)
def test_an_event_with_something_foreign_in_it(refuses, event, sql):
    execute(event, sql)
    words = refuses()
    assert "contains something that Checkin did not put there" in words
    assert "evil" in words


@pytest.mark.parametrize(
    "sql",
    ["DROP TABLE entries", "DROP TABLE meta", "DELETE FROM meta"],
)
def test_an_event_without_its_ledger_or_identity(refuses, event, sql):
    execute(event, sql)
    assert "is damaged" in refuses()


@pytest.mark.parametrize("data", ["'{\"fields\":'", "CAST(x'ff' AS TEXT)"])
def test_an_entry_that_can_not_be_read_any_more(complains, event, data):
    execute(event, f"UPDATE entries SET data = {data} WHERE kind = 'attendee.listed'")
    for command in (["check", event], ["attendees", event, "--json"]):
        assert "something stored in it can’t be read any more" in complains(*command)


def test_whatever_single_bytes_are_wrong_it_is_never_our_bug_and_never_hangs(
    checkin, event
):
    """Structure is checked on opening; the seed is fixed, so this is one long table."""
    checkin("scan", event, "EB-0001", "nonsense")
    good = event.read_bytes()
    seeded = random.Random(2)
    codes = set()
    for _ in range(40):
        bad = bytearray(good)
        for _ in range(seeded.choice((1, 4, 40))):
            bad[seeded.randrange(100, len(bad))] ^= 1 << seeded.randrange(8)
        for command in (["stats", event], ["check", event], ["scan", event, "EB-0002"]):
            event.write_bytes(bad)
            codes.add(checkin(*command).code)
    assert codes == {0, 1, 3}


@pytest.fixture
def read_only(event, medium):
    """The event on a medium that nobody can write to."""
    folder = medium("size=4m")
    (folder / event.name).write_bytes(event.read_bytes())
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
    return folder / event.name


WRITING = (
    "import", "badges", "scan", "scan from a pipe", "add", "walkin", "correct",
    "permission", "erase",
)  # fmt: skip


def test_nothing_is_kept_on_a_read_only_medium_and_that_is_said(
    complains, read_only, tmp_path
):
    for command in WRITING:
        words = complains(*filled(command, read_only, tmp_path), typed="EB-0001\n")
        assert "can only be read" in words
    complains("list", read_only, "add", "Workshop")
    complains("list", read_only, "close", "Main")
    complains("save-copy", read_only, read_only.with_name("copy.checkin"))
    complains("export", read_only, read_only.with_name("out.csv"))
    complains("badges", read_only, read_only.with_name("out.pdf"))


def test_a_read_only_medium_can_be_read_exported_and_copied(
    checkin, read_only, tmp_path
):
    for command in ("overview", "attendees", "stats", "check", "export", "list"):
        assert checkin(*filled(command, read_only, tmp_path)).code == 0
    copy = tmp_path / "copy.checkin"
    assert checkin("save-copy", read_only, copy).code == 0
    assert checkin("scan", copy, "EB-0001").code == 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write all")
def test_a_file_without_leave_to_write(complains, event):
    event.chmod(0o444)
    assert "can only be read" in complains("scan", event, "EB-0001")
