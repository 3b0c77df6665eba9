"""Making an event file: whole or not at all, and never over something."""

import os

import pytest

from checkin.model.errors import FileNotWritable
from checkin.model.ids import DeskId
from checkin.store.errors import EventExists
from checkin.store.eventfile import Desk, EventFile


@pytest.fixture
def create(clock, random):
    def make(path, **fields):
        desk = Desk(DeskId(random(16)), "Main door")
        return EventFile.create(
            path, {"name": "Evening", **fields}, clock, desk, random
        )

    return make


def test_a_new_event_has_its_name_a_list_and_nobody(tmp_path, create):
    with create(tmp_path / "evening.checkin", venue="Town hall") as event:
        assert event.read.event().name == "Evening"
        assert event.read.event().venue == "Town hall"
        assert [one.name for one in event.read.lists()] == ["Main"]
        assert event.read.tallies() == {}
        assert event.check() == []


def test_a_new_event_is_one_file_and_nothing_beside_it(tmp_path, create):
    create(tmp_path / "evening.checkin").close()
    assert [p.name for p in tmp_path.iterdir()] == ["evening.checkin"]


@pytest.mark.parametrize("content", [b"", b"my diary"])
def test_what_has_that_name_already_is_left_as_it_is(tmp_path, create, content):
    path = tmp_path / "evening.checkin"
    path.write_bytes(content)
    with pytest.raises(EventExists, match=r"evening\.checkin exists already"):
        create(path)
    assert path.read_bytes() == content
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_of_that_name_is_left_as_it_is(tmp_path, create):
    (tmp_path / "evening.checkin").mkdir()
    with pytest.raises(EventExists):
        create(tmp_path / "evening.checkin")


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path, create):
    path = tmp_path / "evening.checkin"
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(EventExists):
        create(path)
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_is_not_there_is_said_by_the_name_the_user_gave(tmp_path, create):
    with pytest.raises(FileNotWritable) as caught:
        create(tmp_path / "no" / "evening.checkin")
    assert str(caught.value).startswith("evening.checkin can’t be written")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_a_folder_is_said(tmp_path, create):
    (tmp_path / "no").write_text("a file")
    with pytest.raises(FileNotWritable):
        create(tmp_path / "no" / "evening.checkin")


def test_a_name_that_is_too_long_is_said(tmp_path, create):
    with pytest.raises(FileNotWritable):
        create(tmp_path / ("x" * 300 + ".checkin"))


def test_a_file_left_over_from_a_crash_does_not_stand_in_the_way(tmp_path, create):
    left = tmp_path / f".evening.checkin.{os.getpid()}.part"
    left.write_bytes(b"half")
    create(tmp_path / "evening.checkin").close()
    assert not left.exists()


def test_two_events_have_ids_secrets_and_codes_of_their_own(tmp_path, create):
    with create(tmp_path / "1.checkin") as one, create(tmp_path / "2.checkin") as two:
        assert one.event_id != two.event_id
        assert one.sub_key(b"x") != two.sub_key(b"x")
        assert two.codes.origin(one.new_code()) is not two.codes.origin(two.new_code())


def test_names_with_odd_letters_are_fine(tmp_path, create):
    path = tmp_path / "Été ? 100 % #1 山.checkin"
    create(path).close()
    assert path.stat().st_size > 0
    assert len(list(tmp_path.iterdir())) == 1
