"""`checkin new` and `checkin list`: the event and its doors."""

import shlex
from datetime import UTC, datetime

import pytest

from checkin.model.ids import DeskId
from checkin.settings import Settings, SystemClock, config_dir
from checkin.store.eventfile import Desk, EventFile


def test_a_new_event_is_a_file_that_is_whole(checkin, tmp_path):
    path = tmp_path / "evening.checkin"
    done = checkin(
        "new", path, "--name", " Autumn Evening ", "--starts", "2026-11-20T18:30",
        "--ends", "2026-11-20T22:00", "--venue", "The Quay",
        "--timezone", "Europe/London", "--directions", " Upstairs, on the left. ",
    )  # fmt: skip
    assert done.code == 0
    assert done.out.splitlines()[0] == f"Autumn Evening is ready: {path}"
    assert event_of(path).directions == "Upstairs, on the left."
    assert checkin("check", path).code == 0
    shown = checkin(path).out.splitlines()
    assert shown[:2] == ["Autumn Evening", "Fri 20 Nov, 18:30, The Quay"]


KNOWN = {
    "name": "Autumn Evening", "starts": "2026-11-20T18:30", "ends": "", "venue": "Quay",
    "timezone": "Europe/London", "directions": "",
}  # fmt: skip


@pytest.fixture
def known(checkin, tmp_path):
    path = tmp_path / "evening.checkin"
    args = (f"--{name}={text}" for name, text in KNOWN.items() if text)
    assert checkin("new", path, *args).code == 0
    return path


@pytest.mark.parametrize(
    ("args", "changed"),
    [
        ([], {}),
        (["--name", " Winter Evening "], {"name": "Winter Evening"}),
        (["--venue", "", "--directions", "Upstairs."],
         {"venue": "", "directions": "Upstairs."}),
        (["--starts", "19:00"], {"starts": "2026-11-20T19:00"}),
        (["--ends", "22:00"], {"ends": "2026-11-20T22:00"}),
        (["--starts", "2026-12-01T18:00", "--ends", "23:00"],
         {"starts": "2026-12-01T18:00", "ends": "2026-12-01T23:00"}),
        (["--starts", ""], {"starts": ""}),
        (["--timezone", "America/New_York"], {"timezone": "America/New_York"}),
    ],
    ids=" ".join,
)  # fmt: skip
def test_set_changes_of_the_event_what_is_named_and_leaves_the_rest(
    checkin, known, args, changed
):
    done = checkin("set", known, *args, "--json").json
    entry = done.pop("entry")
    assert done == KNOWN | changed
    assert bool(entry) == bool(changed)
    if entry:
        assert checkin("undo", known, entry).code == 0
    assert checkin("set", known, "--json").json == KNOWN | {"entry": None}


def test_set_tells_in_words_what_is_known_and_how_to_go_back(checkin, known):
    *shown, undo = checkin("set", known, "--venue", "The Barn").out.splitlines()
    assert [line.split(maxsplit=1)[1] for line in shown] == [
        "Autumn Evening", "2026-11-20T18:30", "–", "The Barn", "Europe/London", "–",
    ]  # fmt: skip
    assert checkin(*undo.partition("checkin ")[2].split()).code == 0
    assert event_of(known).venue == "Quay"


@pytest.mark.parametrize(
    "args",
    [["--name", " "], ["--ends", "18:00"], ["--starts", "late"], ["--timezone", "Mars"],
     ["--venue", "The Barn", "--ends", "2026-11-19"]],
    ids=" ".join,
)  # fmt: skip
def test_what_an_event_cannot_be_changes_nothing(known, complains, args):
    complains("set", known, *args)


def test_a_command_that_is_printed_can_be_typed_whatever_the_file_is_called(
    checkin, tmp_path
):
    path = tmp_path / "Anna's (old) evening & more.checkin"
    said = checkin("new", path, "--name", "A").out.splitlines()[-1]
    assert shlex.split(said)[3:] == [str(path), "LIST"]
    undo = checkin("set", path, "--venue", "Quay").out.splitlines()[-1]
    command = shlex.split(undo)
    assert checkin(*command[command.index("checkin") + 1 :]).code == 0
    assert event_of(path).venue == ""


def event_of(path):
    with EventFile.open(path, SystemClock(), Desk(DeskId(bytes(16)), "Main")) as file:
        return file.read.event()


