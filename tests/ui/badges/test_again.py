"""Those who have a badge already: why once more, and what of the old one."""

from PySide6.QtCore import Qt

from checkin.model.kinds import Kind
from checkin.model.prints import Reason
from checkin.ui.badges.wish import Who


def choose_bea(hands):
    """Somebody who has a badge."""
    read = hands.page.session.file.read
    (guest,) = read.attendees("first_name = 'Beatriz'")
    assert guest.printed
    hands.window.go("badges", chosen=[guest.id])
    hands.until(lambda: hands.big_words == "Print 1 badge on 1 sheet")
    return guest


def down_to(hands, words):
    combo = hands.page.left.who.again.reason
    combo.setFocus()
    while combo.currentText() != words:
        hands.key(Qt.Key.Key_Down, combo)


def test_nobody_is_asked_why_for_a_first_badge(hands):
    assert not hands.page.left.who.again.isVisible()
    hands.choose(Who.ALL)
    hands.until(hands.page.left.who.again.isVisible)
    words = "53 of them have a badge already. Why once more?"
    assert hands.page.left.who.again.count.text() == words
    hands.choose(Who.UNPRINTED)
    hands.until(lambda: not hands.page.left.who.again.isVisible())


def test_a_lost_badge_is_printed_again_with_a_new_code(hands, heard):
    guest = choose_bea(hands)
    down_to(hands, "Lost")
    again = hands.page.left.who.again
    again.new_codes.setFocus()
    hands.key(Qt.Key.Key_Space, again.new_codes)
    assert again.old.isVisible()
    hands.page.print()
    hands.until(lambda: heard)
    (entry,) = hands.printed()
    assert entry.data["reason"] == Reason.LOST
    assert entry.data["code"] not in guest.codes
    with hands.ledger() as event:
        kinds = {e.kind for e in event.entries() if e.act == entry.act}
        now = event.read.attendee(guest.id)
    assert Kind.CODE_REVOKED in kinds
    assert now.codes[0] == entry.data["code"]
    assert (hands.page.wish.reason, hands.page.wish.new_codes) == ("", False)


def test_a_reason_in_other_words_is_noted(hands, heard):
    choose_bea(hands)
    down_to(hands, "Another reason…")
    other = hands.page.left.who.again.other
    assert other.isVisible()
    other.edit.setText("spilt coffee")
    hands.key(Qt.Key.Key_Return, other.edit)
    hands.page.print()
    hands.until(lambda: heard)
    (entry,) = hands.printed()
    assert entry.data["reason"] == "spilt coffee"


def test_a_reason_holds_only_for_those_it_was_given_for(hands):
    choose_bea(hands)
    down_to(hands, "Damaged")
    assert hands.page.wish.reason == Reason.DAMAGED
    hands.choose(Who.ALL)
    assert hands.page.wish.reason == ""
    hands.until(lambda: hands.page.left.who.again.reason.currentText() != "Damaged")
