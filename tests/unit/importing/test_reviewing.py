"""A plan in words: the sentence, the button, and the cards below."""

import pytest

from checkin.importing import (
    Odd,
    consequence,
    how_read,
    load,
    make_plan,
    problem_groups,
)
from checkin.model.entry import Draft
from checkin.model.kinds import Kind
from checkin.store import acts

FOUR = (
    "Name,Email,Company\nZoë,z@x.org,A\nJo,j@x.org,A\nHans,h@x.org,A\nIda,i@x.org,A\n"
)
LATER = FOUR.replace("Jo,j@x.org,A", "Jo,j@x.org,B").replace("Ida,i", "Ole,o")


def words(plan):
    told = consequence(plan)
    return told.sentence, told.more, told.deed


def test_a_first_list_is_all_new(office):
    assert words(office.plan(FOUR)) == (
        "4 people: 4 new.", "You can undo it as a whole.", "Add 4",
    )  # fmt: skip


def test_a_newer_list_adds_changes_and_withdraws(office):
    office.take(FOUR)
    sentence, more, deed = words(office.plan(LATER))
    assert sentence == "5 people: 1 new, 1 changed, 2 the same, 1 withdrawn."
    assert more == (
        "Check-ins stay, and so does what was corrected at the desk. "
        "1 left the list and is marked withdrawn, not deleted. "
        "You can undo it as a whole."
    )
    assert deed == "Add 1, change 1, withdraw 1"


def test_what_does_not_happen_is_not_spoken_of(office):
    office.take(FOUR)
    kept = "".join(FOUR.splitlines(keepends=True)[:-1])
    assert words(office.plan(kept))[0::2] == (
        "4 people: 3 the same, 1 withdrawn.", "Withdraw 1",
    )  # fmt: skip


def test_the_same_list_again_changes_nothing(office):
    office.take(FOUR)
    assert words(office.plan(FOUR)) == (
        "4 people: 4 the same.",
        "Nothing will change: the list says what it said before.",
        "Import all the same",
    )


def test_one_person_is_one_person(office):
    assert words(office.plan("Name\nZoë\n"))[0] == "1 person: 1 new."


def test_a_list_of_which_every_row_is_left_out_adds_nobody(office):
    office.take("Name,Email\nZoë,z@x.org\n")
    (guest,) = office.guests().values()
    acts.erase(office.event, guest)
    sentence, more, _deed = words(office.plan("Name,Email\nZoë,z@x.org\n"))
    assert sentence == "Nobody on this list can be imported."
    assert more.startswith("Nothing will change.")


ODD = """\
Name,Email,Status,Places
Łukasz,lukasz@@tartu.example,going,1
Maria,m@x.org,quantum,many
Maria,m@x.org,quantum,many
,,,
,only@x.org,,
Zoë,z@x.org,who knows,2
,,going,1
"""


def test_odd_rows_come_in_groups_that_say_where(office):
    groups = {group.kind: group for group in problem_groups(office.plan(ODD))}
    assert list(groups) == [
        Odd.EMAIL, Odd.SAME, Odd.NO_NAME, Odd.NOBODY, Odd.STATUS, Odd.PLACES,
    ]  # fmt: skip
    email = groups[Odd.EMAIL]
    assert (email.title, email.count) == ("An e-mail address looks wrong", 1)
    assert [(e.says, e.where) for e in email.odd] == [
        ("lukasz@@tartu.example", "Łukasz, row 2")
    ]
    assert [(e.says, e.where) for e in groups[Odd.SAME].odd] == [("Maria", "Row 4")]
    assert [(e.says, e.where) for e in groups[Odd.NO_NAME].odd] == [
        ("only@x.org", "Row 6")
    ]
    assert groups[Odd.STATUS].title == "2 statuses are not known"
    assert [e.row for e in groups[Odd.STATUS].odd] == [3, 7]
    assert [e.field for e in groups[Odd.STATUS].odd] == ["status", "status"]


def test_a_large_group_has_all_its_rows_in_the_order_of_the_list(office):
    rows = "".join(f"Guest {n},wrong{n}\n" for n in range(30))
    (group,) = problem_groups(office.plan("Name,Email\n" + rows))
    assert group.count == 30
    assert [one.says for one in group.odd[:2]] == ["wrong0", "wrong1"]
    assert [one.row for one in group.odd] == list(range(2, 32))


def test_who_asked_to_be_forgotten_is_counted_and_not_named(office):
    office.take("Name,Email\nZoë,z@x.org\nJo,j@x.org\n")
    zoe = office.named("Zoë")
    from checkin.store.acts import erase

    erase(office.event, zoe)
    (group,) = problem_groups(office.plan("Name,Email\nZoë,z@x.org\nJo,j@x.org\n"))
    assert (group.kind, group.count) == (Odd.FORGOTTEN, 1)
    assert [(e.says, e.where) for e in group.odd] == [("", "Row 2")]


def test_a_list_without_oddities_has_no_groups(office):
    assert problem_groups(office.plan(FOUR)) == []


@pytest.mark.parametrize("kind", Odd)
def test_every_kind_has_words_for_one_and_for_many(kind):
    assert kind.heading(1)
    assert kind.heading(1) != kind.heading(2)
    assert "{" not in kind.heading(2) + kind.outcome


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Name,Email\nZoë,z@x.org\n".encode(), "UTF-8, commas, headings in row 1"),
        ("Name;Email\nZoë;z@x.org\n".encode("cp1252"),
         "Windows-1252 (not sure), semicolons, headings in row 1"),
        ("\n\nName\tEmail\nZoë\tz@x.org\n".encode("utf-16"),
         "UTF-16, tabs, headings in row 3"),
        (b"Name\nJo\n", "UTF-8, headings in row 1"),
        (b'Name,Email\n"Zo,z@x.org\nJo,j@x.org\n', "UTF-8, commas, headings in row 1, "
         "a quotation mark left out that never ends (row 2)"),
    ],
)  # fmt: skip
def test_how_a_text_was_read_is_said_in_a_line(written, content, said):
    assert how_read(load(written(content)).table) == said


def test_how_many_are_not_expected_is_told_before_anybody_is_turned_away(office):
    rows = "Zoë,No\nJo,Cancelled\nHans,Yes\nIda,Waiting list\nOle,Maybe\n"
    told = consequence(office.plan(f"Name,RSVP\n{rows}"))
    assert told.more.startswith(
        "Not expected, says the list:"
        " 2 cancelled, 1 on the waiting list, 1 not confirmed yet. "
    )


def test_what_was_corrected_at_the_desk_is_no_change_of_the_list(office):
    office.take(FOUR)
    guest = office.named("Zoë")
    with office.event.write() as write:
        draft = Draft(Kind.ATTENDEE_CORRECTED, guest.id, {"fields": {"company": "C"}})
        write.append(draft)
    reading = load(office.file(FOUR))
    assert consequence(make_plan(office.event, reading)).deed == "Import all the same"


def test_large_numbers_are_told_with_commas(office):
    rows = "".join(f"Guest {n},nowhere\n" for n in range(1200))
    plan = office.plan(f"Name,Email\n{rows}")
    assert words(plan)[0::2] == ("1,200 people: 1,200 new.", "Add 1,200")
    assert problem_groups(plan)[0].title == "1,200 e-mail addresses look wrong"