def test_a_time_alone_gets_the_day_it_means(checkin, tmp_path):
    path = tmp_path / "a.checkin"
    days = [datetime.now(UTC).astimezone().date()]
    checkin("new", path, "--name", "A", "--starts", "9:30", "--ends", "12:00")
    days.append(datetime.now(UTC).astimezone().date())  # it may be midnight just now
    known = event_of(path)
    assert known.starts in [f"{day}T09:30" for day in days]
    assert known.ends == known.starts.replace("09:30", "12:00")


def test_an_end_without_a_date_is_on_the_day_of_the_start(checkin, tmp_path):
    path = tmp_path / "a.checkin"
    checkin(
        "new", path, "--name", "A", "--starts", "2026-11-20T18:30", "--ends", "22:00",
        "--timezone", "Pacific/Auckland",
    )  # fmt: skip
    known = event_of(path)
    assert (known.starts, known.ends) == ("2026-11-20T18:30", "2026-11-20T22:00")


def test_an_event_may_end_on_another_day_or_as_it_starts(checkin, tmp_path):
    for n, ends in enumerate(("2026-11-21T01:00", "18:30", "2026-11-20T18:30+00:00")):
        path = tmp_path / f"{n}.checkin"
        done = checkin(
            "new", path, "--name", "A", "--starts", "2026-11-20T18:30", "--ends", ends,
            "--timezone", "Europe/London",
        )  # fmt: skip
        assert done.code == 0, ends


def test_a_start_that_is_no_time_is_shown_as_it_stands(checkin, tmp_path):
    path, desk = tmp_path / "a.checkin", Desk(DeskId(bytes(16)), "Main")
    fields = {"name": "Ours", "starts": "after dinner", "venue": "The Quay"}
    EventFile.create(path, fields, SystemClock(), desk).close()
    assert checkin(path).out.splitlines()[1] == "after dinner, The Quay"


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


@pytest.fixture
def quay(checkin, tmp_path):
    """An event on a day and in a zone that are not ours, with one member."""
    path = tmp_path / "quay.checkin"
    checkin(
        "new", path, "--name", "A", "--starts", "2026-07-03T18:30", "--timezone",
        "America/New_York",
    )  # fmt: skip
    (tmp_path / "one.csv").write_text("Name,Ticket type\nAnna Schmidt,Member\n")
    checkin("import", path, tmp_path / "one.csv")
    return path


def test_times_of_a_list_are_of_the_events_day_and_zone(checkin, quay):
    checkin("list", quay, "add", "Late", "--opens", "9:05", "--closes", "23:00")
    checkin("list", quay, "add", "Night", "--opens", "18:30", "--closes", "1:00")
    checkin("list", quay, "add", "Next", "--opens", "2026-07-04T10:00")

    def ms(text):
        return int(datetime.fromisoformat(text).timestamp() * 1000)

    lists = shown(checkin, quay)
    times = {
        name: (one["rules"].get("opens"), one["rules"].get("closes"))
        for name, one in lists.items()
    }
    assert times == {
        "Main": (None, None),
        "Late": (ms("2026-07-03T09:05-04:00"), ms("2026-07-03T23:00-04:00")),
        "Night": (ms("2026-07-03T18:30-04:00"), ms("2026-07-04T01:00-04:00")),
        "Next": (ms("2026-07-04T10:00-04:00"), None),
    }


def test_in_words_a_list_says_what_it_asks_of_a_guest(checkin, quay):
    done = checkin(
        "list", quay, "add", "Workshop", "--type", "Member", "--type", "Staff",
        "--type", "Crew", "--opens", "18:30", "--closes", "01:00", "--capacity", 20,
        "--repeats", "--exits", "--accept-unpaid", "--question", "size=Which size?",
    )  # fmt: skip
    rules = [
        "  only: Member, Staff, Crew",
        "  no guest has the ticket type “Staff” yet",
        "  no guest has the ticket type “Crew” yet",
        "  opens Fri 3 Jul, 18:30",
        "  closes Sat 4 Jul, 01:00",
        "  holds 20",
        "  guests may come in again without going out",
        "  guests are scanned when they leave",
        "  lets in guests who have not paid",
        "  asks: Which size?",
    ]
    heading = ["Main: open, 0 inside", "Workshop: open, 0 inside"]
    assert done.out.splitlines() == heading + rules
    closed = checkin("list", quay, "close", "Workshop", "--reason", "Dinner")
    assert closed.out.splitlines() == [
        heading[0],
        "Workshop: closed, 0 inside",
        *rules,
        "  closed because: Dinner",
    ]


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
