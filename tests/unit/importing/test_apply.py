"""A plan becomes one act: all of it, once, and undone as a whole."""

import gettext

import pytest

from checkin.importing import apply_plan
from checkin.importing.errors import ListedMeanwhile
from checkin.model import i18n
from checkin.model.entry import Draft
from checkin.model.kinds import Kind
from checkin.model.permission import Answer, Purpose
from checkin.model.progress import WasCancelled

TWO = (
    "First name,Last name,Email,Status,May we write to you?,Dietary,Seat\n"
    "Zoë,Bell,zoe@x.org,registered,Yes,vegan,\n"
    "Jo,Ng,,cancelled,,,B4\n"
)


def kinds(office, act):
    return [e.kind for e in office.event.entries() if e.act == act]


def test_guests_are_on_the_list_with_all_that_it_said(office):
    office.take(TWO)
    zoe, jo = office.named("Zoë Bell"), office.named("Jo Ng")
    assert zoe.details.email == "zoe@x.org"
    assert zoe.may(Purpose.CONTACT) is Answer.YES
    assert jo.may(Purpose.CONTACT) is Answer.NOT_ASKED
    assert office.event.read.extra_of(zoe.id) == {"Dietary": "vegan"}
    assert office.event.read.extra_of(jo.id) == {"Seat": "B4"}
    assert office.event.read.tally("expected") == 1
    assert [office.event.codes.origin(g.code).name for g in (zoe, jo)] == ["OURS"] * 2


def test_the_code_of_the_list_scans_beside_ours(office):
    office.take("Name,Barcode\nZoë,00123\n")
    zoe = office.named("Zoë")
    assert office.event.read.by_code("00123") == ([zoe.id], False)
    assert office.event.read.by_code(zoe.code) == ([zoe.id], False)
    assert zoe.code != "00123"


def test_the_entries_say_each_thing_once(office):
    plan, act = office.take(TWO)
    assert kinds(office, act) == [
        Kind.SOURCE_IMPORTED,
        Kind.ATTENDEE_LISTED, Kind.CODE_GIVEN,
        Kind.ATTENDEE_LISTED, Kind.CODE_GIVEN,
    ]  # fmt: skip
    summary, zoe, *_ = (e.data for e in office.event.entries() if e.act == act)
    assert summary["header"] == ["Dietary", "Seat"]
    assert summary["header_id"] == zoe["header_id"] == plan.mapping.header_id
    assert (summary["new"], summary["rows"], summary["file"]) == (2, 2, "guests.csv")
    assert summary["mapping"]["Email"] == "email"
    assert zoe == {
        "fields": {
            "first_name": "Zoë", "last_name": "Bell", "email": "zoe@x.org",
            "status": "registered",
        },
        "source": plan.source.hex(),
        "header_id": plan.mapping.header_id,
        "extra": ["vegan"],
        "permissions": {"contact": "yes"},
        "row": 2,
    }  # fmt: skip


def test_the_same_list_again_writes_its_summary_only(office):
    office.take(TWO)
    codes = {name: guest.codes for name, guest in office.guests().items()}
    _plan, act = office.take(TWO)
    assert kinds(office, act) == [Kind.SOURCE_IMPORTED]
    assert {name: guest.codes for name, guest in office.guests().items()} == codes


def test_a_newer_version_changes_and_withdraws_and_keeps_the_codes(office):
    office.take(TWO)
    code = office.named("Zoë Bell").code
    _plan, act = office.take(TWO.replace("vegan", "").rpartition("Jo")[0])
    assert kinds(office, act)[1:] == [Kind.ATTENDEE_LISTED, Kind.ATTENDEE_WITHDRAWN]
    zoe = office.named("Zoë Bell")
    assert (zoe.code, office.event.read.extra_of(zoe.id)) == (code, {})
    assert office.named("Jo Ng").withdrawn


def test_whoever_was_withdrawn_and_comes_back_is_listed_again(office):
    office.take("Name\nZoë\nJo\n")
    code = office.named("Jo").code
    office.take("Name\nZoë\n")
    plan, _act = office.take("Name\nZoë\nJo\n")
    row = next(r for r in plan.as_json()["rows"] if r["name"] == "Jo")
    assert (row["what"], row["changes"]) == ("changed", {"withdrawn": [True, False]})
    assert not office.named("Jo").withdrawn
    assert office.named("Jo").code == code
    assert len(office.guests()) == 2


def test_undoing_the_first_import_leaves_nobody(office):
    _plan, act = office.take(TWO)
    office.event.undo(act)
    assert office.guests() == {}
    assert office.event.read.sources() == {}


def test_undoing_an_import_keeps_those_whom_the_door_knows_as_withdrawn(office):
    _plan, act = office.take("Name\nZoë\nJo\n")
    office.comes(office.named("Zoë").id)
    office.event.undo(act)
    assert list(office.guests()) == ["Zoë"]
    zoe = office.named("Zoë")
    assert (zoe.withdrawn, zoe.attended) == (True, True)


def test_undoing_a_newer_version_brings_the_older_one_back(office):
    office.take("Name,Company\nZoë,Harbour\nJo,Ng\n")
    _plan, act = office.take("Name,Company\nZoë,Lighthouse\nOtis,Quay\n")
    office.event.undo(act)
    guests = office.guests()
    assert set(guests) == {"Zoë", "Jo"}
    assert guests["Zoë"].details.company == "Harbour"
    assert not guests["Jo"].withdrawn


