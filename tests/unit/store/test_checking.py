"""`check` finds whatever in the tables is not what the ledger says."""

import pytest

from checkin.model.entry import Draft
from checkin.model.kinds import Kind
from checkin.store import checking
from checkin.store.schema import FOLDED_TABLES

CHANGES = {
    "attendees": "UPDATE attendees SET full_name = 'Somebody else'",
    "codes": "UPDATE codes SET revoked = 1",
    "presences": "UPDATE presences SET times = 7",
    "permissions": "UPDATE permissions SET answer = 'yes'",
    "conflicts": "UPDATE conflicts SET about = 'nothing'",
    "lists": "UPDATE lists SET name = 'Another door'",
    "sources": "UPDATE sources SET file = 'other.csv'",
    "headers": "UPDATE headers SET names = '[]'",
    "event": "UPDATE event SET value = 'Another evening' WHERE name = 'name'",
    "undos": "UPDATE undos SET clock = 1",
    "undone": "UPDATE undone SET target = x'00'",
    "erased": "UPDATE erased SET subject = x'00'",
    "suppressed": "UPDATE suppressed SET digest = 'other'",
    "counters": "UPDATE counters SET n = 99 WHERE name = 'people'",
    "search": "UPDATE search SET words = 'somebody else'",
}


@pytest.fixture
def full(event, listed, note):
    """An event with at least one row in each table."""
    zoe, gone = listed(event, "Zoë Ångström", "Erased Person")
    note(event, Kind.CODE_GIVEN, zoe, code=event.new_code())
    note(event, Kind.CHECKIN_ADMITTED, zoe)
    note(event, Kind.CHECKIN_ADMITTED, zoe)
    note(event, Kind.PERMISSION_WITHDRAWN, zoe, purpose="photos")
    note(event, Kind.ATTENDEE_ERASED, gone, suppress=["ab12"])
    wrong = note(event, Kind.BADGE_PRINTED, zoe)
    event.undo(wrong.id)
    header = {"name": "Guests", "header": ["Table"], "header_id": "h1"}
    note(event, Kind.SOURCE_IMPORTED, event.new_id(), **header)
    return event


def test_an_event_with_something_in_every_table_is_as_the_ledger_says(full):
    for table in (*FOLDED_TABLES, "search"):
        (n,) = full._conn.execute(f"SELECT count(*) FROM {table}").fetchone()
        assert n > 0, table
    assert full.check() == []


def test_every_folded_table_is_looked_at():
    assert set(CHANGES) == {*FOLDED_TABLES, "search"}


@pytest.mark.parametrize("table", CHANGES)
def test_a_row_that_was_changed_by_hand_is_found(full, table):
    full._conn.execute(CHANGES[table])
    found = full.check()
    assert found
    assert all(line.startswith(f"{table} ") for line in found)


@pytest.mark.parametrize("table", [*FOLDED_TABLES, "search"])
def test_rows_that_were_removed_are_found_and_a_rebuild_mends_it(full, table):
    full._conn.execute(f"DELETE FROM {table}")
    assert full.check()
    full.rebuild()
    assert full.check() == []


def test_an_entry_that_was_changed_by_hand_is_found_by_its_subject(full):
    sql = "UPDATE entries SET data = replace(data, 'Zoë', 'Joe')"
    full._conn.execute(sql)
    assert any(line.startswith("attendees ") for line in full.check())


def test_only_the_first_differences_of_a_table_are_named(event, listed):
    listed(event, *(f"Guest {n}" for n in range(50)))
    event._conn.execute("DELETE FROM search")
    found = event.check()
    assert len(found) == 21
    assert found[-1] == "search: and 30 more"


def test_checking_changes_nothing(full):
    before = list(full._conn.iterdump())
    full._conn.execute("UPDATE attendees SET full_name = 'x'")
    full.check()
    assert [line for line in full._conn.iterdump() if "'x'" in line]
    assert len(list(full._conn.iterdump())) == len(before)


def test_what_another_desk_writes_meanwhile_is_no_difference(
    full, opened, listed, monkeypatch
):
    other = opened(full.path, "Side door")
    real = checking.rebuild_beside

    def busy(*args):
        fresh = real(*args)
        listed(other, "Late Guest")
        return fresh

    monkeypatch.setattr(checking, "rebuild_beside", busy)
    assert full.check() == []
    with full.write() as write:  # and the check holds no lock afterwards
        said = {"fields": {"full_name": "Zoë"}}
        write.append(Draft(Kind.ATTENDEE_LISTED, full.new_id(), said))


def test_a_row_of_the_search_that_belongs_to_nobody_is_found(full):
    full._conn.execute("INSERT INTO search (rowid, words) VALUES (999, 'ghost')")
    assert full.check()


@pytest.mark.parametrize("n", [1, 2**63 - 1, "'soon'"])
def test_a_clock_out_of_order_is_found(event, listed, n):
    listed(event, "Zoë")
    event._conn.execute(f"UPDATE counters SET n = {n} WHERE name = '~clock'")
    assert any("clock" in line for line in event.check())
