"""What a machine remembers: its desks, choices and events, whatever happens."""

import json
import os
from pathlib import Path
from random import Random

import pytest

from checkin.settings import OPTIONS, RecentEvent, Settings, config_dir

UNSAID = {
    "theme": "system", "text_size": 100, "sounds": True, "desk_name": "Main door"
}  # fmt: skip


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


def test_settings_that_were_set_aside_before_are_not_lost(folder):
    told = []
    for content in (b"first", b"second", b"third"):
        (folder / "settings.json").write_bytes(content)
        told.append(Settings(folder).unread)
    assert [kept.read_bytes() for kept in told] == [b"first", b"second", b"third"]
    assert [kept.name for kept in told] == [
        "settings.unreadable",
        "settings-2.unreadable",
        "settings-3.unreadable",
    ]


def test_where_they_can_not_be_set_aside_it_is_told_where_they_lie(folder, monkeypatch):
    def refuse(*_what):
        raise PermissionError

    (folder / "settings.json").write_text("{")
    monkeypatch.setattr(Path, "replace", refuse)
    assert Settings(folder).unread == folder / "settings.json"


def test_settings_that_an_editor_wrote_with_a_byte_order_mark_hold(folder):
    written = '{"options": {"theme": "dark"}}'
    (folder / "settings.json").write_text(written, encoding="utf-8-sig")
    settings = Settings(folder)
    assert settings.get("theme") == "dark"
    assert settings.unread is None


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


def test_what_one_window_chose_is_not_lost_when_another_chooses(folder, event):
    one, other = Settings(folder), Settings(folder)
    one.set("theme", "dark")
    other.set("text_size", 130)
    desk = one.desk_id(event)
    other.set("sounds", False)
    fresh = Settings(folder)
    chosen = [fresh.get(name) for name in ("theme", "text_size", "sounds")]
    assert chosen == ["dark", 130, False]
    assert fresh.desk_id(event) == desk == other.desk_id(event)


def test_two_windows_are_the_same_desk_of_a_file(folder, event):
    one, other = Settings(folder), Settings(folder)
    assert one.desk_id(event) == other.desk_id(event)


def test_who_watches_is_told_what_was_set_until_they_end_it(folder):
    settings, told = Settings(folder), []
    end = settings.watch(lambda name: told.append((name, settings.get(name))))
    settings.set("theme", "dark")
    settings.set("sounds", False)
    end()
    settings.set("theme", "light")
    assert told == [("theme", "dark"), ("sounds", False)]


def test_a_value_that_an_option_can_not_have_is_refused_and_nothing_changes(folder):
    settings, told = Settings(folder), []
    settings.watch(told.append)
    for name, value in (("theme", "pink"), ("text_size", True), ("sounds", 1)):
        with pytest.raises(ValueError, match=name):
            settings.set(name, value)
    with pytest.raises(KeyError):
        settings.set("mood", "good")
    assert told == []
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "options",
    ["7", "[]", '{"theme": "pink", "text_size": "130", "sounds": 0, "desk_name": " "}',
     '{"theme": null, "text_size": 130.0, "sounds": "no", "desk_name": []}'],
)  # fmt: skip
def test_a_choice_that_nobody_can_have_made_counts_as_none(folder, options):
    (folder / "settings.json").write_text(f'{{"options": {options}, "later": 1}}')
    settings = Settings(folder)
    assert {one.name: settings.get(one.name) for one in OPTIONS} == UNSAID
    settings.set("theme", "dark")
    assert Settings(folder).get("theme") == "dark"
    kept = json.loads((folder / "settings.json").read_text())
    assert kept["later"] == 1, "what a later version keeps there stays"


@pytest.fixture
def protected(folder, monkeypatch):
    """A folder with settings that can be read and not written."""
    (folder / "settings.json").write_text('{"options": {"text_size": 115}}')

    def refuse(*_args, **_more):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "write_text", refuse)
    return folder


def test_in_a_home_that_can_not_be_written_choices_hold_while_the_program_runs(
    protected, event
):
    settings = Settings(protected)
    settings.set("theme", "dark")
    settings.set("sounds", False)
    desk = settings.desk_id(event)
    settings.remember(RecentEvent(str(event), "Evening"))
    chosen = [settings.get(name) for name in ("theme", "text_size", "sounds")]
    assert chosen == ["dark", 115, False]
    assert settings.desk_id(event) == desk
    assert [one.name for one in settings.recent()] == ["Evening"]
    assert [p.name for p in protected.iterdir()] == ["settings.json"]


def test_recent_events_stand_newest_first_each_once_and_twelve_at_most(folder):
    settings = Settings(folder)
    for n in range(15):
        settings.remember(RecentEvent(f"/e/{n}", f"Event {n}", opened_at_ms=n))
    assert [e.name for e in settings.recent()] == [
        f"Event {n}" for n in range(14, 2, -1)
    ]
    again = RecentEvent(
        "/e/5", "Renamed", "2026-11-26T18:30", 62, 38, 60, True, opened_at_ms=99
    )
    settings.remember(again)
    found = Settings(folder).recent()
    assert found[0] == again
    assert len(found) == 12
    settings.forget("/e/5")
    settings.forget("/e/never")
    assert "/e/5" not in [e.path for e in Settings(folder).recent()]
    assert len(settings.recent()) == 11


def test_events_of_another_window_are_among_the_recent_ones(folder):
    one, other = Settings(folder), Settings(folder)
    one.remember(RecentEvent("/e/1", "One", opened_at_ms=1))
    other.remember(RecentEvent("/e/2", "Two", opened_at_ms=2))
    for settings in (one, other):
        assert [event.name for event in settings.recent()] == ["Two", "One"]


@pytest.mark.parametrize(
    "recent",
    ['"x"', "[7, null, []]", '[{"name": "no path"}]', '[{"path": 7, "name": "x"}]',
     '[{"path": "/e", "name": "x", "people": "many"}]'],
)  # fmt: skip
def test_recent_events_that_somebody_wrote_by_hand_are_passed_over(folder, recent):
    (folder / "settings.json").write_text(f'{{"recent": {recent}}}')
    settings = Settings(folder)
    assert settings.recent() == []
    settings.remember(RecentEvent("/e/1", "One"))
    assert [event.name for event in settings.recent()] == ["One"]
