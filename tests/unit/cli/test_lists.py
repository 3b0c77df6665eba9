"""`checkin read` and `checkin import`: what the file says, and what becomes of it."""

import pytest

FIELDS = {
    "full_name", "first_name", "last_name", "email", "company", "job_title",
    "ticket_type", "external_code", "status", "places", "extra",
}  # fmt: skip
COUNTS = ("new", "changed", "same", "withdrawn", "problems")
IMPORT = {
    *COUNTS, "rows", "source", "act", "conflicts", "doubles", "more_doubles",
    "arrivals",
}  # fmt: skip


def counts(done):
    return {name: done.json[name] for name in COUNTS}


def all_are(what, n=5):
    return dict.fromkeys(COUNTS, 0) | {what: n}


def test_read_needs_no_event_and_gives_one_list(checkin, guests):
    done = checkin("read", guests, "--json")
    assert done.code == 0
    people = done.json
    assert [set(person) for person in people] == [FIELDS] * 5
    assert people[0]["full_name"] == "Anna Schmidt"
    assert people[0]["external_code"] == "EB-0001"
    assert people[0]["extra"] == {"Table": "1"}
    assert people[0]["job_title"] is None
    assert people[3]["status"] == "cancelled"


def test_read_in_words_says_what_each_column_is(checkin, guests):
    words = checkin("read", guests).out
    assert "Ticket code  →  external_code" in words
    assert "5 people" in words


def test_read_takes_a_column_for_what_it_is_told(checkin, guests):
    done = checkin("read", guests, "--map", "Table=job_title", "--json")
    assert done.json[0]["job_title"] == "1"


def test_a_dry_run_says_the_same_and_writes_nothing(checkin, empty, guests):
    before = empty.read_bytes()
    dry = checkin("import", empty, guests, "--dry-run", "--json")
    assert dry.code == 0
    assert dry.json["act"] is None
    assert empty.read_bytes() == before
    real = checkin("import", empty, guests, "--json")
    assert real.json["rows"] == dry.json["rows"]
    assert counts(real) == counts(dry) == all_are("new")
    assert "dry run" in checkin("import", empty, guests, "--dry-run").out


def test_import_has_the_keys_of_the_contract_and_an_act_to_undo(checkin, empty, guests):
    done = checkin("import", empty, guests, "--json").json
    assert set(done) == IMPORT
    assert checkin("undo", empty, done["act"]).code == 0
    assert checkin("attendees", empty, "--json").json == []


def test_the_same_list_again_changes_nothing(checkin, event, guests):
    assert counts(checkin("import", event, guests, "--json")) == all_are("same")


def test_a_newer_version_updates_and_withdraws(checkin, event, guests):
    text = guests.read_text(encoding="utf-8")
    lines = text.replace("Nordlicht", "Sonnwind").splitlines()
    del lines[3]
    guests.write_text("\n".join(lines), encoding="utf-8")
    done = checkin("import", event, guests, "--json")
    assert counts(done) == all_are("same", 3) | {"changed": 1, "withdrawn": 1}
    assert checkin("scan", event, "EB-0003", "--json").lines[0]["verdict"] == (
        "cancelled"
    )


def test_a_newer_list_of_another_name_continues_the_one_it_mostly_repeats(
    checkin, event, guests, tmp_path
):
    newer = tmp_path / "guests-2026-11-19.csv"
    text = guests.read_text(encoding="utf-8")
    lines = text.replace("Nordlicht", "Sonnwind").splitlines()
    del lines[3]
    newer.write_text("\n".join(lines), encoding="utf-8")
    dry = checkin("import", event, newer, "--dry-run", "--json").json
    assert dry["source"] == "guests"
    words = checkin("import", event, newer).out.splitlines()
    assert words[0] == ("List “guests”. 5 people: 1 changed, 3 the same, 1 withdrawn.")
    assert "  Changed: Anna Schmidt" in words
    assert "  Withdrawn: Hans Weber" in words
    assert checkin("stats", event, "--json").json["expected"] == 2


def test_a_newer_list_is_its_own_where_that_is_said(checkin, event, guests, tmp_path):
    newer = tmp_path / "newer.csv"
    newer.write_bytes(guests.read_bytes())
    done = checkin("import", event, newer, "--source", "Co-host", "--json").json
    assert (done["source"], done["new"], done["withdrawn"]) == ("Co-host", 5, 0)


