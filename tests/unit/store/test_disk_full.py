"""A disk that is full: the scan is said not to be saved, and nothing else is lost."""

import os
import subprocess
import sys

import pytest

from checkin.model.errors import DiskFull
from checkin.model.kinds import Kind


def pages(event, more):
    """Lets the file grow by so many pages only."""
    (now,) = event._conn.execute("PRAGMA page_count").fetchone()
    event._conn.execute(f"PRAGMA max_page_count = {now + more}").fetchone()


def test_a_write_that_finds_no_room_changes_nothing_and_later_all_goes_on(
    event, listed, note
):
    (zoe,) = listed(event, "Zoë Ångström")
    told = []
    event.subscribe(told.append)
    entries = len(list(event.entries()))
    pages(event, 1)
    with pytest.raises(DiskFull, match=r"evening\.checkin could not be written"):
        listed(event, *(f"Guest {n}" for n in range(2000)))
    assert told == []
    assert len(list(event.entries())) == entries
    assert event.read.tally("people") == 1
    pages(event, 1000)
    note(event, Kind.CHECKIN_ADMITTED, zoe)
    assert event.read.attendee(zoe).attended
    assert event.check() == []


@pytest.fixture
def small_disk(tmp_path):
    """A file system of its own with one megabyte, where the system lets us have one."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can make a small file system")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine doesn't let a test mount a file system")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(place, leave=0):
    """Leaves so many bytes of room, a whole number of blocks."""
    free = os.statvfs(place)
    (place / "filler").write_bytes(bytes(free.f_bavail * free.f_frsize - leave))


def test_a_real_disk_that_fills_up_while_people_come(
    small_disk, event, opened, listed, note
):
    event.save_copy(small_disk / "evening.checkin")
    full = opened(small_disk / "evening.checkin")
    (zoe,) = listed(full, "Zoë Ångström")
    fill(small_disk)
    with pytest.raises(DiskFull):
        listed(full, *(f"Guest {n}" for n in range(2000)))
    kept = len(list(full.entries()))
    (small_disk / "filler").unlink()
    note(full, Kind.CHECKIN_ADMITTED, zoe)
    assert len(list(full.entries())) == kept + 1
    assert full.check() == []
    full.close()
    assert opened(small_disk / "evening.checkin").check() == []


@pytest.mark.parametrize("leave", [0, 8192, 65536])
def test_neither_a_copy_nor_a_new_event_is_left_half_made(
    small_disk, event, listed, clock, leave
):
    listed(event, *(f"Guest {n}" for n in range(500)))
    fill(small_disk, leave)
    with pytest.raises(DiskFull, match=r"copy\.checkin could not"):
        event.save_copy(small_disk / "copy.checkin")
    with pytest.raises(DiskFull, match=r"new\.checkin could not"):
        type(event).create(
            small_disk / "new.checkin", {"name": "E"}, clock, event.desk, event.random
        )
    assert [p.name for p in small_disk.iterdir()] == ["filler"]
