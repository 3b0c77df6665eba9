"""What the table says of people who stand otherwise than most."""

import pytest

from checkin.model.attendee import Attendee, Details, Presence
from checkin.model.clock import Instant
from checkin.ui.attendees.cells import badge_cell, door_cell, name_cell

NOW = Instant(1_700_765_000_000, 0)  # Thu 23 Nov 2023, 18:43
EARLIER = Instant(NOW.ms - 86_400_000, 0)


def _guest(*presences: Presence, **said) -> Attendee:
    about = {k: said.pop(k) for k in list(said) if k in Attendee.__dataclass_fields__}
    return Attendee(b"1" * 16, Details(**said), presences=presences, **about)


def _came(at: Instant, inside: bool = True, last: Instant = NOW) -> Presence:
    return Presence(b"l" * 16, at, "Main door", last, inside, 1)


@pytest.mark.parametrize(
    ("guest", "said"),
    [
        (_guest(), "Expected"),
        (_guest(payment="unpaid"), "Expected, not paid"),
        (_guest(payment="unpaid", amount_due="£12"), "Expected, not paid: £12"),
        (_guest(approval="required"), "Expected, not confirmed yet"),
        (_guest(blocked="a ban"), "Expected, call the host"),
        (_guest(status="cancelled"), "Cancelled"),
        (_guest(withdrawn=True), "Cancelled, no longer on the list"),
        (_guest(status="waitlisted"), "On the waiting list"),
        (_guest(status="pending"), "Not confirmed yet"),
        (_guest(walk_in=True), "Not here"),
        (_guest(_came(NOW)), "Here, 18:43, Main door"),
        (_guest(_came(EARLIER)), "Here, Wed 22 Nov, 18:43, Main door"),
        (_guest(_came(EARLIER, inside=False)), "Left, 18:43"),
        (_guest(_came(NOW), conflicts=1), "Here, two desks don’t agree"),
        (_guest(_came(NOW), payment="unpaid"), "Here, 18:43, Main door"),
    ],
)
def test_at_the_door(guest, said):
    assert door_cell(guest, NOW).whole == said


@pytest.mark.parametrize(
    ("guest", "said"),
    [
        (_guest(full_name="Zoë"), "Not yet"),
        (_guest(full_name="Zoë", status="cancelled"), "–"),
        (_guest(full_name="Zoë", printed=1, printed_name="Zoë"), "Printed"),
        (_guest(full_name="Zoë", printed=1, badge_changed=True), "Changed"),
        (_guest(full_name="Zoë", printed=1, handed_out=True), "Printed, handed out"),
    ],
)
def test_of_the_badge(guest, said):
    assert badge_cell(guest).whole == said


def test_a_company_written_from_the_right_does_not_turn_what_follows_around():
    guest = _guest(full_name="נועה ברק", company="סדנת הגל", pronouns="she/her")
    assert name_cell(guest).below == "\u2068סדנת הגל\u2069 · she/her"
