"""An open event in the window: jobs on their lanes, and what they tell."""

import threading

import pytest

from checkin.model.attendee import Details
from checkin.model.errors import CheckinError
from checkin.model.ids import DeskId
from checkin.model.progress import WasCancelled
from checkin.store import acts
from checkin.store.errors import DriveGone, NotAnEvent
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk
from checkin.ui.session import Opening, Session


@pytest.fixture
def opening(tmp_path, clock):
    return Opening(tmp_path / "evening.checkin", clock, Desk(DeskId(b"d" * 16), "Door"))


@pytest.fixture
def opened(opening, qtbot):
    got, failed = [], []
    Session.open(opening, got.append, failed.append, {"name": "Evening"})
    qtbot.waitUntil(lambda: bool(got or failed))
    assert not failed
    yield got[0]
    got[0].close()


def add(name):
    return lambda event: acts.add_guest(event, Details(full_name=name))[0]


def test_what_is_written_is_on_the_disk_when_the_window_hears_of_it(
    opened, opening, qtbot
):
    seen = []

    def look(guest):
        with EventFile.open(opening.path, opening.clock, opening.desk) as other:
            seen.append(other.read.attendee(guest.id).name)

    opened.write(add("Zoë"), look)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["Zoë"]


def test_jobs_are_done_one_after_the_other_and_not_on_the_windows_thread(opened, qtbot):
    threads, results = [], []

    def job(n):
        def work(event):
            threads.append(threading.current_thread())
            return n

        return work

    for n in range(5):
        opened.write(job(n), results.append)
    qtbot.waitUntil(lambda: len(results) == 5)
    assert results == [0, 1, 2, 3, 4]
    assert len(set(threads)) == 1
    assert threading.main_thread() not in threads


def test_a_change_made_here_is_told_with_its_entries(opened, qtbot):
    with qtbot.waitSignal(opened.changed) as told:
        opened.write(add("Zoë"), lambda _g: None)
    change = told.args[0]
    assert [e.kind for e in change.entries] == ["attendee.listed", "code.given"]
    assert not change.from_elsewhere


def test_what_another_process_writes_is_noticed(opened, opening, qtbot):
    with EventFile.open(opening.path, opening.clock, opening.desk) as other:
        add("Zoë")(other)
        with qtbot.waitSignal(opened.changed) as told:
            opened.look()
    assert told.args[0].from_elsewhere


def test_only_the_newest_question_about_a_thing_is_answered(opened, qtbot):
    gate = threading.Event()
    answers = []
    opened.ask("other", lambda _e: gate.wait(5), lambda _r: None)
    for n in range(10):
        opened.ask("search", lambda _e, n=n: n, answers.append)
    gate.set()
    opened.ask("end", lambda _e: "end", answers.append)
    qtbot.waitUntil(lambda: "end" in answers)
    assert answers == [9, "end"]


def test_a_job_that_fails_says_so_to_whoever_asked(opened, qtbot):
    failures = []

    def job(event):
        raise NotAnEvent(file="x")

    opened.write(job, lambda _r: pytest.fail("done"), failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], NotAnEvent)


def test_a_file_that_was_taken_away_is_lost_and_nothing_is_said_to_be_saved(
    opened, opening, qtbot
):
    away = opening.path.with_suffix(".away")
    opening.path.rename(away)
    failures = []
    opened.write(add("Zoë"), lambda _g: pytest.fail("saved"), failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], DriveGone)
    with qtbot.waitSignal(opened.lost) as told:
        opened.look()
    assert isinstance(told.args[0], CheckinError)
    away.rename(opening.path)
    with qtbot.waitSignal(opened.found):
        opened.look()
    saved = []
    opened.write(add("Zoë"), saved.append)
    qtbot.waitUntil(lambda: bool(saved))


def test_an_event_that_can_not_be_opened_is_told_once(opening, qtbot):
    opening.path.write_text("not an event")
    failed = []
    Session.open(opening, lambda _s: pytest.fail("opened"), failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert [type(error) for error in failed] == [NotAnEvent]


def test_long_work_tells_how_far_it_is_and_what_it_gave(opened, qtbot):
    far = []

    def work(event, progress, cancelled):
        for n in range(1, 11):
            progress(n, 10)
        return event.read.event().name

    task = opened.run(work)
    task.progressed.connect(lambda done, total: far.append((done, total)))
    with qtbot.waitSignal(task.done) as told:
        task.start()
    assert told.args[0] == "Evening"
    assert far[-1] == (10, 10)
    assert not task.running


def test_long_work_that_only_reads_keeps_little_of_the_file_in_memory(opened, qtbot):
    def work(event, _progress, _cancelled):
        return -event.read.conn.execute("PRAGMA cache_size").fetchone()[0]

    kept = []
    for writes in (False, True):
        task = opened.run(work, writes=writes)
        with qtbot.waitSignal(task.done) as told:
            task.start()
        kept += told.args
    assert kept[0] <= 4_000 < kept[1]


def test_long_work_that_is_cancelled_stops_and_says_nothing_else(opened, qtbot):
    def work(event, progress, cancelled):
        while not cancelled():
            progress(1, 0)
        raise WasCancelled

    task = opened.run(work)
    task.done.connect(lambda _r: pytest.fail("done"))
    task.start()
    with qtbot.waitSignal(task.stopped):
        task.cancel()


def test_closing_waits_for_what_is_being_written(opening, qtbot):
    got = []
    Session.open(opening, got.append, pytest.fail, {"name": "Evening"})
    qtbot.waitUntil(lambda: bool(got))
    for n in range(20):
        got[0].write(add(f"Guest {n}"), lambda _g: None)
    got[0].close()
    with EventFile.open(opening.path, opening.clock, opening.desk) as event:
        assert event.read.tally("people") == 20
    assert not opening.path.with_name("evening.checkin-wal").exists()
