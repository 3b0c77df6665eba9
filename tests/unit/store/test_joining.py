"""Joining: an event that is open already, once more and at once, on another thread."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from checkin.model.errors import FileNotThere
from checkin.model.kinds import Kind
from checkin.store import opening
from checkin.store.errors import NotAnEvent, ReadOnlyEvent
from checkin.store.eventfile import EventFile


@pytest.fixture
def elsewhere():
    """Does something on another thread, and gives what came of it."""
    with ThreadPoolExecutor(1) as pool:
        yield lambda job: pool.submit(job).result(30)


def test_another_thread_reads_and_writes_the_same_event(event, elsewhere, listed, note):
    (zoe,) = listed(event, "Zoë")
    place = event.place

    def come():
        with closing(EventFile.join(place)) as joined:
            note(joined, Kind.CHECKIN_ADMITTED, zoe)
            return joined.read.attendee(zoe), joined.desk

    guest, desk = elsewhere(come)
    assert guest.inside
    assert desk == event.desk
    assert event.poll()
    assert event.read.attendee(zoe) == guest
    assert event.check() == []


def test_joining_checks_and_rebuilds_nothing(event, listed, monkeypatch):
    listed(event, "Zoë")

    def never(*_):
        raise AssertionError

    for name in ("open_checked", "check_head", "needs_rebuild", "_check_inside"):
        monkeypatch.setattr(opening, name, never)
    with closing(EventFile.join(event.place)) as joined:
        assert joined.read.tally("people") == 1
        with closing(EventFile.join(joined.place)) as third:
            assert third.read.tally("people") == 1


def test_who_joined_hears_what_the_first_wrote(event, listed):
    with closing(EventFile.join(event.place)) as joined:
        heard = []
        joined.subscribe(heard.append)
        listed(event, "Zoë")
        assert joined.poll()
        assert [change.from_elsewhere for change in heard] == [True]


def test_closing_the_second_does_the_first_no_harm(event, listed, path):
    (zoe,) = listed(event, "Zoë")
    log = path.with_name(path.name + "-wal")
    before = log.stat().st_size
    EventFile.join(event.place).close()
    assert log.stat().st_size == before
    assert event.read.attendee(zoe).name == "Zoë"
    listed(event, "Łukasz")
    assert event.check() == []


def test_closing_the_first_leaves_the_second_whole(event, listed):
    joined = EventFile.join(event.place)
    event.close()
    (zoe,) = listed(joined, "Zoë")
    assert joined.read.attendee(zoe).name == "Zoë"
    joined.close()


def test_a_long_log_is_folded_in_by_who_wrote_it(event, listed, path):
    joined = EventFile.join(event.place)
    listed(joined, *(f"Guest {n}" for n in range(500)))
    before = path.stat().st_size
    joined.close()
    assert path.stat().st_size > before


def test_an_event_that_was_taken_away_can_not_be_joined(event, path, tmp_path):
    place = event.place
    event.close()
    path.rename(tmp_path / "elsewhere.checkin")
    with pytest.raises(FileNotThere, match=r"evening\.checkin"):
        EventFile.join(place)


@pytest.mark.parametrize("content", [b"", b"no database at all" * 400], ids=len)
def test_what_is_no_event_any_more_is_told_in_words(event, path, content):
    place = event.place
    event.close()
    path.write_bytes(content)
    with pytest.raises(NotAnEvent, match=r"evening\.checkin"):
        EventFile.join(place)


def test_one_that_can_only_be_read_is_joined_for_reading(
    event, path, listed, opened, monkeypatch
):
    listed(event, "Zoë")
    event.close()
    copy = path.with_name("copy.checkin")
    shutil.copy(path, copy)
    monkeypatch.setattr(opening.os, "access", lambda *_: False)
    first = opened(copy)
    with closing(EventFile.join(first.place)) as joined:
        assert joined.read_only
        assert joined.read.tally("people") == 1
        with pytest.raises(ReadOnlyEvent):
            listed(joined, "Łukasz")
    names = sorted(p.name for p in path.parent.iterdir())
    assert names == ["copy.checkin", "evening.checkin"]
