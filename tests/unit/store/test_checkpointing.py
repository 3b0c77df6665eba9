"""One process checkpoints at a time; the file that says so goes when it has."""

import tempfile

import pytest

from checkin.store.opening import checkpointing


@pytest.fixture
def locks(tmp_path, monkeypatch):
    """The names of the lock files that lie there now."""
    folder = tmp_path / "locks"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return lambda: [lock.name for lock in folder.iterdir()]


def test_while_one_checkpoints_the_other_leaves_it_to_that_one(path, locks):
    with checkpointing(path) as mine:
        with checkpointing(path) as theirs:
            assert mine
            assert not theirs
        assert len(locks()) == 1
    assert locks() == []


def test_a_checkpoint_that_fails_leaves_no_lock_behind(path, locks):
    with pytest.raises(OSError, match="full"), checkpointing(path):
        raise OSError("the disk is full")
    assert locks() == []


def test_closing_an_event_leaves_no_lock_behind(event, locks):
    event.checkpoint(force=True)
    event.close()
    assert locks() == []
