"""What comes of all that is known of a guest: permissions, corrections, presence."""

from dataclasses import replace

import pytest

from checkin.model.kinds import Kind
from checkin.model.permission import Answer, Purpose


@pytest.fixture
def zoe(event, listed):
    (who,) = listed(event, "Zoë Ångström")
    return who


class TestPermission:
    """A no is stronger than a list and than a yes of the same hour."""

    def ask(self, event, who):
        return event.read.attendee(who).may(Purpose.PHOTOS)

    @pytest.fixture
    def listed_yes(self, event, note):
        who = event.new_id()
        said = {"full_name": "Zoë"}
        permissions = {"photos": "yes"}
        note(event, Kind.ATTENDEE_LISTED, who, fields=said, permissions=permissions)
        return who

    def test_silence_is_no_answer(self, event, zoe):
        assert self.ask(event, zoe) is Answer.NOT_ASKED

    def test_what_the_list_says_holds_until_somebody_is_asked(self, event, listed_yes):
        assert self.ask(event, listed_yes) is Answer.YES

    def test_a_no_beats_the_list(self, event, listed_yes, note):
        note(event, Kind.PERMISSION_WITHDRAWN, listed_yes, purpose="photos")
        assert self.ask(event, listed_yes) is Answer.NO

    def test_a_no_beats_a_list_that_is_imported_later(self, event, listed_yes, note):
        note(event, Kind.PERMISSION_WITHDRAWN, listed_yes, purpose="photos")
        said = {"fields": {"full_name": "Zoë"}, "permissions": {"photos": "yes"}}
        note(event, Kind.ATTENDEE_LISTED, listed_yes, **said)
        assert self.ask(event, listed_yes) is Answer.NO

    def test_a_no_beats_a_yes_that_had_not_heard_of_it(self, event, zoe, note):
        note(event, Kind.PERMISSION_WITHDRAWN, zoe, purpose="photos")
        note(event, Kind.PERMISSION_GIVEN, zoe, purpose="photos")
        assert self.ask(event, zoe) is Answer.NO

    def test_asking_again_after_the_no_makes_a_yes(self, event, zoe, note):
        no = note(event, Kind.PERMISSION_WITHDRAWN, zoe, purpose="photos")
        note(event, Kind.PERMISSION_GIVEN, zoe, purpose="photos", seen=no.id.hex())
        assert self.ask(event, zoe) is Answer.YES

    def test_a_later_no_beats_the_yes_that_had_only_heard_of_the_first(
        self, event, zoe, note
    ):
        no = note(event, Kind.PERMISSION_WITHDRAWN, zoe, purpose="photos")
        note(event, Kind.PERMISSION_GIVEN, zoe, purpose="photos", seen=no.id.hex())
        note(event, Kind.PERMISSION_WITHDRAWN, zoe, purpose="photos")
        assert self.ask(event, zoe) is Answer.NO

    def test_a_no_that_is_undone_was_never_said(self, event, listed_yes, note):
        no = note(event, Kind.PERMISSION_WITHDRAWN, listed_yes, purpose="photos")
        event.undo(no.id)
        assert self.ask(event, listed_yes) is Answer.YES

    def test_one_purpose_says_nothing_of_another(self, event, zoe, note):
        note(event, Kind.PERMISSION_GIVEN, zoe, purpose="photos")
        assert event.read.attendee(zoe).may(Purpose.CONTACT) is Answer.NOT_ASKED

    def test_a_purpose_of_a_later_version_does_not_stand_in_the_way(
        self, event, zoe, note
    ):
        note(event, Kind.PERMISSION_GIVEN, zoe, purpose="holograms")
        assert dict(event.read.attendee(zoe).permissions) == {}


class TestCorrection:
    """What a desk put right lies over the list, whatever comes later."""

    def test_a_correction_holds_against_a_later_import(self, event, zoe, note):
        fields = {"company": "Tea Ltd"}
        note(event, Kind.ATTENDEE_CORRECTED, zoe, fields=fields)
        said = {"full_name": "Zoe A", "company": "Coffee"}
        note(event, Kind.ATTENDEE_LISTED, zoe, fields=said)
        guest = event.read.attendee(zoe)
        assert (guest.name, guest.details.company) == ("Zoe A", "Tea Ltd")

    def conflicts(self, event):
        rows = event._conn.execute("SELECT conflict, about FROM conflicts")
        return rows.fetchall()

    def two_desks(self, event, zoe, note, seen=()):
        first = note(event, Kind.ATTENDEE_CORRECTED, zoe, fields={"full_name": "A"})
        second = replace(
            first,
            id=b"\xff" * 16,
            desk=b"o" * 16,
            clock=first.clock + 1,
            data={"fields": {"full_name": "B"}}
            | ({"seen": {"full_name": first.id.hex()}} if seen else {}),
        )
        with event.write() as write:
            write.receive([second])
        return first, second

    def test_two_desks_that_had_not_heard_of_each_other_make_a_conflict(
        self, event, zoe, note
    ):
        self.two_desks(event, zoe, note)
        assert event.read.attendee(zoe).name == "B"
        assert [about for _, about in self.conflicts(event)] == ["correction/full_name"]

    def test_a_desk_that_knew_what_it_overwrote_makes_none(self, event, zoe, note):
        self.two_desks(event, zoe, note, seen=("full_name",))
        assert self.conflicts(event) == []

    def test_a_conflict_stays_until_it_is_settled(self, event, zoe, note):
        self.two_desks(event, zoe, note)
        ((key, _),) = self.conflicts(event)
        note(event, Kind.CONFLICT_SETTLED, zoe, conflict=key)
        assert self.conflicts(event) == []
        assert event.check() == []


