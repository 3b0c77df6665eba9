"""`checkin undo`, `save-copy` and `check`: the ways back, and whether all is whole."""

import re
import sqlite3

import pytest


def stats(checkin, event):
    return checkin("stats", event, "--json").json


def scan(checkin, event, *codes):
    return checkin("scan", event, *codes, "--json").lines


def test_undo_takes_back_the_newest_thing_and_then_the_one_before(checkin, event):
    scan(checkin, event, "EB-0001", "EB-0002")
    done = checkin("undo", event, "--json").json
    assert set(done) == {"undone", "kind", "entry"}
    assert done["kind"] == "checkin.admitted"
    assert stats(checkin, event)["inside"] == 1
    checkin("undo", event)
    assert stats(checkin, event)["inside"] == 0


def test_undo_passes_over_what_changes_nothing(checkin, event, tmp_path):
    (admitted,) = scan(checkin, event, "EB-0001")
    scan(checkin, event, "nonsense")
    checkin("export", event, tmp_path / "a.csv")
    assert checkin("undo", event, "--json").json["undone"] == admitted["entry"]


def test_undo_by_an_entry_leaves_the_newer_ones(checkin, event):
    first, _ = scan(checkin, event, "EB-0001", "EB-0002")
    done = checkin("undo", event, first["entry"])
    assert done.out.startswith("Undone: Anna Schmidt (Nordlicht): Came in, ")
    states = scan(checkin, event, "EB-0002", "EB-0001")
    assert [s["verdict"] for s in states] == ["already_in", "admitted"]


def test_an_act_is_undone_as_a_whole_and_told_as_what_it_was(checkin, empty, guests):
    checkin("import", empty, guests)
    checkin("walkin", empty, "--name", "Bo Ek")
    told = [checkin("undo", empty).out for _ in range(2)]
    assert told[0].startswith("Undone: Bo Ek: Put on the list, ")
    assert told[1].startswith("Undone: List “guests” imported: 5 people")
    assert stats(checkin, empty)["expected"] == 0


def test_the_way_back_that_undo_prints_leads_back_and_away_again(checkin, event):
    def follow(line):
        *words, path, own = line.split()
        assert words[-2:] == ["checkin", "undo"]
        return checkin("undo", path, own).out.splitlines()

    scan(checkin, event, "EB-0001")
    anna = r"Anna Schmidt \(Nordlicht\): Came in, \d\d:\d\d, Main door"
    told = checkin("undo", event).out.splitlines()
    for n in range(4):
        first, way = (
            ("Back again", "Undo it again with: ")
            if n % 2
            else ("Undone", "Bring it back with: ")
        )
        assert re.fullmatch(f"{first}: {anna}", told[0])
        assert told[1].startswith(way)
        assert stats(checkin, event)["inside"] == n % 2
        told = follow(told[1])


def test_an_undone_import_comes_back_by_its_name(checkin, event):
    undo = checkin("undo", event, "--json").json["entry"]
    done = checkin("undo", event, undo)
    words = "Back again: List “guests” imported: 5 people new or changed\n"
    assert done.out.startswith(words)
    assert stats(checkin, event)["expected"] == 3


def test_news_kept_beside_a_guest_makes_nobody_changed_when_it_is_undone(
    checkin, empty, tmp_path
):
    path = tmp_path / "Crew.csv"
    for phone in ("020 7946 0958", "020 7946 0959"):
        path.write_text(f"Name,Email,Phone\nAnna Berg,a@x.org,{phone}\n", "utf-8")
        assert checkin("import", empty, path).code == 0
    done = checkin("undo", empty)
    assert done.out.startswith("Undone: List “Crew” imported: 0 people new or changed")


def test_one_entry_of_an_act_is_undone_alone_and_told_alone(checkin, event):
    with sqlite3.connect(event) as conn:
        sql = "SELECT id FROM entries WHERE kind = 'attendee.listed' ORDER BY seq"
        (own,) = conn.execute(sql).fetchone()
    conn.close()
    undo = checkin("undo", event, own.hex(), "--json").json
    assert undo["undone"] == own.hex()
    assert stats(checkin, event)["expected"] == 2
    done = checkin("undo", event, undo["entry"])
    assert done.out.startswith("Back again: Anna Schmidt (Nordlicht): Put on the list,")


