"""Event files in which the evening has happened, as far as wanted."""

import random

import pytest

from checkin.demo import EVENT_FILE, Evening, free_folder, make, play_door, play_until
from checkin.demo.story import MovableClock
from checkin.door.desk import Door
from checkin.followup.statistics import stats
from checkin.model.clock import Instant
from checkin.model.errors import FileNotWritable
from checkin.model.ids import DeskId
from checkin.model.verdict import Verdict
from checkin.resources import resource
from checkin.store.errors import EventExists
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk

NOW = Instant(1_900_000_000_000, -5 * 60)
DICE = 5


@pytest.fixture
def play(tmp_path):
    """Plays until a moment; gives the event, open on this machine at that moment."""
    opened = []

    def until(moment, **more):
        folder = tmp_path / f"evening-{len(opened)}"
        path = play_until(folder, moment, random.Random(DICE).randbytes, **more)
        assert [file.name for file in folder.iterdir()] == [EVENT_FILE]
        desk = Desk(DeskId(b"w" * 16), "Window")
        opened.append(EventFile.open(path, MovableClock(NOW), desk))
        return opened[-1]

    yield until
    for event in opened:
        event.close()


@pytest.mark.parametrize(
    ("moment", "expected", "printed", "came"),
    [
        ("list_imported", 53, 0, 0),
        ("badges_printed", 53, 53, 0),
        ("starts", 53, 53, 1),
        (12, 53, 53, 11),
        ("picture_at", 53, 53, 38),
        ("follow_up", 53, 53, 43),
    ],
)
def test_what_happened_until_then_has_happened(play, moment, expected, printed, came):
    event = play(moment)
    numbers = stats(event)
    found = (numbers.expected, numbers.printed, numbers.attended)
    assert found == (expected, printed, came)
    assert event.check() == []


def test_nothing_happens_after_the_moment(play):
    event = play("picture_at")
    last = Evening.load(resource("demo")).moment("picture_at")
    newest = event.read.newest_moment()
    assert newest is not None
    assert 0 <= last.ms - newest.ms < 60_000


def test_badges_are_noted_where_they_would_be_on_the_sheets(play):
    event = play("badges_printed")
    noted = [e.data for e in event.entries() if e.kind == "badge.printed"]
    assert [(one["sheet"], one["cell"]) for one in noted[:11]] == [
        *((1, cell) for cell in range(1, 11)),
        (2, 1),
    ]


def test_a_story_that_is_moved_has_its_doors_open_now(play):
    event = play("picture_at", shift_to=NOW)
    assert event.read.event().starts == "2030-03-17T12:20"
    newest = event.read.newest_moment()
    assert newest is not None
    assert newest.offset == NOW.offset
    assert 0 <= NOW.ms - newest.ms < 60_000
    door = Door(event, event.main_list())
    late = next(g for g in event.read.attendees() if g.expected and not g.attended)
    assert door.scan(late.code).decision.verdict is Verdict.ADMITTED
    assert event.check() == []


def test_the_same_dice_give_the_same_codes(play):
    codes = [[g.code for g in play("starts").read.attendees()] for _ in range(2)]
    assert codes[0] == codes[1]


def test_an_evening_that_was_played_there_is_left_alone(tmp_path):
    path = play_until(tmp_path, "list_imported", random.Random(1).randbytes)
    before = path.read_bytes()
    with pytest.raises(EventExists):
        play_until(tmp_path, "picture_at", random.Random(2).randbytes)
    assert path.read_bytes() == before


def test_a_file_is_no_folder_to_play_in(tmp_path):
    (tmp_path / "mine").write_text("a letter")
    with pytest.raises(FileNotWritable):
        play_until(tmp_path / "mine", "picture_at", random.Random(1).randbytes)


def test_a_taken_folder_is_passed_over(tmp_path):
    assert free_folder(tmp_path).name == "checkin-demo"
    free_folder(tmp_path).mkdir()
    assert free_folder(tmp_path).name == "checkin-demo-2"


def test_each_step_is_played_at_its_time(tmp_path):
    evening = Evening.load(resource("demo"))
    clock = MovableClock(evening.moment("list_imported"))
    with make(tmp_path, evening, clock, random.Random(DICE).randbytes) as event:
        happening = play_door(event, evening, clock)
        with pytest.raises(LookupError):  # nobody was put on the list
            next(happening)
    assert clock.now() == evening.moment("starts")
