"""A list's own check-ins inform; they become arrivals only if somebody says so."""

from zoneinfo import ZoneInfo

import pytest

from checkin.importing import apply_plan, load, make_plan
from checkin.importing.arriving import moment_of
from checkin.importing.choices import Choices
from checkin.model.clock import Instant
from checkin.model.story_words import plain_words
from checkin.store import acts

LONDON = ZoneInfo("Europe/London")
LIST = (
    "Name,Email,Checked in at\n"
    "Zoë Bell,z@x.org,2023-11-23 18:02\n"
    "Jo Ng,j@x.org,\n"
    "Otis Okoro,o@x.org,yes\n"
)
BOTH = Choices(arrivals=True)


@pytest.fixture
def arrive(office):
    def take(text=LIST):
        plan = make_plan(office.event, load(office.file(text)), "guests", BOTH)
        return plan, apply_plan(office.event, plan)

    return take


def here(office):
    return {name for name, guest in office.guests().items() if guest.attended}


def test_who_came_according_to_the_list_is_counted_and_awaited(office):
    plan, _act = office.take(LIST)
    assert plan.arrivals == 2
    assert here(office) == set()


def test_if_chosen_they_are_here_since_when_the_list_says(office, arrive):
    acts.set_event(office.event, {"timezone": "Europe/London"})
    arrive()
    assert here(office) == {"Zoë Bell", "Otis Okoro"}
    main = office.event.main_list()
    since = office.named("Zoë Bell").at(main).first_at
    assert since.ms == moment_of("2023-11-23 18:02", LONDON)
    assert office.event.read.attended(main) == 2


def test_who_did_not_come_as_a_desk_has_it_is_no_arrival(office, arrive):
    office.take(LIST)
    acts.correct(office.event, office.named("Zoë Bell"), {"status": "cancelled"})
    acts.correct(office.event, office.named("Otis Okoro"), {"company": "Quay"})
    plan, _act = arrive()
    assert plan.arrivals == 1
    assert here(office) == {"Otis Okoro"}


def test_undoing_the_import_takes_the_arrivals_back(office, arrive):
    office.take(LIST.replace("2023-11-23 18:02", ""))
    _plan, act = arrive()
    office.event.undo(act)
    assert here(office) == set()
    assert len(office.guests()) == 3


def test_nobody_comes_twice(office, arrive):
    office.take(LIST)
    office.comes(office.named("Zoë Bell").id)
    plan, _act = arrive()
    assert plan.arrivals == 1
    zoe = office.named("Zoë Bell")
    assert (zoe.presences[0].times, zoe.conflicts) == (1, 0)
    assert office.plan(LIST).arrivals == 0


def test_who_was_scanned_between_plan_and_import_comes_once(office):
    office.take(LIST)
    plan = make_plan(office.event, load(office.file(LIST)), "guests", BOTH)
    office.comes(office.named("Zoë Bell").id)
    apply_plan(office.event, plan)
    assert office.named("Zoë Bell").presences[0].times == 1


def test_who_is_scanned_at_another_desk_meanwhile_is_no_conflict(office, arrive):
    arrive()
    zoe = office.named("Zoë Bell")
    office.comes(zoe.id)
    assert office.named("Zoë Bell").conflicts == 0
    assert office.event.read.attended(office.event.main_list()) == 2


def test_the_story_says_that_it_was_the_list(office, arrive):
    arrive()
    *_, came = office.event.read.history(office.named("Otis Okoro").id)
    assert plain_words(came, lambda _own: "Main door") == (
        "Came in according to the list “guests”"
    )


def test_a_time_that_is_not_over_yet_is_not_believed(office, arrive):
    arrive(LIST.replace("2023", "2033"))
    since = office.named("Zoë Bell").presences[0].first_at
    assert since <= office.event.clock.now()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2023-11-23T18:02:07+01:00", "2023-11-23T17:02:07+00:00"),
        ("2023-11-23 18:02", "2023-11-23T18:02:00+00:00"),
        ("23.11.2023 18:02", "2023-11-23T18:02:00+00:00"),
        ("11/23/2023 6:02 PM", "2023-11-23T18:02:00+00:00"),
        ("23/11/2023 18:02:07", "2023-11-23T18:02:07+00:00"),
        ("05/05/2023 18:02", "2023-05-05T17:02:00+00:00"),
        ("03/04/2023 18:02", None),
        ("2023-11-23", None),
        ("18:02", None),
        ("yes", None),
        ("", None),
        ("0001-01-01 00:00", None),
    ],
)
def test_moments_as_lists_write_them(text, iso):
    found = moment_of(text, LONDON)
    assert (found and Instant(found).iso()) == iso