def test_a_guest_known_to_the_door_is_found_again_after_undo_and_new_import(office):
    _plan, act = office.take("Name\nZoë\nJo\n")
    before = office.named("Zoë")
    office.comes(before.id)
    office.event.undo(act)
    plan, _act = office.take("Name\nZoë\nJo\n")
    assert plan.counts() == {
        "new": 1, "changed": 1, "same": 0, "withdrawn": 0, "problems": 0,
    }  # fmt: skip
    after = office.named("Zoë")
    assert (after.id, after.code, after.withdrawn) == (before.id, before.code, False)
    assert after.attended


def test_places_become_companions_with_codes_of_their_own(office):
    text = "Name,Ticket type,Places\nZoë Bell,Member,3\nJo,Guest,1\n"
    plan, _act = office.take(text)
    assert plan.counts()["new"] == 4
    guests = office.guests()
    assert set(guests) == {
        "Zoë Bell", "Guest 2 of Zoë Bell", "Guest 3 of Zoë Bell", "Jo",
    }  # fmt: skip
    zoe, second = guests["Zoë Bell"], guests["Guest 2 of Zoë Bell"]
    assert second.companion_of == zoe.id
    assert second.details.ticket_type == "Member"
    assert len({guest.code for guest in guests.values()}) == 4
    assert office.event.read.tally("expected") == 4
    assert office.plan(text).counts()["same"] == 4


def test_companions_stay_the_same_people_when_places_or_names_change(office):
    office.take("Name,Email,Places\nZoë Bell,z@x.org,12\n")
    codes = {name: guest.code for name, guest in office.guests().items()}
    plan, _act = office.take("Name,Email,Places\nZoë Bell,z@x.org,3\n")
    assert (plan.counts()["same"], plan.counts()["withdrawn"]) == (2, 9)
    left = {n for n, guest in office.guests().items() if not guest.withdrawn}
    assert left == {"Zoë Bell", "Guest 2 of Zoë Bell", "Guest 3 of Zoë Bell"}
    office.take("Name,Email,Places\nZoë Berg,z@x.org,3\n")
    assert office.named("Guest 3 of Zoë Berg").code == codes["Guest 3 of Zoë Bell"]


def test_another_language_makes_no_other_companions(office, monkeypatch):
    text = "Name,Places\nZoë,2\n"
    office.take(text)
    monkeypatch.setattr(i18n, "_current", Welsh())
    assert office.plan(text).counts()["same"] == 2


class Welsh(gettext.NullTranslations):
    def gettext(self, message):
        return {"Guest {n} of {name}": "Gwestai {n} {name}"}.get(message, message)


def test_companions_are_withdrawn_with_whoever_brings_them(office):
    office.take("Name,Places\nZoë,2\nJo,1\n")
    office.take("Name,Places\nJo,1\n")
    gone = {name for name, guest in office.guests().items() if guest.withdrawn}
    assert gone == {"Zoë", "Guest 2 of Zoë"}


@pytest.mark.parametrize("asked", [1, 2])
def test_a_cancelled_import_writes_nothing(office, asked):
    plan = office.plan(TWO)
    before = [entry.id for entry in office.event.entries()]
    times = iter(range(10))

    with pytest.raises(WasCancelled):
        apply_plan(office.event, plan, cancelled=lambda: next(times) + 1 >= asked)
    assert [entry.id for entry in office.event.entries()] == before
    assert office.guests() == {}


def test_importing_can_be_watched(office):
    seen = []
    apply_plan(office.event, office.plan(TWO), progress=lambda *at: seen.append(at))
    assert (seen[0], seen[-1]) == ((0, 2), (2, 2))


def test_a_long_list_is_one_act_and_can_be_stopped_half_way(office):
    text = "Name\n" + "".join(f"Guest {n}\n" for n in range(2500))
    plan, before = office.plan(text), len(list(office.event.entries()))
    written = []

    def written_so_far(_done, _total):
        written.append(office.event.read.count_entries())

    with pytest.raises(WasCancelled):
        apply_plan(
            office.event,
            plan,
            progress=written_so_far,
            cancelled=lambda: len(written) > 2,
        )
    assert written[2] > before, "some were written when it was stopped"
    assert len(list(office.event.entries())) == before
    act = apply_plan(office.event, plan)
    assert len(office.event.read.act(act)) == 1 + 2 * 2500
    office.event.undo(act)
    assert office.guests() == {}


def test_a_plan_that_was_overtaken_is_not_carried_out(office):
    stale = office.plan(TWO)
    _plan, act = office.take(TWO)
    with pytest.raises(ListedMeanwhile, match="guests"):
        apply_plan(office.event, stale)
    assert len(office.guests()) == 2
    current = office.plan(TWO)
    office.event.undo(act)
    with pytest.raises(ListedMeanwhile):
        apply_plan(office.event, current)


def test_scans_between_plan_and_import_do_no_harm(office):
    office.take(TWO)
    plan = office.plan(TWO.replace("vegan", "none"))
    office.comes(office.named("Zoë Bell").id)
    apply_plan(office.event, plan)
    assert office.named("Zoë Bell").attended


def test_a_permission_withdrawn_at_the_desk_outlives_the_next_version(office):
    office.take(TWO)
    zoe = office.named("Zoë Bell")
    data = {"purpose": Purpose.CONTACT.value}
    with office.event.write() as write:
        write.append(Draft(Kind.PERMISSION_WITHDRAWN, zoe.id, data))
    office.take(TWO.replace("vegan", "none"))
    assert office.named("Zoë Bell").may(Purpose.CONTACT) is Answer.NO
