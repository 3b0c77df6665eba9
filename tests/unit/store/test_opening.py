"""Opening: only what is whole and ours; everything else is refused with words."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from checkin.model.errors import CheckinError, FileNotReadable, FileNotThere
from checkin.store.connection import APPLICATION_ID
from checkin.store.errors import (
    DamagedEvent,
    NewerEventFile,
    NotAnEvent,
    TamperedEvent,
)

PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


def change(path, *statements):
    conn = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        conn.execute(statement).fetchall()
    conn.close()


def refused(opened, path, kind):
    """Opening is refused, in three sentences, and the file stays byte for byte."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind) as caught:
        opened(path)
    assert isinstance(caught.value, CheckinError)
    assert len(str(caught.value).splitlines()) == 3
    assert path.name in str(caught.value)
    assert ".part" not in str(caught.value)
    if before is not None:
        assert path.read_bytes() == before
    return caught.value


def test_what_was_closed_opens_again_with_all_that_was_in_it(path, opened, listed):
    with opened(path) as event:
        (zoe,) = listed(event, "Zoë Ångström", email="zoe@a.example")
    again = opened(path)
    assert again.read.attendee(zoe).details.email == "zoe@a.example"
    assert again.check() == []


def test_a_file_that_is_not_there(tmp_path, opened):
    refused(opened, tmp_path / "evening.checkin", FileNotThere)


def test_a_folder(tmp_path, opened):
    refused(opened, tmp_path, FileNotReadable)


@pytest.mark.skipif(os.name == "nt", reason="Windows has none among its files")
def test_a_pipe(tmp_path, opened):
    path = tmp_path / "evening.checkin"
    os.mkfifo(path)
    refused(opened, path, FileNotReadable)


@pytest.mark.parametrize(
    "content",
    [b"", b"SQLite format 3\0", PNG, b"name,email\nZoe,z@a.example\n" * 20],
    ids=["empty", "only a head", "picture", "list"],
)
def test_a_file_of_another_kind(tmp_path, opened, content):
    path = tmp_path / "thing.checkin"
    path.write_bytes(content)
    refused(opened, path, NotAnEvent)


def test_another_programs_database(tmp_path, opened):
    path = tmp_path / "photos.checkin"
    change(path, "CREATE TABLE photos (name)")
    refused(opened, path, NotAnEvent)


def test_a_database_that_only_wears_our_mark(tmp_path, opened):
    path = tmp_path / "empty.checkin"
    change(path, f"PRAGMA application_id = {APPLICATION_ID}", "CREATE TABLE meta (x)")
    refused(opened, path, DamagedEvent)


def many_people(path, opened, listed):
    with opened(path) as event:
        listed(event, *(f"Guest {n}" for n in range(300)))


@pytest.mark.parametrize("part", [0.2, 0.5, 0.8])
def test_damaged_pages_in_the_middle(path, opened, listed, part):
    many_people(path, opened, listed)
    content = bytearray(path.read_bytes())
    page = int(len(content) * part) // 4096 * 4096
    content[page : page + 8192] = b"\xa5" * 8192
    path.write_bytes(content)
    refused(opened, path, DamagedEvent)


def test_a_file_that_was_cut_off(path, opened, listed):
    many_people(path, opened, listed)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 // 4096 * 4096])
    refused(opened, path, DamagedEvent)


def test_a_file_of_a_newer_version(path, opened):
    change(path, "PRAGMA user_version = 7")
    error = refused(opened, path, NewerEventFile)
    assert "has format 7; this Checkin knows up to 1" in str(error)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON entries BEGIN DELETE FROM entries; END",
        "CREATE VIEW v AS SELECT * FROM meta",
        "CREATE TABLE ours (x)",
        "CREATE VIRTUAL TABLE more USING fts5(x)",
    ],
)
def test_what_we_never_put_there(path, opened, statement):
    change(path, statement)
    error = refused(opened, path, TamperedEvent)
    assert any(word in str(error) for word in ("trigger t", "view v", "table "))


def test_a_table_of_ours_that_became_something_else(path, opened):
    change(path, "DROP TABLE headers", "CREATE VIEW headers AS SELECT 1 AS id")
    refused(opened, path, TamperedEvent)


def test_a_ledger_without_its_identity(path, opened):
    change(path, "DELETE FROM meta WHERE name = 'event'")
    refused(opened, path, DamagedEvent)


def test_a_missing_table_of_the_ledger(path, opened):
    change(path, "DROP TABLE entries")
    refused(opened, path, DamagedEvent)


def test_tables_that_another_version_folded_are_made_afresh(path, opened, listed):
    with opened(path) as event:
        (zoe,) = listed(event, "Zoë Ångström")
    change(
        path,
        "UPDATE meta SET value = 0 WHERE name = 'fold_version'",
        "UPDATE attendees SET full_name = 'folded otherwise'",
        "ALTER TABLE conflicts DROP COLUMN about",
    )
    event = opened(path)
    assert event.read.attendee(zoe).name == "Zoë Ångström"
    assert event.check() == []
    event.close()
    conn = sqlite3.connect(path)
    row = conn.execute("SELECT value FROM meta WHERE name = 'fold_version'").fetchone()
    conn.close()
    assert row[0] > 0


def test_a_file_that_was_renamed_or_moved_opens(path, opened, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    moved = tmp_path / "elsewhere" / "renamed 100%?.checkin"
    shutil.move(path, moved)
    assert opened(moved).read.event().name == "Evening"


@pytest.mark.parametrize(
    "change",
    [
        "DROP INDEX entries_id",
        "ALTER TABLE entries ADD COLUMN more AS (seq + 1)",
        "UPDATE meta SET name = 'other' WHERE name = 'secret'",
        "UPDATE meta SET value = 'text' WHERE name = 'event'",
        "PRAGMA user_version = 0",
    ],
)
def test_a_ledger_that_is_not_as_we_make_it_is_told_in_words(path, opened, change):
    with closing(sqlite3.connect(path)) as conn:
        conn.execute(change)
        conn.commit()
    with pytest.raises(DamagedEvent):
        opened(path)


def test_a_foreign_index_is_not_opened(path, opened):
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE INDEX strange ON entries (upper(kind))")
        conn.commit()
    with pytest.raises(TamperedEvent, match="index strange"):
        opened(path)


@pytest.mark.parametrize(
    "change", ["DROP TABLE presences", "ALTER TABLE lists DROP COLUMN closed_why"]
)
def test_a_folded_table_that_is_not_as_we_make_it_is_made_again(path, opened, change):
    with closing(sqlite3.connect(path)) as conn:
        conn.execute(change)
        conn.commit()
    event = opened(path)
    assert event.check() == []
    assert event.read.lists()[0].name == "Main"


def test_tables_of_a_later_fold_are_left_to_the_later_checkin(path, opened):
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("UPDATE meta SET value = 99 WHERE name = 'fold_version'")
        conn.commit()
    with pytest.raises(NewerEventFile):
        opened(path)


def test_an_event_is_for_the_eyes_of_its_user(path):
    assert path.stat().st_mode & 0o077 == 0


def test_a_path_with_two_slashes_is_the_same_file(path, opened):
    assert opened(type(path)(f"/{path}")).check() == []