def test_a_print_and_a_list_are_told_as_such_when_they_are_undone(
    checkin, event, tmp_path
):
    checkin("list", event, "add", "Workshop")
    checkin("badges", event, tmp_path / "b.pdf")
    assert checkin("undo", event).out.startswith("Undone: 3 badges printed\n")
    words = "Undone: Workshop: Check-in list set up, "
    assert checkin("undo", event).out.startswith(words)


def test_what_is_undone_already_is_not_undone_twice(complains, checkin, event):
    (admitted,) = scan(checkin, event, "EB-0001")
    undo = checkin("undo", event, admitted["entry"], "--json").json["entry"]
    words = complains("undo", event, admitted["entry"])
    assert words.splitlines()[:2] == ["That is undone already", "Nothing was changed."]
    checkin("undo", event, undo)
    complains("undo", event, undo)
    assert checkin("undo", event, admitted["entry"]).code == 0


def test_an_import_that_a_newer_one_builds_on_stays(complains, checkin, empty, guests):
    older, newer = (
        checkin("import", empty, guests, "--json").json["act"] for _ in range(2)
    )
    assert "“guests” was imported again since then" in complains("undo", empty, older)
    for act in (newer, older):
        assert checkin("undo", empty, act).code == 0


def test_the_import_of_a_list_is_undone_by_its_name(
    checkin, complains, empty, guests, tmp_path
):
    checkin("import", empty, guests)
    (tmp_path / "crew.csv").write_text("Name,Email\nCy Crew,cy@example.org\n")
    checkin("import", empty, tmp_path / "crew.csv", "--source", "Crew")
    checkin("import", empty, guests)
    scan(checkin, empty, "EB-0001")

    def names():
        return {p["full_name"] for p in checkin("attendees", empty, "--json").json}

    done = checkin("undo", empty, "--import", "crew")
    assert done.out.startswith("Undone: List “Crew” imported: 1 person new or changed")
    assert "Cy Crew" not in names()
    assert len(names()) == 5
    for _ in range(2):  # the newer version, then the older one
        assert checkin("undo", empty, "--import", "guests").code == 0
    assert names() == {"Anna Schmidt"}
    assert "Imported are" not in complains("undo", empty, "--import", "guests")


def test_a_list_that_was_never_imported_is_named_beside_those_that_were(
    event, complains
):
    assert "Imported are: guests." in complains("undo", event, "--import", "Crew")
    own = "0" * 32
    assert "Both" in complains("undo", event, own, "--import", "guests")


def test_undoing_an_undo_brings_it_back(checkin, event):
    scan(checkin, event, "EB-0001")
    undo = checkin("undo", event, "--json").json["entry"]
    checkin("undo", event, undo)
    assert stats(checkin, event)["inside"] == 1
    assert checkin("undo", event).code == 0
    assert stats(checkin, event)["inside"] == 0


def test_undoing_an_import_keeps_whom_the_door_knows(checkin, empty, guests):
    act = checkin("import", empty, guests, "--json").json["act"]
    scan(checkin, empty, "EB-0001")
    done = checkin("undo", empty, act)
    assert done.out.startswith("Undone: List “guests” imported: 5 people")
    (left,) = checkin("attendees", empty, "--json").json
    assert (left["full_name"], left["withdrawn"]) == ("Anna Schmidt", True)
    assert checkin("check", empty).code == 0


def test_a_new_event_has_nothing_to_undo(checkin, empty):
    done = checkin("undo", empty)
    assert done.code == 3
    assert "There is nothing to undo" in done.err


def test_the_beginning_of_an_event_and_an_erasure_stay(checkin, event):
    checkin("erase", event, "EB-0001", "--yes")
    with sqlite3.connect(event) as conn:
        kinds = dict(conn.execute("SELECT kind, id FROM entries"))
        (begun,) = conn.execute("SELECT id FROM entries ORDER BY seq").fetchone()
    conn.close()
    for own in (kinds["attendee.erased"], begun):
        done = checkin("undo", event, own.hex())
        assert done.code == 3
        assert "This can’t be undone" in done.err
    assert checkin("scan", event, "EB-0002").code == 0