class TestPresence:
    """Coming and going, as the clock says or as somebody typed it."""

    def there(self, event, who):
        return event.read.attendee(who).presences[0]

    def test_the_first_arrival_is_the_one_that_is_told(self, event, zoe, note, clock):
        first = clock.now()
        note(event, Kind.CHECKIN_ADMITTED, zoe)
        clock.advance(seconds=600)
        note(event, Kind.CHECKIN_LEFT, zoe)
        clock.advance(seconds=600)
        note(event, Kind.CHECKIN_ADMITTED, zoe)
        presence = self.there(event, zoe)
        assert presence.first_at == first
        assert presence.first_desk == "Main door"
        assert (presence.inside, presence.times) == (True, 2)

    def test_a_time_that_was_typed_replaces_the_clock(self, event, zoe, note, clock):
        earlier = clock.ms - 3_600_000
        note(event, Kind.CHECKIN_LEFT, zoe)
        note(event, Kind.CHECKIN_ADMITTED, zoe, when=earlier)
        presence = self.there(event, zoe)
        assert presence.first_at.ms == earlier
        assert not presence.inside

    def conflicts(self, event):
        return event._conn.execute("SELECT count(*) FROM conflicts").fetchone()[0]

    @pytest.mark.parametrize(
        ("first", "second", "clashes"),
        [
            ({}, {}, 1),
            ({}, {"forced": True}, 0),
            ({}, {"repeats": True}, 0),
        ],
    )
    def test_two_admissions_that_no_rule_allows_are_a_conflict_of_one_person(
        self, event, zoe, note, first, second, clashes
    ):
        note(event, Kind.CHECKIN_ADMITTED, zoe, **first)
        note(event, Kind.CHECKIN_ADMITTED, zoe, **second)
        assert self.conflicts(event) == clashes
        assert event.read.tally("attended") == 1

    def test_an_exit_between_makes_it_none(self, event, zoe, note):
        note(event, Kind.CHECKIN_ADMITTED, zoe)
        note(event, Kind.CHECKIN_LEFT, zoe)
        note(event, Kind.CHECKIN_ADMITTED, zoe)
        assert self.conflicts(event) == 0

    def test_another_list_is_another_matter(self, event, zoe, note):
        dinner = event.new_id()
        note(event, Kind.LIST_SET, dinner, name="Dinner", rules={})
        note(event, Kind.CHECKIN_ADMITTED, zoe)
        note(event, Kind.CHECKIN_ADMITTED, zoe, list=dinner.hex())
        assert self.conflicts(event) == 0
        assert len(event.read.attendee(zoe).presences) == 2
        assert event.read.tally("attended") == 1


class TestCodes:
    """Codes are a set: given, revoked, and those that came with the list."""

    def test_the_newest_of_ours_is_printed_and_all_scan(self, event, zoe, note):
        one, two = event.new_code(), event.new_code()
        for code in (one, two):
            note(event, Kind.CODE_GIVEN, zoe, code=code)
        assert event.read.attendee(zoe).code == two
        assert event.read.by_code(one) == event.read.by_code(two) == ([zoe], False)

    def test_a_revoked_code_is_known_as_that(self, event, zoe, note):
        code = event.new_code()
        note(event, Kind.CODE_GIVEN, zoe, code=code)
        note(event, Kind.CODE_REVOKED, zoe, code=code)
        assert event.read.by_code(code) == ([zoe], True)
        assert event.read.attendee(zoe).codes == ()

    def test_hand_typed_codes_find_the_guest(self, event, zoe, note):
        code = event.new_code()
        note(event, Kind.CODE_GIVEN, zoe, code=code)
        typed = f" {code[:4].lower()} {code[4:9]}-{code[9:]} "
        assert event.read.by_code(typed) == ([zoe], False)

    def test_a_code_of_the_list_is_exact_first_and_then_whatever_its_case(
        self, event, listed
    ):
        (upper,) = listed(event, "Upper", external_code="Ab-1")
        (lower,) = listed(event, "Lower", external_code="ab-1")
        assert event.read.by_code("Ab-1") == ([upper], False)
        assert event.read.by_code("ab-1") == ([lower], False)
        assert set(event.read.by_code("AB-1")[0]) == {upper, lower}


class TestSources:
    """Each list that was imported is a source of its own."""

    def on_list(self, note, event, who, source, name):
        said = {"fields": {"full_name": name}, "source": source.hex()}
        note(event, Kind.ATTENDEE_LISTED, who, **said)

    def test_a_list_withdraws_only_its_own_people(self, event, note):
        who, one, two = event.new_id(), event.new_id(), event.new_id()
        self.on_list(note, event, who, one, "Zoë by one")
        self.on_list(note, event, who, two, "Zoë by two")
        note(event, Kind.ATTENDEE_WITHDRAWN, who, source=two.hex())
        guest = event.read.attendee(who)
        assert (guest.name, guest.withdrawn) == ("Zoë by one", False)
        note(event, Kind.ATTENDEE_WITHDRAWN, who, source=one.hex())
        assert event.read.attendee(who).withdrawn
        self.on_list(note, event, who, one, "Zoë again")
        assert not event.read.attendee(who).withdrawn
        assert event.check() == []


def test_what_a_guest_was_given_and_likes_is_known_of_them(event, zoe, note):
    assert not event.read.attendee(zoe).handed_out
    note(event, Kind.BADGE_PRINTED, zoe, name="Zoe")
    note(event, Kind.BADGE_HANDED_OUT, zoe)
    for interest in ("printing", "tea"):
        note(event, Kind.INTEREST_NOTED, zoe, interest=interest)
    guest = event.read.attendee(zoe)
    assert (guest.printed_name, guest.handed_out) == ("Zoe", True)
    assert guest.badge_changed
    assert guest.interests == ("printing", "tea")
    assert guest.conflicts == 0
