"""Read-only media: the event opens for reading, and says so when asked to write."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from checkin.model.errors import FileNotReadable, FileNotWritable
from checkin.model.kinds import Kind
from checkin.store.errors import ReadOnlyEvent

NOBODY = 65534

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="a folder there is not protected by its mode"
)


@contextmanager
def as_nobody():
    """Without the rights of root, who may write everywhere; needs no new process."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def medium():
    """A folder that everybody can read; write-protected by `protect`."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in (folder, *folder.iterdir()):
        path.chmod(0o700)
    shutil.rmtree(folder)


def protect(folder):
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)


@pytest.fixture
def protected(medium, event, listed):
    """An event with one guest on a medium that can't be written."""
    listed(event, "Zoë Ångström")
    event.save_copy(medium / "evening.checkin")
    protect(medium)
    return medium / "evening.checkin"


def test_it_opens_for_reading(protected, opened):
    with as_nobody():
        event = opened(protected)
        assert event.read_only
        assert [a.name for a in event.read.attendees()] == ["Zoë Ångström"]
        assert event.search("zoe") != []
        assert event.check() == []
        event.close()
        assert [p.name for p in protected.parent.iterdir()] == ["evening.checkin"]


def test_writing_is_refused_with_words(protected, opened, note):
    with as_nobody():
        event = opened(protected)
        (zoe,) = event.read.attendees()
        with pytest.raises(ReadOnlyEvent, match=r"evening\.checkin can only be read"):
            note(event, Kind.CHECKIN_ADMITTED, zoe.id)
        with pytest.raises(ReadOnlyEvent):
            event.undo(bytes(16))
        with pytest.raises(ReadOnlyEvent):
            event.rebuild()
        event.close()


def test_a_copy_of_it_can_be_saved_elsewhere_and_written(
    protected, opened, listed, tmp_path
):
    elsewhere = Path(tempfile.mkdtemp())
    elsewhere.chmod(0o777)
    with as_nobody():
        event = opened(protected)
        event.save_copy(elsewhere / "mine.checkin")
        event.close()
        mine = opened(elsewhere / "mine.checkin")
        assert not mine.read_only
        listed(mine, "Łukasz")
        mine.close()
    shutil.rmtree(elsewhere)


@pytest.mark.parametrize("shared_memory", [True, False])
def test_what_is_still_in_the_log_is_shown_or_refused_but_never_left_out(
    medium, event, listed, opened, path, shared_memory
):
    listed(event, "Zoë Ångström")
    for ending in ("", "-wal", "-shm") if shared_memory else ("", "-wal"):
        shutil.copy(f"{path}{ending}", f"{medium / path.name}{ending}")
    assert (medium / (path.name + "-wal")).stat().st_size > 0
    protect(medium)
    with as_nobody():
        if not shared_memory:  # SQLite can't read a log without it, and can't make it
            with pytest.raises(FileNotReadable):
                opened(medium / path.name)
            return
        copy = opened(medium / path.name)
        assert copy.read_only
        assert [a.name for a in copy.read.attendees()] == ["Zoë Ångström"]
        copy.close()


def test_a_file_that_may_not_be_read_at_all(protected, opened):
    protected.chmod(0o000)
    with as_nobody(), pytest.raises(FileNotReadable):
        opened(protected)


def test_nothing_is_made_in_a_folder_that_can_not_be_written(medium, event, clock):
    medium.chmod(0o555)
    with as_nobody():
        for make in (
            lambda: event.save_copy(medium / "copy.checkin"),
            lambda: type(event).create(
                medium / "new.checkin", {"name": "E"}, clock, event.desk, event.random
            ),
        ):
            with pytest.raises(FileNotWritable, match=r"(copy|new)\.checkin can’t"):
                make()
        assert list(medium.iterdir()) == []


def test_a_folder_that_may_not_even_be_looked_into(medium, event, clock):
    medium.chmod(0o000)
    with as_nobody(), pytest.raises(FileNotWritable):
        event.save_copy(medium / "copy.checkin")