def test_a_list_of_another_source_withdraws_nobody(checkin, event, tmp_path):
    other = tmp_path / "co-host.csv"
    other.write_text("Name\nAmara Okafor\n")
    done = checkin("import", event, other, "--json")
    assert counts(done) == all_are("new", 1)
    assert done.json["source"] == "co-host"
    assert checkin("stats", event, "--json").json["expected"] == 4


def test_in_words_it_names_the_number_and_the_way_back(checkin, empty, guests):
    lines = checkin("import", empty, guests).out.splitlines()
    assert lines[0] == ("List “guests”. 5 people: 5 new.")
    assert lines[1:-1] == [
        "  1 cancelled: they get no badge",
        "  1 on the waiting list",
    ]
    act = lines[-1].split()[-1]
    assert lines[-1] == f"Undo with: checkin undo {empty} {act}"
    assert checkin("undo", empty, act).code == 0


def test_in_words_it_tells_who_is_not_expected_and_who_comes_along(
    checkin, empty, tmp_path
):
    path = tmp_path / "party.csv"
    path.write_text(
        "Name,Status,Places\nAnna,checked_in,3\nBo,pending,1\nCy,pending,1\n",
        encoding="utf-8",
    )
    _, *told, _ = checkin("import", empty, path).out.splitlines()
    assert told == [
        "  2 not confirmed yet",
        "  3 checked in according to the list: expected, not counted as here;"
        " to count them, add --arrivals",
        "  2 come along with guests",
    ]
    assert checkin("stats", empty, "--json").json["attended"] == 0


def test_only_some_of_many_names_are_told(checkin, empty, tmp_path):
    path = tmp_path / "many.csv"

    def bring(many):
        rows = "".join(f"Guest {n:02},g{n}@x.org\n" for n in many)
        path.write_text(f"Name,Email\n{rows}", encoding="utf-8")
        return checkin("import", empty, path).out.splitlines()

    bring(range(30))
    ten = [line for line in bring(range(20)) if "Withdrawn" in line]
    assert ten == [
        "  Withdrawn: " + ", ".join(f"Guest {n}" for n in range(20, 30)),
    ]
    (eleven,) = [line for line in bring(range(9)) if "Withdrawn" in line]
    assert eleven.endswith("Guest 18, … and 1 more")


@pytest.fixture
def slips(tmp_path):
    """A list with a wrong address and a row that names nobody."""
    path = tmp_path / "slips.csv"
    path.write_text("Name,Email\nZoë,zoe@@x.org\n,\nTom,tom@x.org\n,,x\n", "utf-8")
    return path


def test_cells_are_put_right_and_rows_left_out_on_the_way_in(checkin, empty, slips):
    options = ("--fix", "2:Email=zoe@x.org", "--leave-out", "4")
    people = checkin("read", slips, *options, "--json").json
    assert [(p["full_name"], p["email"]) for p in people] == [("Zoë", "zoe@x.org")]
    done = checkin("import", empty, slips, *options, "--json").json
    assert (done["new"], done["problems"]) == (1, 1)


def test_a_row_that_is_not_there_is_told_and_nothing_imported(checkin, empty, slips):
    done = checkin("import", empty, slips, "--fix", "40:Email=x@x.org")
    assert done.code == 3
    assert "The list has no row 40" in done.err
    assert checkin("attendees", empty, "--json").json == []


def test_rows_that_are_not_imported_are_saved_mended_and_imported(
    checkin, empty, slips, tmp_path
):
    out = tmp_path / "slips rejected.csv"
    done = checkin("import", empty, slips, "--leave-out", "4", "--rejected", out)
    assert "2 rows saved: " in done.out
    text = out.read_text("utf-8-sig")
    assert text.splitlines() == [
        "Name,Email,Column 3,Why it was left out",
        "Tom,tom@x.org,,left out by you",
        ",,x,neither a name nor an e-mail address",
    ]
    again = checkin("import", empty, slips, "--rejected", out)
    assert again.code == 3
    assert "exists already" in again.err
    out.write_text(text.replace(",,x", "Ada,a@x.org,x"), "utf-8")
    done = checkin("import", empty, out, "--source", "slips", "--json").json
    assert (done["new"], done["withdrawn"], done["problems"]) == (2, 0, 0)
