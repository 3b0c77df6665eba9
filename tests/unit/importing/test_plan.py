"""The plan says all that an import will do, and writes nothing."""

import json

import pytest

from checkin.importing import apply_plan, consequence, load, make_plan
from checkin.importing.plan import What
from checkin.model.entry import Draft
from checkin.model.kinds import Kind
from checkin.model.progress import WasCancelled
from checkin.store.suppression import SUPPRESS_LABEL, digests

from .conftest import DEMO, LISTS

THREE = (
    "Name,Email,Company,Code,Dietary\n"
    "Zoë Bell,zoe@x.org,Harbour,1,vegan\n"
    "Jo Ng,jo@x.org,Ng,2,\n"
    "Sukma,,,3,no nuts\n"
)


def whats(plan):
    return {step.person.name: step.what.value for step in plan.steps}


def test_the_demo_list_is_sixty_guests_and_one_doubled_row(office):
    plan = make_plan(office.event, load(DEMO))
    assert plan.counts() == {
        "new": 60, "changed": 0, "same": 0, "withdrawn": 0, "problems": 1,
    }  # fmt: skip
    (problem,) = plan.problems
    assert (problem.row, problem.name) == (47, "Maria Kowalska")
    assert problem.text == "the same as row 23"


def test_the_eventbrite_list_comes_out_field_by_field(office):
    reading = load(LISTS / "eventbrite_attendees.csv")
    wanted = json.loads(
        (LISTS / "eventbrite_attendees.csv.expected.json").read_text("utf-8")
    )["attendees"]
    fields = [name for name in wanted[0] if name not in ("full_name", "places")]
    found = [[getattr(p.details, n) for n in fields] for p in reading.people]
    assert found == [[one[name] for name in fields] for one in wanted]
    assert [p.name for p in reading.people if " " in p.name] == [
        one["full_name"] for one in wanted if " " in p_name(one)
    ]


def p_name(one):
    from checkin.model.names import full_name

    return full_name(one["first_name"], one["last_name"])


def test_planning_writes_nothing(office):
    before = [entry.id for entry in office.event.entries()]
    office.plan(THREE)
    assert [entry.id for entry in office.event.entries()] == before


def test_a_newer_version_is_compared_with_what_the_list_said_last(office):
    office.take(THREE)
    plan = office.plan(
        "Name,Email,Company,Code,Dietary\n"
        "Zoë Bell,zoe@x.org,Harbour Makers,1,\n"
        "Jo Ng,jo@x.org,Ng,2,\n"
        "Otis,,,4,\n"
    )
    assert whats(plan) == {
        "Zoë Bell": "changed", "Jo Ng": "same", "Otis": "new", "Sukma": "withdrawn",
    }  # fmt: skip
    assert plan.steps[0].changes == {
        "company": ("Harbour", "Harbour Makers"),
        "Dietary": ("vegan", ""),
    }


def test_corrections_at_the_desk_are_no_changes_of_the_list(office):
    office.take(THREE)
    zoe = office.named("Zoë Bell")
    with office.event.write() as write:
        fields = {"company": "Lighthouse"}
        write.append(Draft(Kind.ATTENDEE_CORRECTED, zoe.id, {"fields": fields}))
    assert office.plan(THREE).counts()["same"] == 3


def test_columns_in_another_order_change_nobody(office):
    office.take(THREE)
    turned = "Dietary,Seat,Code,Company,Email,Name\n" + (
        "vegan,,1,Harbour,zoe@x.org,Zoë Bell\n"
        ",,2,Ng,jo@x.org,Jo Ng\n"
        "no nuts,,3,,,Sukma\n"
    )
    assert office.plan(turned).counts()["same"] == 3


def test_a_list_of_another_name_withdraws_nobody_of_this_one(office):
    office.take(THREE, "ours")
    plan = office.plan("Name\nOtis\n", "co-host’s")
    assert plan.counts() == {
        "new": 1, "changed": 0, "same": 0, "withdrawn": 0, "problems": 0,
    }  # fmt: skip


def test_the_name_of_the_file_says_which_list_it_is(office):
    path = office.file("Name\nZoë\n", "Autumn guests.csv")
    plan = make_plan(office.event, load(path))
    assert plan.name == "Autumn guests"
    apply_plan(office.event, plan)
    again = make_plan(office.event, load(path), " AUTUMN  guests ")
    assert again.source == plan.source
    assert again.counts()["same"] == 1


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        # the code finds them, whatever else is new
        ("Zoë Bell,zoe@x.org,1", "Zoe van der Berg,z@y.org,1", "changed"),
        # e-mail and name find them when the code is another
        ("Zoë Bell,zoe@x.org,1", "ZOE BELL,Zoe@x.org,9", "changed"),
        # the e-mail alone, or the name alone, where nobody else has it
        ("Zoë Bell,zoe@x.org,", "Zoë Berg,zoe@x.org,", "changed"),
        ("Zoë Bell,zoe@x.org,", "Zoë Bell,new@y.org,", "changed"),
        ("Zoë Bell,,", "Zoë Bell,new@y.org,5", "changed"),
        # but two tickets that differ are two people
        ("Zoë Bell,zoe@x.org,1", "Tom Bell,zoe@x.org,2", "new"),
        ("Zoë Bell,zoe@x.org,1", "Zoë Bell,tom@y.org,2", "new"),
        ("Zoë Bell,zoe@x.org,", "Tom Reed,tom@y.org,", "new"),
    ],
)
def test_who_is_whom_between_two_versions(office, before, after, what):
    office.take(f"Name,Email,Code\n{before}\n")
    plan = office.plan(f"Name,Email,Code\n{after}\n")
    assert plan.steps[0].what == what
    assert plan.counts()["withdrawn"] == (what == "new")


