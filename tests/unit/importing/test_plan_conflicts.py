"""What was put right at the desk, and a list that says something else now."""

import pytest

from checkin.importing import apply_plan, load, make_plan
from checkin.importing.choices import Choices
from checkin.model.attendee import DETAIL_NAMES
from checkin.model.permission import Answer, Purpose
from checkin.store import acts

LIST = "Name,Email,Company\nZoe Bell,zoe@x.org,{}\nJo Ng,jo@x.org,Ng\n"


@pytest.fixture
def desk(office):
    """Zoë's company was put right at the desk."""
    office.take(LIST.format("Harbor"))
    correct(office, company="Harbour Makers")
    return office


def correct(office, name="Zoe Bell", **fields):
    return acts.correct(office.event, office.named(name), fields)


def company(office, name="Zoe Bell"):
    return office.named(name).details.company


def replace_all(office, text):
    """Imports a list, and lets it win wherever it is asked."""
    first = office.plan(text)
    choices = Choices(replace=frozenset(one.key for one in first.conflicts))
    plan = make_plan(office.event, load(office.file(text)), "guests", choices)
    return plan, apply_plan(office.event, plan)


def test_a_list_that_changes_what_the_desk_corrected_is_a_conflict(desk):
    plan = desk.plan(LIST.format("Harbor Ltd"))
    (one,) = plan.conflicts
    assert (one.name, one.row, one.field) == ("Zoe Bell", 2, "company")
    assert (one.yours, one.theirs) == ("Harbour Makers", "Harbor Ltd")
    assert one.who == desk.named("Zoe Bell").id


def test_without_an_answer_the_desk_keeps_its_word_and_is_not_asked_again(desk):
    newer = LIST.format("Harbor Ltd")
    desk.take(newer)
    assert company(desk) == "Harbour Makers"
    assert desk.plan(newer).conflicts == ()
    assert desk.plan(LIST.format("Quay")).conflicts[0].theirs == "Quay"


def test_a_list_that_says_what_it_said_or_what_the_desk_says_is_no_conflict(desk):
    assert desk.plan(LIST.format("Harbor")).conflicts == ()
    assert desk.plan(LIST.format("Harbour Makers")).conflicts == ()


def test_what_gives_way_to_the_list_follows_the_list_from_then_on(desk):
    replace_all(desk, LIST.format("Harbor Ltd"))
    assert company(desk) == "Harbor Ltd"
    plan, _act = desk.take(LIST.format("Quay"))
    assert plan.conflicts == ()
    assert company(desk) == "Quay"


def test_undoing_the_import_brings_the_correction_back(desk):
    _plan, act = replace_all(desk, LIST.format("Harbor Ltd"))
    undo = desk.event.undo(act)
    assert company(desk) == "Harbour Makers"
    assert desk.plan(LIST.format("Quay")).conflicts[0].yours == "Harbour Makers"
    desk.event.undo(undo.id)
    assert company(desk) == "Harbor Ltd"


def test_only_the_chosen_detail_gives_way(desk):
    correct(desk, company="Harbour Makers Ltd", job_title="Welder", phone="7")
    text = "Name,Email,Company,Job title\nZoe Bell,zoe@x.org,Quay,Boss\n"
    first = desk.plan(text)
    assert {one.field for one in first.conflicts} == {"company", "job_title"}
    who = first.conflicts[0].who
    choices = Choices(replace=frozenset({(who, "company")}))
    plan = make_plan(desk.event, load(desk.file(text)), "guests", choices)
    apply_plan(desk.event, plan)
    zoe = desk.named("Zoe Bell").details
    assert (zoe.company, zoe.job_title, zoe.phone) == ("Quay", "Welder", "7")


def test_older_corrections_do_not_come_to_light(desk):
    correct(desk, company="Harbour Makers Ltd")
    replace_all(desk, LIST.format("Quay"))
    assert company(desk) == "Quay"


def test_a_correction_made_since_the_plan_stays(desk):
    text = LIST.format("Quay")
    choices = Choices(replace=frozenset(c.key for c in desk.plan(text).conflicts))
    plan = make_plan(desk.event, load(desk.file(text)), "guests", choices)
    correct(desk, company="Lighthouse")
    apply_plan(desk.event, plan)
    assert company(desk) == "Lighthouse"


def test_a_whole_name_put_right_is_asked_about_when_its_parts_change(office):
    text = "First name,Last name,Email\n{},Bell,zoe@x.org\n"
    office.take(text.format("Zo"))
    correct(office, "Zo Bell", full_name="Zoë Bell")
    plan, _act = replace_all(office, text.format("Zoey"))
    (one,) = plan.conflicts
    assert (one.field, one.yours, one.theirs) == ("full_name", "Zoë Bell", "Zoey Bell")
    assert list(office.guests()) == ["Zoey Bell"]


def test_an_answer_given_at_the_desk_is_no_matter_for_the_list(office):
    text = "Name,May we write to you?\nZoe Bell,{}\n"
    office.take(text.format("yes"))
    zoe = office.named("Zoe Bell")
    acts.set_permission(office.event, zoe.id, Purpose.CONTACT, Answer.NO)
    plan = office.plan(text.format("no"))
    assert plan.conflicts == ()
    office.take(text.format("yes"))
    assert office.named("Zoe Bell").may(Purpose.CONTACT) is Answer.NO


def test_an_own_column_called_like_a_detail_is_no_conflict(office):
    """Headings of other columns may be words that are details here."""
    text = "Name,Email,note\nZoe Bell,zoe@x.org,{}\n"
    reading = load(office.file(text.format("a")), overrides=["note=extra"])
    apply_plan(office.event, make_plan(office.event, reading, "guests"))
    correct(office, note="window seat")
    reading = load(office.file(text.format("b")), overrides=["note=extra"])
    plan = make_plan(office.event, reading, "guests")
    assert plan.steps[0].changes == {"note": ("a", "b")}
    assert plan.conflicts == ()
    assert "note" in DETAIL_NAMES
