"""Saved copies: whole while the event is open, and never over something."""

import pytest

from checkin.model.errors import FileNotWritable
from checkin.model.kinds import Kind
from checkin.store.errors import EventExists


def test_a_copy_holds_all_that_was_written_though_the_event_is_open(
    event, listed, note, opened, tmp_path
):
    (zoe,) = listed(event, "Zoë Ångström")
    note(event, Kind.CHECKIN_ADMITTED, zoe)
    event.save_copy(tmp_path / "copy.checkin")
    copy = opened(tmp_path / "copy.checkin")
    assert list(copy.entries()) == list(event.entries())
    assert copy.read.attendee(zoe).attended
    assert copy.search("zoe") == [zoe]
    assert copy.check() == []


def test_a_copy_is_one_file(event, listed, tmp_path):
    listed(event, "Zoë")
    (tmp_path / "copies").mkdir()
    event.save_copy(tmp_path / "copies" / "copy.checkin")
    assert [p.name for p in (tmp_path / "copies").iterdir()] == ["copy.checkin"]


def test_the_event_and_its_copy_go_their_own_ways_and_know_each_others_badges(
    event, listed, opened, tmp_path
):
    event.save_copy(tmp_path / "copy.checkin")
    copy = opened(tmp_path / "copy.checkin")
    listed(event, "Zoë")
    listed(copy, "Łukasz")
    assert [a.name for a in event.read.attendees()] == ["Zoë"]
    assert [a.name for a in copy.read.attendees()] == ["Łukasz"]
    code = event.new_code()
    assert copy.codes.origin(code) is event.codes.origin(code)


def test_what_is_there_already_is_not_overwritten(event, tmp_path):
    target = tmp_path / "copy.checkin"
    target.write_text("my diary")
    with pytest.raises(EventExists):
        event.save_copy(target)
    assert target.read_text() == "my diary"


def test_the_event_is_not_copied_over_itself(event, path):
    with pytest.raises(EventExists):
        event.save_copy(path)
    assert event.check() == []


def test_a_folder_that_is_not_there_is_said(event, tmp_path):
    with pytest.raises(FileNotWritable, match=r"copy\.checkin can’t be written"):
        event.save_copy(tmp_path / "no" / "copy.checkin")
