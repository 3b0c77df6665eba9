"""The answers to what an import asks, from a terminal."""

import pytest

LIST = (
    "Name,Email,Company,Ticket code,Checked in\n"
    "John Smith,js@x.org,Harbor,A1,no\n"
    "J. Smith,js@x.org,,A2,no\n"
    "Jo Ng,jo@x.org,Ng,A3,yes\n"
)


@pytest.fixture
def take(checkin, empty, tmp_path):
    """Imports a text as the list of guests, with options."""
    path = tmp_path / "guests.csv"

    def do(text, *options):
        path.write_text(text, encoding="utf-8")
        return checkin("import", empty, path, *options)

    return do


def people(checkin, event):
    return {one["full_name"]: one for one in checkin("attendees", event, "--json").json}


@pytest.fixture
def corrected(checkin, empty, take):
    """A desk put John's company right."""
    take(LIST, "--merge", "3")
    done = checkin("correct", empty, "John Smith", "company=Harbour Makers")
    assert done.code == 0, done.err
    return empty


NEWER = LIST.replace("Harbor", "Quay")


def test_a_dry_run_tells_doubles_and_how_to_answer(take):
    told = take(LIST, "--dry-run").out
    assert (
        "Row 3: J. Smith may be John Smith in row 2"
        " (the same e-mail address); if so, add --merge 3"
    ) in told
    assert "1 checked in according to the list" in told
    done = take(LIST, "--dry-run", "--json").json
    assert done["doubles"] == [
        {
            "row": 3, "name": "J. Smith", "other_row": 2, "other_name": "John Smith",
            "why": "the same e-mail address", "merged": False,
        }
    ]  # fmt: skip
    assert (done["arrivals"], done["more_doubles"], done["conflicts"]) == (1, 0, [])


def test_a_row_that_is_merged_is_no_guest_of_its_own(checkin, empty, take):
    assert "John Smith" in take(LIST, "--merge", "3", "--dry-run").out
    done = take(LIST, "--merge", "3", "--json").json
    assert (done["new"], done["doubles"][0]["merged"]) == (2, True)
    assert set(people(checkin, empty)) == {"John Smith", "Jo Ng"}
    assert take(LIST, "--json").json["same"] == 2


def test_a_row_that_is_nobodys_double_stops_the_import(checkin, empty, take):
    done = take(LIST, "--merge", "4")
    assert done.code == 3
    assert "Row 4 is nobody’s double" in done.err
    assert people(checkin, empty) == {}


def test_the_desk_keeps_its_word_and_is_told(checkin, corrected, take):
    told = take(NEWER).out
    assert "your “Harbour Makers” stays; the list now says" in told
    assert people(checkin, corrected)["John Smith"]["company"] == "Harbour Makers"
    assert take(NEWER, "--json").json["conflicts"] == []


def test_who_is_one_guest_already_may_be_named_once_more(checkin, corrected, take):
    again = take(LIST, "--merge", "3")
    assert (again.code, "2 the same" in again.out) == (0, True), again.err


def test_what_was_imported_unanswered_says_the_way_back(checkin, empty, take):
    told = take(LIST)
    assert "--merge 3" not in told.out, "it is too late for that"
    assert "undo this and import it again with --merge ROW" in told.out
    late = take(LIST, "--merge", "3")
    assert (late.code, "undo that one first" in late.err) == (3, True)
    checkin("undo", empty)
    assert take(LIST, "--merge", "3", "--json").json["new"] == 2
    checkin("correct", empty, "John Smith", "company=Harbour Makers")
    assert "add --conflicts replace" in take(NEWER, "--dry-run").out
    assert "again with --conflicts replace" in take(NEWER).out


def test_the_list_can_have_the_last_word(checkin, corrected, take):
    done = take(NEWER, "--conflicts", "replace", "--json").json
    (one,) = done["conflicts"]
    assert (one["field"], one["yours"], one["theirs"], one["replaced"]) == (
        "company", "Harbour Makers", "Quay", True,
    )  # fmt: skip
    assert people(checkin, corrected)["John Smith"]["company"] == "Quay"
    checkin("undo", corrected, done["act"])
    assert people(checkin, corrected)["John Smith"]["company"] == "Harbour Makers"
    told = take(NEWER, "--conflicts", "replace", "--dry-run").out
    assert "“Quay” replaces your “Harbour Makers”" in told


def test_arrivals_are_put_down_if_chosen(checkin, empty, take):
    told = take(LIST, "--arrivals").out
    assert "1 is put down as here" in told
    assert checkin("stats", empty, "--json").json["attended"] == 1
    assert take(LIST, "--json").json["arrivals"] == 0


def test_many_questions_are_counted(take):
    rows = [
        f"{name} Smith{n},a{n}@x{n}.org,,{name}{n},no\n"
        for n in range(12)
        for name in ("Robert", "Bob")
    ]
    told = take(LIST.partition("\n")[0] + "\n" + "".join(rows), "--dry-run").out
    assert told.count("if so, add --merge") == 10
    assert "2 more may be doubles" in told
