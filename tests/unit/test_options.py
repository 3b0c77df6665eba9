"""What is chosen on this computer, and which events were open on it."""

import json
import random

import pytest

from checkin.settings import OPTIONS, RecentEvent, Settings, options_table
from checkin.settings.options import option


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path, random.Random(1).randbytes)


def event(path="/x/a.checkin", at=1, **more):
    return RecentEvent(path=path, name="Evening", opened_at_ms=at, **more)


def test_what_nobody_chose_is_the_default(settings):
    assert {one.name: settings.get(one.name) for one in OPTIONS} == {
        "theme": "system",
        "text_size": 100,
        "sounds": True,
        "desk_name": "Main door",
    }


def test_what_was_chosen_holds_after_a_restart(settings, tmp_path):
    settings.set("theme", "dark")
    settings.set("sounds", False)
    again = Settings(tmp_path)
    assert (again.get("theme"), again.get("sounds")) == ("dark", False)


@pytest.mark.parametrize(
    ("name", "value"),
    [("theme", "pink"), ("text_size", True), ("sounds", 1), ("desk_name", " ")],
)
def test_what_an_option_can_not_be_is_refused_and_not_believed(
    settings, tmp_path, name, value
):
    with pytest.raises(ValueError, match=name):
        settings.set(name, value)
    (tmp_path / "settings.json").write_text(json.dumps({"options": {name: value}}))
    assert Settings(tmp_path).get(name) == option(name).default


def test_a_choice_is_told_to_those_who_watch(settings):
    told = []
    stop = settings.watch(told.append)
    settings.set("theme", "dark")
    stop()
    settings.set("theme", "light")
    assert told == ["theme"]


def test_two_windows_do_not_lose_each_others_choices(tmp_path):
    one, other = Settings(tmp_path), Settings(tmp_path)
    one.set("theme", "dark")
    other.remember(event())
    one.set("text_size", 130)
    after = Settings(tmp_path)
    assert (after.get("theme"), after.get("text_size")) == ("dark", 130)
    assert [e.path for e in after.recent()] == ["/x/a.checkin"]


def test_recent_events_are_newest_first_once_each_and_at_most_twelve(settings):
    for n in range(20):
        settings.remember(event(f"/x/{n}.checkin", at=n))
    settings.remember(event("/x/15.checkin", at=99, people=3))
    found = settings.recent()
    assert [e.path for e in found[:3]] == [f"/x/{n}.checkin" for n in (15, 19, 18)]
    assert (len(found), found[0].people) == (12, 3)
    settings.forget("/x/15.checkin")
    assert settings.recent()[0].path == "/x/19.checkin"


def test_what_somebody_else_wrote_among_recent_events_is_left_out(tmp_path):
    strange = [7, {"path": 1, "name": "x"}, {"name": "x"}, event().as_json()]
    (tmp_path / "settings.json").write_text(json.dumps({"recent": strange}))
    assert Settings(tmp_path).recent() == [event()]


def test_a_home_that_can_not_be_written_stops_nothing(tmp_path):
    settings = Settings(tmp_path / "nowhere")
    settings.set("theme", "dark")
    settings.remember(event())
    assert settings.get("theme") == "dark"
    assert settings.recent() == [event()]


def test_the_table_for_the_help_names_every_option():
    table = options_table()
    assert all(f"| {one.words} |" in table for one in OPTIONS)
