"""What a machine remembers: which desk it is of which file, whatever happens."""

import os
from datetime import timedelta
from random import Random

import pytest

from checkin.settings import Settings, SystemClock, config_dir


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "config"
    folder.mkdir()
    return folder


@pytest.fixture
def event(tmp_path):
    path = tmp_path / "evening.checkin"
    path.touch()
    return path


def test_a_machine_is_the_same_desk_of_a_file_each_time(folder, event):
    first = Settings(folder).desk_id(event)
    assert len(first) == 16
    assert Settings(folder).desk_id(event) == first


def test_another_way_to_write_the_path_is_the_same_desk(folder, event, monkeypatch):
    settings = Settings(folder)
    monkeypatch.chdir(event.parent)
    relative = event.relative_to(event.parent)
    roundabout = event.parent / "config" / ".." / event.name
    assert settings.desk_id(relative) == settings.desk_id(event)
    assert settings.desk_id(roundabout) == settings.desk_id(event)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_to_the_file_is_the_same_desk_and_to_itself_no_reason_to_fail(
    folder, event
):
    settings = Settings(folder)
    link = event.with_name("link.checkin")
    link.symlink_to(event)
    assert settings.desk_id(link) == settings.desk_id(event)
    loop = event.with_name("loop.checkin")
    loop.symlink_to(loop)
    assert settings.desk_id(loop) != settings.desk_id(event)


def test_a_copy_of_the_file_is_another_desk(folder, event):
    settings = Settings(folder)
    copy = event.with_name("copy.checkin")
    copy.write_bytes(event.read_bytes())
    assert settings.desk_id(copy) != settings.desk_id(event)


def test_another_machine_is_another_desk_of_the_same_file(tmp_path, event):
    (tmp_path / "other").mkdir()
    (tmp_path / "one").mkdir()
    one, other = Settings(tmp_path / "one"), Settings(tmp_path / "other")
    assert one.desk_id(event) != other.desk_id(event)


def test_a_new_event_where_an_older_one_was_is_another_desk(folder, event):
    settings = Settings(folder)
    before = settings.desk_id(event)
    settings.forget_desk(event)
    assert Settings(folder).desk_id(event) != before
    settings.forget_desk(event.with_name("never seen.checkin"))


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"42", b"\xff\xfe\x00", b'{"desks": {'], ids=repr
)
def test_settings_that_can_not_be_read_are_set_aside_and_the_door_opens(
    folder, event, content
):
    (folder / "settings.json").write_bytes(content)
    desk = Settings(folder).desk_id(event)
    assert (folder / "settings.unreadable").read_bytes() == content
    assert Settings(folder).desk_id(event) == desk


@pytest.mark.parametrize(
    "desks", ["[]", "null", '{"PATH": "no id"}', '{"PATH": 7}', '{"PATH": null}']
)
def test_desks_that_somebody_wrote_by_hand_do_not_stand_in_the_way(
    folder, event, desks
):
    written = desks.replace("PATH", event.resolve().as_posix())
    (folder / "settings.json").write_text(f'{{"desks": {written}}}')
    desk = Settings(folder).desk_id(event)
    assert len(desk) == 16
    assert Settings(folder).desk_id(event) == desk


def test_a_folder_where_nothing_can_be_kept_still_gives_a_desk(tmp_path, event):
    missing = Settings(tmp_path / "missing", Random(1).randbytes)
    assert len(missing.desk_id(event)) == 16
    assert missing.desk_id(event) == missing.desk_id(event)
    (tmp_path / "file").write_text("in the place of a folder")
    assert len(Settings(tmp_path / "file").desk_id(event)) == 16


def test_nothing_but_the_settings_lies_in_the_folder_afterwards(folder, event):
    Settings(folder).desk_id(event)
    assert [p.name for p in folder.iterdir()] == ["settings.json"]


def test_the_settings_lie_in_the_home_of_the_user(home):
    assert config_dir().is_dir()
    assert home in config_dir().parents


def test_the_clock_of_the_system_gives_the_local_offset_and_does_not_go_back():
    one, two = SystemClock().now(), SystemClock().now()
    assert one.ms <= two.ms
    assert abs(timedelta(minutes=one.offset)) <= timedelta(hours=14)