def test_a_copy_holds_everything_and_goes_on_by_itself(checkin, event, tmp_path):
    scan(checkin, event, "EB-0001")
    copy = tmp_path / "copy.checkin"
    assert checkin("save-copy", event, copy).out == f"Saved: {copy}\n"
    scan(checkin, event, "EB-0002")
    assert stats(checkin, copy)["inside"] == 1
    assert checkin("check", copy).code == 0
    assert checkin("scan", copy, "EB-0003").code == 0
    assert stats(checkin, event)["inside"] == 2


def test_a_copy_on_which_one_goes_on_is_as_durable_as_the_original(
    checkin, event, tmp_path
):
    copy = tmp_path / "copy.checkin"
    checkin("save-copy", event, copy)
    checkin("scan", copy, "EB-0001")
    for path in (event, copy):
        conn = sqlite3.connect(path)
        assert conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        conn.close()


def test_a_whole_file_is_said_to_be_whole(checkin, event):
    done = checkin("check", event)
    assert done.code == 0
    told = checkin("check", event, "--json").json
    assert told["differences"] == []
    assert told["unknown_kinds"] == {}
    assert told["entries"] > 10
    whole = "The file is whole: all {} things that happened are in their place.\n"
    assert done.out == whole.format(told["entries"])


TAMPERED = {
    "attendees": "UPDATE attendees SET company = 'Evil Corp' WHERE n = 1",
    "codes": "DELETE FROM codes WHERE code = 'EB-0001'",
    "presences": "UPDATE presences SET inside = 0",
    "counters": "UPDATE counters SET n = 99 WHERE name = 'attended'",
    "lists": "UPDATE lists SET name = 'VIP'",
    "event": "INSERT INTO event VALUES ('venue', 'elsewhere')",
    "undone": "INSERT INTO undone VALUES (x'00')",
    "search": "DELETE FROM search WHERE rowid = 1",
}


def tamper(path, sql):
    with sqlite3.connect(path) as conn:
        assert conn.execute(sql).rowcount, "nothing was tampered with"
    conn.close()


@pytest.mark.parametrize("table", TAMPERED)
def test_a_row_that_the_ledger_does_not_tell_of_is_named(checkin, event, table):
    scan(checkin, event, "EB-0001")
    tamper(event, TAMPERED[table])
    done = checkin("check", event)
    assert done.code == 1
    assert any(line.startswith(f"{table} ") for line in done.out.splitlines())
    told = checkin("check", event, "--json")
    assert told.code == 1
    assert told.json["differences"]


def test_check_mends_nothing_and_writes_nothing(checkin, event):
    tamper(event, TAMPERED["attendees"])
    before = event.read_bytes()
    assert [checkin("check", event).code for _ in range(2)] == [1, 1]
    assert event.read_bytes() == before


def test_an_entry_taken_out_of_the_ledger_is_noticed(checkin, event):
    scan(checkin, event, "EB-0001")
    tamper(event, "DELETE FROM entries WHERE kind = 'checkin.admitted'")
    done = checkin("check", event)
    assert done.code == 1
    assert "presences" in done.out


def test_kinds_of_a_newer_checkin_are_counted_and_do_no_harm(checkin, event):
    said = []
    for n in (1, 2):
        tamper(
            event,
            f"INSERT INTO entries SELECT {9000 + n}, x'{n:032x}', act, desk, clock, at,"
            " \"offset\", 'hologram.shown', 1, subject, actor, '{}'"
            " FROM entries LIMIT 1",
        )
        done = checkin("check", event)
        assert done.code == 0
        said.append(done.out.splitlines()[0])
        unknown = checkin("check", event, "--json").json["unknown_kinds"]
        assert unknown == {"hologram.shown": n}
    assert said == [
        "1 entry is kept for a newer Checkin: hologram.shown",
        "2 entries are kept for a newer Checkin: hologram.shown",
    ]
