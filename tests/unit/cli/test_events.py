"""`checkin new` and `checkin list`: the event and its doors."""

import pytest

from checkin.settings import Settings, config_dir


def test_a_new_event_is_a_file_that_is_whole(checkin, tmp_path):
    path = tmp_path / "evening.checkin"
    done = checkin(
        "new", path, "--name", " Autumn Evening ", "--starts", "2026-11-20T18:30",
        "--ends", "2026-11-20T22:00", "--venue", "The Quay",
        "--timezone", "Europe/London",
    )  # fmt: skip
    assert done.code == 0
    assert done.out.splitlines()[0] == f"Autumn Evening is ready: {path}"
    assert checkin("check", path).code == 0
    shown = checkin(path).out.splitlines()
    assert shown[:2] == ["Autumn Evening", "Fri 20 Nov, 18:30, The Quay"]


def test_a_missing_ending_is_added(checkin, tmp_path):
    checkin("new", tmp_path / "v1.5 evening", "--name", "A")
    assert (tmp_path / "v1.5 evening.checkin").exists()


def test_an_event_is_never_written_over_another(checkin, event):
    before = event.read_bytes()
    done = checkin("new", event, "--name", "Other")
    assert done.code == 3
    assert event.read_bytes() == before


def test_nothing_else_is_left_in_the_folder(checkin, tmp_path):
    checkin("new", tmp_path / "a.checkin", "--name", "A")
    assert [path.name for path in tmp_path.iterdir()] == ["a.checkin"]


def test_a_new_event_where_an_old_one_was_is_another_desk(checkin, empty):
    before = Settings(config_dir()).desk_id(empty)
    assert Settings(config_dir()).desk_id(empty) == before
    empty.unlink()
    checkin("new", empty, "--name", "Next year")
    assert Settings(config_dir()).desk_id(empty) != before


def shown(checkin, event):
    return {one["name"]: one for one in checkin("list", event, "show", "--json").json}


def test_an_event_begins_with_one_list_without_rules(checkin, empty):
    (main,) = checkin("list", empty, "show", "--json").json
    assert set(main) == {"name", "id", "closed", "rules", "inside", "attended"}
    assert (main["name"], main["rules"], main["closed"]) == ("Main", {}, False)


def test_a_list_is_added_with_its_rules(checkin, event):
    done = checkin(
        "list", event, "add", " Workshop ", "--type", "Member", "--type", "Staff",
        "--opens", "2026-11-20T18:30+00:00", "--closes", "2026-11-20T20:00+00:00",
        "--repeats", "--exits", "--capacity", 20, "--accept-unpaid",
        "--question", "size=Which size?", "--json",
    )  # fmt: skip
    assert done.code == 0
    assert shown(checkin, event)["Workshop"]["rules"] == {
        "ticket_types": ["Member", "Staff"],
        "opens": 1_795_199_400_000,
        "closes": 1_795_204_800_000,
        "repeats": True,
        "exits": True,
        "capacity": 20,
        "accept_unpaid": True,
        "questions": [{"key": "size", "text": "Which size?"}],
    }


def test_set_changes_what_is_named_and_leaves_the_rest(checkin, event):
    checkin("list", event, "add", "Workshop", "--type", "Member", "--capacity", 20)
    checkin("list", event, "set", "workshop", "--capacity", 0, "--rename", "Letters")
    rules = shown(checkin, event)["Letters"]["rules"]
    assert rules == {"ticket_types": ["Member"]}
    checkin("list", event, "set", "Letters", "--opens", "18:30")
    assert "opens" in shown(checkin, event)["Letters"]["rules"]
    checkin("list", event, "set", "Letters", "--opens", "never")
    assert "opens" not in shown(checkin, event)["Letters"]["rules"]


def test_a_closed_list_refuses_until_it_is_set_again(checkin, event):
    checkin("list", event, "close", "Main", "--reason", "Dinner has begun")
    assert shown(checkin, event)["Main"]["closed"] is True
    refused = checkin("scan", event, "EB-0001", "--json").lines[0]
    assert refused["verdict"] == "list_closed"
    assert refused["reason"] == "Dinner has begun"
    checkin("list", event, "set", "Main")
    assert checkin("scan", event, "EB-0001").code == 0


def test_show_counts_who_is_at_each_list(checkin, event):
    checkin("list", event, "add", "Workshop")
    checkin("scan", event, "EB-0001", "EB-0002")
    checkin("scan", event, "EB-0002", "--exit")
    checkin("scan", event, "EB-0001", "--list", "Workshop")
    main, workshop = shown(checkin, event).values()
    assert (main["inside"], main["attended"]) == (1, 2)
    assert (workshop["inside"], workshop["attended"]) == (1, 1)
    words = checkin("list", event, "show").out
    assert words == "Main: open, 1 inside\nWorkshop: open, 1 inside\n"


@pytest.mark.parametrize(
    "args",
    [
        ["add", "main"],
        ["add", "  "],
        ["set", "Workshop", "--rename", "MAIN"],
        ["set", "Nowhere"],
        ["close", "Nowhere"],
    ],
    ids=" ".join,
)
def test_names_of_lists_stay_clear(checkin, event, args):
    checkin("list", event, "add", "Workshop")
    before = shown(checkin, event)
    assert checkin("list", event, *args).code == 3
    assert shown(checkin, event) == before


def test_a_list_may_be_called_the_same_in_other_letters(checkin, event):
    assert checkin("list", event, "set", "Main", "--rename", "MAIN").code == 0
    assert list(shown(checkin, event)) == ["MAIN"]
