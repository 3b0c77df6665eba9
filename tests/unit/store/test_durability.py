"""Durable: every connection that writes was told so before it wrote anything.

kill -9 can't show a missing fsync: the system keeps what the process wrote. So the
settings themselves are looked at.
"""

import sqlite3

import pytest

from checkin.model.kinds import Kind
from checkin.store import connection
from checkin.store.eventfile import EventFile

WANTED = {
    "synchronous": 2,
    "secure_delete": 1,
    "trusted_schema": 0,
    "wal_autocheckpoint": 0,
    "temp_store": 2,
    "journal_size_limit": 16 * 1024 * 1024,
    "busy_timeout": 10_000,
    "cell_size_check": 1,
    "journal_mode": "wal",
}


def settings_of(conn):
    return {name: conn.execute(f"PRAGMA {name}").fetchone()[0] for name in WANTED}


@pytest.fixture
def writers(monkeypatch):
    """All connections made from now on: {connection's place in line: statements}."""
    told = {}
    real = sqlite3.connect

    def recording(database, *args, **kwargs):
        conn = real(database, *args, **kwargs)
        if database not in ("", ":memory:"):
            own = told.setdefault(len(told), [database])
            conn.set_trace_callback(own.append)
        return conn

    monkeypatch.setattr(sqlite3, "connect", recording)
    return told


def test_an_open_event_is_set_to_lose_nothing(event):
    assert settings_of(event._conn) == WANTED


def test_a_saved_copy_that_is_opened_is_set_to_lose_nothing(event, opened, tmp_path):
    event.save_copy(tmp_path / "copy.checkin")
    assert settings_of(opened(tmp_path / "copy.checkin")._conn) == WANTED


def test_every_connection_is_told_before_it_writes(
    writers, tmp_path, clock, random, listed, note
):
    from checkin.model.ids import DeskId
    from checkin.store.eventfile import Desk

    desk = Desk(DeskId(random(16)), "Main door")
    made = tmp_path / "evening.checkin"
    with EventFile.create(made, {"name": "E"}, clock, desk, random) as event:
        (zoe,) = listed(event, "Zoë")
        note(event, Kind.CHECKIN_ADMITTED, zoe)
        event.save_copy(tmp_path / "copy.checkin")
        event.rebuild()
    wrote = [said for said in writers.values() if any("BEGIN" in line for line in said)]
    assert len(wrote) >= 3  # making, filling and opening
    for said in wrote:
        begin = next(i for i, line in enumerate(said) if "BEGIN" in line)
        for pragma in ("synchronous = FULL", "secure_delete = ON"):
            assert f"PRAGMA {pragma}" in said[:begin], said


def test_on_a_mac_the_disk_itself_is_asked_to_keep_it(path, monkeypatch):
    monkeypatch.setattr(connection.sys, "platform", "darwin")
    conn = connection.connect(path)
    assert conn.execute("PRAGMA fullfsync").fetchone()[0] == 1
    conn.close()


def test_nothing_is_folded_in_while_people_are_scanned(event, listed, path):
    log = path.with_name(path.name + "-wal")
    before = path.stat().st_size
    listed(event, *(f"Guest {n}" for n in range(500)))
    assert path.stat().st_size == before
    assert log.stat().st_size > 0


def test_a_small_log_is_left_between_scans_and_a_forced_one_is_folded_in(
    event, listed, path
):
    before = path.stat().st_size
    listed(event, *(f"Guest {n}" for n in range(300)))
    event.checkpoint()
    assert path.stat().st_size == before
    event.checkpoint(force=True)
    assert path.stat().st_size > before


def test_a_clean_close_leaves_one_file(event, listed, path, tmp_path):
    listed(event, "Zoë")
    event.close()
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_long_evening_folds_the_log_in_now_and_then_but_not_at_every_scan(
    event, listed, note
):
    (who,) = listed(event, "Zoë")
    asked: list[str] = []
    event._conn.set_trace_callback(asked.append)
    for _ in range(900):
        note(event, Kind.CHECKIN_REFUSED, who, verdict="unknown")
        event.checkpoint()
    event._conn.set_trace_callback(None)
    assert sum("wal_checkpoint" in sql for sql in asked) == 2
    log = event.path.with_name(event.path.name + "-wal")
    assert log.stat().st_size < 16 * 1024 * 1024