def test_an_address_or_a_name_that_two_have_finds_nobody_alone(office):
    office.take("Name,Email\nTom Reed,reed@x.org\nInes Reed,reed@x.org\n")
    plan = office.plan("Name,Email\nLea Reed,reed@x.org\nInes Reed,reed@x.org\n")
    assert whats(plan) == {
        "Lea Reed": "new", "Ines Reed": "same", "Tom Reed": "withdrawn",
    }  # fmt: skip


def test_a_code_that_a_whole_order_shares_tells_nobody_apart(office):
    text = "Name,Email,Reference\nTom,t@x.org,A1\nInes,i@x.org,A1\n"
    office.take(text)
    turned = "Name,Email,Reference\nInes,i@x.org,A1\nTom,t@x.org,A1\n"
    assert office.plan(turned).counts()["same"] == 2


def test_two_tickets_of_one_guest_stay_two(office):
    text = "Name,Email,Code\nZoë,z@x.org,1\nZoë,z@x.org,2\n"
    office.take(text)
    assert office.plan(text).counts()["same"] == 2
    plan = office.plan("Name,Email,Code\nZoë,z@x.org,2\n")
    assert (plan.counts()["same"], plan.counts()["withdrawn"]) == (1, 1)


def test_whoever_asked_to_be_forgotten_is_left_out_unnamed(office):
    office.take(THREE)
    zoe = office.named("Zoë Bell")
    key = office.event.sub_key(SUPPRESS_LABEL)
    suppress = {"suppress": digests(key, "ZOE@x.org ", "Zoë Bell")}
    with office.event.write() as write:
        write.append(Draft(Kind.ATTENDEE_ERASED, zoe.id, suppress))
    plan = office.plan(THREE)
    assert plan.counts() == {
        "new": 0, "changed": 0, "same": 2, "withdrawn": 0, "problems": 1,
    }  # fmt: skip
    rows = plan.as_json()["rows"]
    assert rows[0] == {
        "row": 2, "what": "problem", "name": "", "email": "",
        "problem": "asked to be forgotten, and is left out",
    }  # fmt: skip
    assert "zoe" not in json.dumps(plan.as_json()).lower()


def test_the_rows_for_scripts_say_who_what_and_why(office):
    office.take(THREE)
    text = "Name,Email,Company,Code,Status\nZoë Bell,zoe@x.org,Ltd,1,quantum\n,,,,\n"
    told = office.plan(text + "Jo Ng,jo@x.org,Ng,2,\n,,x,,\n").as_json()
    assert json.loads(json.dumps(told)) == told
    assert {name: told[name] for name in told if name != "rows"} == {
        "new": 0, "changed": 1, "same": 1, "withdrawn": 1, "problems": 2,
        "source": "guests", "conflicts": [], "doubles": [], "more_doubles": 0,
        "arrivals": 0,
    }  # fmt: skip
    zoe, jo, nobody, sukma = told["rows"]
    assert zoe["changes"] == {"company": ["Harbour", "Ltd"], "Dietary": ["vegan", ""]}
    assert (zoe["row"], zoe["what"], "quantum" in zoe["problem"]) == (
        2,
        "changed",
        True,
    )
    assert jo == {"row": 4, "what": "same", "name": "Jo Ng", "email": "jo@x.org"}
    assert (nobody["row"], nobody["what"]) == (5, "problem")
    assert (sukma["row"], sukma["what"], sukma["name"]) == (None, "withdrawn", "Sukma")


def test_planning_can_be_watched_and_stopped(office):
    reading = load(office.file(THREE))
    seen = []
    make_plan(office.event, reading, progress=lambda *at: seen.append(at))
    assert seen[-1] == (3, 3)
    with pytest.raises(WasCancelled):
        make_plan(office.event, reading, cancelled=lambda: True)


def test_the_words_of_steps_are_those_of_the_counts(office):
    names = [what.value for what in What if what is not What.PROBLEM]
    assert list(office.plan(THREE).counts()) == [*names, "problems"]


def test_news_that_no_badge_and_no_door_shows_is_brought_along(office):
    office.take("Name,Email,Phone,Exported at\nZoë,z@x.org,1,Monday\nHans,,2,Monday\n")
    newer = "Name,Email,Phone,Exported at\nZoë,z@x.org,1,Friday\nHans,,3,Friday\n"
    plan = office.plan(newer)
    assert (plan.counts()["changed"], plan.counts()["same"], plan.updated) == (0, 2, 2)
    assert consequence(plan).deed == "Import the news"
    apply_plan(office.event, plan)
    assert office.named("Hans").details.phone == "3"
    zoe = office.named("Zoë").id
    assert office.event.read.extras([zoe]) == {zoe: {"Exported at": "Friday"}}
    assert office.plan(newer).updated == 0
