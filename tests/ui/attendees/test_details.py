"""The panel: what it says of somebody, and what its buttons do."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from checkin.door.desk import Door, Options
from checkin.importing import apply_plan, load, make_plan
from checkin.model.attendee import Details
from checkin.model.entry import Draft
from checkin.model.ids import DeskId
from checkin.model.kinds import Kind
from checkin.store import acts
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk
from checkin.ui.attendees.roll_model import Column


def _stands(hands) -> tuple[str, str]:
    state = hands.page.panel.details.state
    return state.title.text(), state.text.text()


def test_it_says_who_somebody_is_and_how_they_stand(hands):
    hands.click_row("Zoë van der Berg-Okonkwo")
    details = hands.page.panel.details
    assert details.second.text() == "Harbour Makers Collective · she/her"
    assert details.ticket.text() == "Member"
    assert details.news.text() == "First time here"
    assert _stands(hands) == ("Here since 18:42", "Main door")
    assert hands.history == [
        "Came in at Main door", "Badge printed at Main door, sheet 5, place 1",
        "Put on the list: guests",
    ]  # fmt: skip


def test_it_shows_all_that_is_known_and_nothing_that_is_not(hands):
    hands.click_row("Zoë van der Berg-Okonkwo")
    code = hands.guest("Zoë").code
    facts = hands.facts
    assert facts["E-mail"] == "zoe@example.org"
    assert facts["Badge code"].replace(" ", "") == code
    assert [len(group) for group in facts["Badge code"].split()] == [4] * 5
    assert facts["Brings"] == "Bruno, a cuddly-toy dragon"
    assert facts["May we write?"] == "Yes, host news. Not asked for co-hosts."
    assert facts["Ask me about"] == "letterpress, bees"
    assert "Phone" not in facts


def test_its_copy_buttons_copy(hands, clipboard, qtbot):
    hands.click_row("Zoë van der Berg-Okonkwo")
    details = hands.page.panel.details
    buttons = {b.accessibleName(): b for b in details.facts.copy_buttons}
    hands.until(buttons["Copy Badge code"].isVisible)
    hands.click(buttons["Copy Badge code"])
    assert clipboard() == hands.guest("Zoë").code
    assert buttons["Copy Badge code"].toolTip() == "Copied"
    hands.click(buttons["Copy E-mail"])
    assert clipboard() == "zoe@example.org"


@pytest.mark.parametrize(
    ("name", "title", "text"),
    [
        ("Tom Reed", "Cancelled since Tue 21 Nov", "If that is a mistake, choose Edit"),
        ("Søren Ægidius-Holm", "Expected", "Not here yet."),
    ],
)
def test_it_says_what_is_to_be_done(hands, name, title, text):
    hands.click_row(name)
    said = _stands(hands)
    assert said[0] == title
    assert said[1].startswith(text)
    assert not hands.page.panel.details.state.button.isVisible()


def test_since_when_somebody_called_off_does_not_follow_other_corrections(hands):
    hands.click_row("Tom Reed")
    with hands.ledger() as event:
        acts.correct(event, hands.guest("Tom Reed"), {"phone": "020 7946 0000"})
    hands.page.session.look()
    hands.until(lambda: hands.facts.get("Phone"))
    assert _stands(hands)[0] == "Cancelled since Tue 21 Nov"


def test_whoever_is_called_off_at_the_desk_is_so_since_then(hands):
    hands.click_row("Søren Ægidius-Holm")
    with hands.ledger() as event:
        soren = hands.guest("Søren")
        acts.correct(event, soren, {"status": "cancelled"})
        acts.correct(event, soren, {"phone": "020 7946 0000"})
    hands.page.session.look()
    hands.until(lambda: hands.facts.get("Phone"))
    assert _stands(hands)[0] == "Cancelled since Thu 23 Nov"


def test_whose_import_was_undone_is_not_said_to_have_left_a_list(hands):
    hands.click_row("Søren Ægidius-Holm")  # has a badge, and so stays
    with hands.ledger() as event:
        (first, _undone), *_more = event.read.recent({Kind.SOURCE_IMPORTED}, 1)
        acts.undo_named(event, first.act)
    hands.page.session.look()
    hands.until(lambda: _stands(hands)[0] == "Cancelled")
    assert _stands(hands)[1] == "The import that brought them was undone."


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"payment": "unpaid", "amount_due": "£12"}, "Expected, £12 still open"),
        ({"payment": "unpaid"}, "Expected, not paid yet"),
        ({"approval": "required"}, "Expected, not confirmed yet"),
        ({"blocked": "Has a ban"}, "Expected, but call the host"),
        ({"status": "waitlisted"}, "On the waiting list"),
        ({"status": "pending"}, "Not confirmed yet"),
    ],
)
def test_whoever_needs_a_look_is_said_to(hands, fields, title):
    hands.click_row("Søren Ægidius-Holm")
    with hands.ledger() as event:
        acts.correct(event, event.read.attendee(event.search("Søren")[0]), fields)
    hands.page.session.look()
    hands.until(lambda: _stands(hands)[0] == title)
    hands.pill("Needs a look")
    assert "Søren Ægidius-Holm" in hands.names


def test_whoever_left_is_said_to_have_left(hands, clock):
    hands.click_row("Sukma")
    with hands.ledger() as event:
        door = Door(event, event.main_list())
        clock.at = type(clock.at)(clock.at.ms + 600_000, clock.at.offset)
        door.admit(event.search("Sukma")[0], Options(leaving=True))
    hands.page.session.look()
    hands.until(lambda: _stands(hands)[0] == "Left at 18:52")
    assert _stands(hands)[1] == "Came in at 18:38, Main door"


def test_undo_takes_the_check_in_back_and_can_itself_be_undone(hands):
    hands.click_row("Zoë van der Berg-Okonkwo")
    hands.written(lambda: hands.click(hands.page.panel.details.state.button))
    hands.until(lambda: _stands(hands)[0] == "Expected")
    assert not hands.guest("Zoë").attended
    assert hands.history[0] == "Came in at Main door"
    assert hands.page.panel.details.history.lines[0].undone
    hands.written(hands.told("Zoë van der Berg-Okonkwo has not come in").offers[0].do)
    hands.until(lambda: _stands(hands)[0] == "Here since 18:42")
    assert hands.guest("Zoë").attended


def test_print_badge_goes_to_the_badges_with_this_one_chosen(hands):
    went = hands.going()
    hands.click_row("Sukma")
    hands.click(hands.page.panel.details.print)
    assert went == [("badges", {"chosen": [hands.guest("Sukma").id]})]


def test_enter_leads_into_the_panel_and_escape_back(hands):
    table = hands.page.people.table
    table.setFocus()
    hands.key(Qt.Key.Key_Return, table)
    assert hands.page.panel.details.edit.hasFocus()
    assert hands.window.ring.isVisible()
    hands.key(Qt.Key.Key_Escape)
    assert table.hasFocus()


def test_a_badge_with_an_old_name_is_said_to_have_it(hands):
    hands.click_row("Sukma")
    with hands.ledger() as event:
        guest = event.read.attendee(event.search("Sukma")[0])
        acts.correct(event, guest, {"first_name": "Sukma Dewi"})
    hands.page.session.look()
    hands.until(lambda: "Printed badge" in hands.facts)
    assert hands.facts["Printed badge"] == "It still says “Sukma”. Print a new one."
    assert hands.history[0] == "Name corrected: Sukma → Sukma Dewi"


def test_a_walk_in_is_called_one(hands):
    hands.click_row("Bo")
    assert hands.page.panel.details.news.text() == "Walk-in"
    assert hands.facts["May we write?"] == "Not asked."


def test_somebody_without_a_name_can_be_chosen(hands):
    with hands.ledger() as event:
        guest, _act = acts.add_guest(event, Details(full_name="\u200b"))
    hands.page.people.choose(guest.id)
    hands.until(lambda: hands.page.people.rows.rowCount() == 63)
    assert hands.page.panel.details.known.guest.id == guest.id


def _correct(hands, name, fields):
    """At another desk; waits until the panel shows it."""
    hands.click_row(name)
    with hands.ledger() as event:
        acts.correct(event, event.read.attendee(event.search(name)[0]), fields)
    with hands.found():
        hands.page.session.look()


def test_a_very_long_word_is_broken_not_cut(hands):
    long = "Donaudampfschifffahrts" * 4
    said = {"note": long, "email": f"{long}@example.org", "blocked": long}
    _correct(hands, "Sukma", {"company": long, "ticket_type": long, **said})
    details = hands.page.panel.details
    assert hands.facts["E-mail"] == said["email"]
    assert details.second.text() == long
    assert details.minimumSizeHint().width() <= hands.page.panel.width()
    hands.page.edit()
    assert hands.page.panel.form.minimumSizeHint().width() <= hands.page.panel.width()


def test_a_note_of_many_pages_hides_nothing_and_can_be_read_below(hands):
    note = "more words " * 900
    _correct(hands, "Sukma", {"note": note.strip()})
    assert len(hands.facts["Note"]) <= 401
    assert hands.facts["The whole note"] == note.strip()
    assert hands.history[0].startswith("Note corrected: One name only; ")
    assert len(hands.history[0]) < 200
    details = hands.page.panel.details
    hands.until(lambda: details.others.height() > 1000)


def test_two_hundred_other_columns_are_shown_without_a_widget_for_each(
    hands, tmp_path, qtbot
):
    path = tmp_path / "many.csv"
    columns = [f"Question {n}" for n in range(200)]
    rows = [["Name", *columns], ["Ida", "<b>bold</b>", *["yes"] * 199]]
    path.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    with hands.ledger() as event:
        apply_plan(event, make_plan(event, load(path)))
    hands.page.session.look()
    hands.until(lambda: "Ida" in hands.names)
    hands.click_row("Ida")
    details = hands.page.panel.details
    assert hands.facts["Question 0"] == "<b>bold</b>"
    assert hands.facts["Question 199"] == "yes"
    assert "&lt;b&gt;bold" in details.others.text()
    assert "Question 199: yes" in details.others.accessibleName()
    assert len(details.findChildren(QWidget)) < 60


@pytest.fixture
def twice(hands, clock):
    """Sukma was let in once more by a desk that did not know."""
    hands.click_row("Sukma")
    with hands.ledger() as event:
        main = event.main_list().hex()
        who = event.search("Sukma")[0]
        with event.write() as write:
            write.append(Draft(Kind.CHECKIN_ADMITTED, who, {"list": main}))
    hands.page.session.look()
    hands.until(hands.page.panel.details.doubt.isVisible)
    return hands.page.panel.details.doubt


def test_two_arrivals_with_one_ticket_need_a_look(hands, twice):
    assert twice.title.text() == "Let in twice"
    assert twice.text.text() == (
        "18:38 at Main door, 18:42 at Main door. One guest, or two with one ticket?"
    )
    hands.pill("Needs a look")
    assert "Sukma" in hands.names
    row = hands.names.index("Sukma")
    assert hands.cell(row, Column.DOOR).whole == "Here, two desks don’t agree"


def test_what_was_looked_at_is_settled_and_that_can_be_undone(hands, twice):
    hands.written(lambda: hands.click(twice.button))
    hands.until(lambda: not twice.isVisible())
    assert hands.guest("Sukma").conflicts == 0
    hands.written(hands.told("That is settled for Sukma").offers[0].do)
    hands.until(twice.isVisible)


def test_two_corrections_of_a_detail_are_both_told(hands):
    hands.click_row("Sukma")
    with hands.ledger() as event:
        acts.correct(event, event.read.attendee(hands.page.people.who), {"note": "A"})
    other = replace(event.place, desk=Desk(DeskId(b"another desk ..."), "Side door"))
    with EventFile.join(other) as event, event.write() as write:
        said = {"fields": {"note": "B"}, "seen": {}}
        write.append(Draft(Kind.ATTENDEE_CORRECTED, hands.page.people.who, said))
    hands.page.session.look()
    doubt = hands.page.panel.details.doubt
    hands.until(doubt.isVisible)
    assert doubt.title.text() == "Note was put right twice"
    assert doubt.text.text() == "Main door wrote A, Side door wrote B, which holds."


def test_a_badge_that_is_handed_out_is_noted_by_key_and_taken_back(hands, heard):
    hands.click_row("Zoë van der Berg-Okonkwo")
    details = hands.page.panel.details
    assert details.hand_out.isVisible()
    hands.key(Qt.Key.Key_F6, hands.page.people.table)
    hands.until(lambda: heard)
    assert "has their badge" in heard[-1].title
    hands.until(lambda: hands.history[0] == "Badge handed out")
    assert not details.hand_out.isVisible()
    heard[-1].offers[0].do()
    hands.until(details.hand_out.isVisible)
