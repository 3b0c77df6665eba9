"""Files of older versions open, are copied first, and are brought up to date."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from checkin.model.kinds import Kind
from checkin.model.permission import Answer, Purpose
from checkin.store import opening
from checkin.store.errors import NewerEventFile, OldReadOnlyEvent
from checkin.store.roll import State, roll
from checkin.store.schema import VERSION, migrations

OLD = Path(__file__).parents[2] / "data" / "old_files"


@pytest.fixture(params=range(1, VERSION + 1))
def old(request, tmp_path):
    """A file as each version up to today's wrote it."""
    kept = OLD / f"v{request.param}.checkin"
    assert kept.exists(), f"write make_v{request.param}.py beside make_v1.py"
    return Path(shutil.copy(kept, tmp_path / "old.checkin"))


def test_a_file_of_every_version_opens_and_holds_what_it_held(old, opened):
    event = opened(old)
    assert event.check() == []
    assert [a.name for a in event.read.attendees()] == [
        "Łukasz Nowak",
        "Zoë Ångström",
        "山田太郎",
    ]
    zoe = event.read.attendee(event.search("zoe")[0])
    assert (zoe.attended, zoe.printed) == (True, 1)
    assert zoe.may(Purpose.CONTACT) is Answer.NO
    assert event.codes.origin(zoe.code).name == "OURS"
    assert event.read.by_code(zoe.code) == ([zoe.id], False)
    lukasz = event.read.attendee(event.search("lukasz")[0])
    assert not lukasz.attended
    assert event.read.extra_of(lukasz.id) == {"Table": "1", "Diet": "vegan"}
    taro = event.read.attendee(event.search("山田")[0])
    assert taro.details.company == "Tea"
    assert event.read.suppressed(["ab12"])
    (run,) = event.read.print_runs()
    assert (run.badges, run.gone) == (1, 0)
    assert [badge.attendee for badge in event.read.on_run(run.act)] == [zoe.id]
    assert not zoe.badge_changed
    assert event.read.tallies()["expected"] == 3
    assert event.unknown_kinds() == {}


def test_a_file_of_every_version_is_looked_at_like_a_new_one(old, opened):
    event = opened(old)
    shown = roll(event.read)
    people = [guest.name for guest in event.read.by_numbers(shown.numbers)]
    assert people == ["Łukasz Nowak", "Zoë Ångström", "山田太郎"]
    assert (shown.counts[State.HERE], shown.counts[State.EXPECTED]) == (1, 2)
    conn = sqlite3.connect(old)
    made = conn.execute("SELECT name FROM sqlite_schema WHERE tbl_name = 'entries'")
    assert ("entries_kind",) in made.fetchall()
    conn.close()


def test_an_old_file_that_can_only_be_read_has_to_be_copied_first(
    tmp_path, opened, monkeypatch
):
    old = Path(shutil.copy(OLD / "v1.checkin", tmp_path / "old.checkin"))
    monkeypatch.setattr(opening.os, "access", lambda *_: False)
    before = old.read_bytes()
    with pytest.raises(OldReadOnlyEvent, match=r"old\.checkin was made by an older"):
        opened(old)
    assert old.read_bytes() == before


def test_a_file_of_every_version_can_be_written_to(old, opened, note):
    event = opened(old)
    lukasz = event.search("lukasz")[0]
    note(event, Kind.CHECKIN_ADMITTED, lukasz)
    event.close()
    assert opened(old).read.attendee(lukasz).attended


@pytest.fixture
def later(monkeypatch):
    """A Checkin whose format is one newer; returns what its migration runs."""
    steps = migrations.__wrapped__()
    statements = ["ALTER TABLE entries ADD COLUMN mood TEXT"]

    @steps()
    def add_moods(db):
        for statement in statements:
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {VERSION + 1}")

    monkeypatch.setattr(opening, "VERSION", VERSION + 1)
    monkeypatch.setattr(opening, "migrations", lambda: steps)
    return statements


def columns(path):
    conn = sqlite3.connect(path)
    found = [row[1] for row in conn.execute("PRAGMA table_info(entries)")]
    (version,) = conn.execute("PRAGMA user_version").fetchone()
    conn.close()
    return "mood" in found, version


def test_an_older_file_is_copied_and_then_brought_up_to_date(
    path, opened, listed, later
):
    event = opened(path)
    (zoe,) = listed(event, "Zoë")
    event.close()
    assert columns(path) == (True, VERSION + 1)
    copy = path.with_name(f"evening before update from {VERSION}.checkin")
    assert columns(copy) == (False, VERSION)
    assert opened(path).read.attendee(zoe).name == "Zoë"


def test_a_file_is_brought_up_to_date_once(path, opened, later):
    opened(path).close()
    before = sorted(p.name for p in path.parent.iterdir())
    opened(path).close()
    assert sorted(p.name for p in path.parent.iterdir()) == before


def test_an_update_that_fails_changes_nothing(path, opened, later):
    later.append("CREATE TABLE entries (oops)")
    with pytest.raises(sqlite3.OperationalError):
        opened(path)
    assert columns(path) == (False, VERSION)


def test_an_updated_file_is_refused_by_the_version_before(path, opened, later):
    opened(path).close()
    with pytest.MonkeyPatch.context() as before:
        before.setattr(opening, "VERSION", VERSION)
        with pytest.raises(NewerEventFile):
            opened(path)


def test_a_copy_that_is_there_from_last_time_is_kept(path, opened, later):
    copy = path.with_name(f"evening before update from {VERSION}.checkin")
    copy.write_text("from last time")
    opened(path).close()
    assert copy.read_text() == "from last time"
