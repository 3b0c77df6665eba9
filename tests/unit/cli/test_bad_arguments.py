"""Arguments that can't be used: what is wrong, what there is instead, no trace."""

import pytest

CASES = {
    "stock": ["badges", "{event}", "{folder}/o.pdf", "--stock", "L9999"],
    "design": ["badges", "{event}", "{folder}/o.pdf", "--design", "baroque"],
    "start": ["badges", "{event}", "{folder}/o.pdf", "--start", "11"],
    "used": ["badges", "{event}", "{folder}/o.pdf", "--used", "2,11"],
    "used up": ["badges", "{event}", "{folder}/o.pdf", "--used", "2-4"],
    "badge of nobody": ["badges", "{event}", "{folder}/o.pdf", "--code", "NOBODY"],
    "list": ["scan", "{event}", "EB-0001", "--list", "Nowhere"],
    "at": ["scan", "{event}", "EB-0001", "--at", "yesterday"],
    "at 25 o'clock": ["scan", "{event}", "EB-0001", "--at", "25:00"],
    "at the dawn of time": ["scan", "{event}", "EB-0001", "--at", "0001-01-01T00:00"],
    "answer": ["scan", "{event}", "EB-0001", "--answer", "yes"],
    "answer to nothing": ["scan", "{event}", "EB-0001", "--answer", "=yes"],
    "audience": ["export", "{event}", "{folder}/o.csv", "--audience", "friends"],
    "format": ["export", "{event}", "{folder}/o.csv", "--format", "docx"],
    "ending": ["export", "{event}", "{folder}/o.docx"],
    "no ending": ["export", "{event}", "{folder}/o"],
    "attendee": ["correct", "{event}", "Nemo", "company=X"],
    "no attendee": ["correct", "{event}", "", "company=X"],
    "attendee by e-mail": ["permission", "{event}", "a@b", "contact", "yes"],
    "attendee to erase": ["erase", "{event}", "Nemo", "--yes"],
    "field": ["correct", "{event}", "EB-0001", "shoe_size=42"],
    "field without =": ["correct", "{event}", "EB-0001", "company"],
    "field without name": ["correct", "{event}", "EB-0001", "=X"],
    "number": ["correct", "{event}", "EB-0001", "places=many"],
    "huge number": ["correct", "{event}", "EB-0001", "places=" + "9" * 30],
    "no time": ["correct", "{event}", "EB-0001", "valid_from=" + "9" * 30],
    "no places": ["correct", "{event}", "EB-0001", "places=0"],
    "too many places": ["correct", "{event}", "EB-0001", "places=51"],
    "payment": ["correct", "{event}", "EB-0001", "payment=maybe"],
    "approval": ["correct", "{event}", "EB-0001", "approval=granted"],
    "negative": ["correct", "{event}", "EB-0001", "places=-1"],
    "yes or no": ["correct", "{event}", "EB-0001", "first_time=perhaps"],
    "status": ["correct", "{event}", "EB-0001", "status=invited"],
    "id": ["undo", "{event}", "the last one"],
    "half an id": ["undo", "{event}", "0123456789abcdef"],
    "unknown id": ["undo", "{event}", "0" * 32],
    "question": ["list", "{event}", "set", "Main", "--question", "Which size?"],
    "closes before it opens": ["list", "{event}", "add", "X", "--opens",
                               "2026-11-20T18:30", "--closes", "2026-11-20T17:00"],
    "set nothing": ["list", "{event}", "set"],
    "close nothing": ["list", "{event}", "close", " "],
    "add nothing": ["list", "{event}", "add"],
    "still to come": ["scan", "{event}", "EB-0001", "--at", "2099-01-01T00:00"],
    "opens": ["list", "{event}", "set", "Main", "--opens", "late"],
    "event name": ["new", "{folder}/n.checkin", "--name", " "],
    "event time": ["new", "{folder}/n.checkin", "--name", "A", "--starts", "soon"],
    "event end": ["new", "{folder}/n.checkin", "--name", "A", "--ends", "late"],
    "an end before": ["new", "{folder}/n.checkin", "--name", "A", "--starts", "18:30",
                      "--ends", "18:29"],
    "an end the day before": ["new", "{folder}/n.checkin", "--name", "A", "--starts",
                              "2026-11-20T18:30", "--ends", "2026-11-19T22:00"],
    "time zone": ["new", "{folder}/n.checkin", "--name", "A", "--timezone", "Mars"],
    "bad time zone": ["new", "{folder}/n.checkin", "--name", "A", "--timezone", "../x"],
    "event exists": ["new", "{event}", "--name", "A"],
    "copy exists": ["save-copy", "{event}", "{event}"],
    "out is the event": ["export", "{event}", "{event}", "--format", "csv"],
    "badges over the event": ["badges", "{event}", "{event}"],
}  # fmt: skip
OUT = {
    "badges": ["badges", "{event}", "{out}"],
    "badges --verify": ["badges", "{event}", "{out}", "--verify"],
    "export": ["export", "{event}", "{out}", "--format", "csv"],
    "export to a sheet": ["export", "{event}", "{out}", "--format", "xlsx"],
    "door list": ["export", "{event}", "{out}", "--format", "register"],
    "save-copy": ["save-copy", "{event}", "{out}"],
    "new": ["new", "{out}", "--name", "A"],
}


@pytest.mark.parametrize("case", CASES)
def test_what_can_not_be_used_is_named_and_nothing_is_done(
    complains, event, tmp_path, case
):
    args = [a.format(event=event, folder=tmp_path) for a in CASES[case]]
    complains(*args)


INSTEAD = {
    "stock": "L4785", "list": "Main", "format": "xlsx", "field": "company",
    "audience": "attended", "payment": "paid, unpaid", "approval": "required",
    "status": "registered, checked_in, cancelled, waitlisted, pending",
    "no places": "a whole number from 1 to 50",
    "too many places": "a whole number from 1 to 50", "no time": "a whole number.",
    "yes or no": "yes, no", "set nothing": "There are: Main.",
    "close nothing": "There are: Main.", "an end before": "the start, 20",
    "an end the day before": "the start, 2026-11-20T18:30",
    "closes before it opens": "2026-11-21T01:00", "still to come": "Leave --at away",
}  # fmt: skip


@pytest.mark.parametrize("case", INSTEAD)
def test_the_words_say_what_there_is_instead(complains, event, tmp_path, case):
    args = [a.format(event=event, folder=tmp_path) for a in CASES[case]]
    assert INSTEAD[case] in complains(*args)


@pytest.mark.parametrize("command", OUT)
@pytest.mark.parametrize(
    "out",
    [
        "nowhere/o.checkin",
        "folder.checkin",
        "evening.checkin/o.checkin",
        "x" * 300 + ".checkin",
    ],
    ids=["no such folder", "a folder", "inside a file", "too long a name"],
)
def test_a_place_where_nothing_can_be_written(complains, event, tmp_path, command, out):
    (tmp_path / "folder.checkin").mkdir()
    args = [a.format(event=event, out=tmp_path / out) for a in OUT[command]]
    words = complains(*args)
    assert "can’t be written" in words or "exists already" in words


def test_a_name_that_is_nearly_right_is_suggested(complains, event):
    words = complains("correct", event, "Ana Schmid", "company=X")
    assert "Did you mean Anna Schmidt" in words


@pytest.mark.parametrize(
    "args",
    [
        ["correct", "{event}", "EB-0001", "note=" + "x" * 70_000],
        ["walkin", "{event}", "--name", "x" * 70_000],
        ["list", "{event}", "add", "x" * 70_000],
        ["scan", "{event}", "EB-0004", "--force", "x" * 70_000],
    ],
    ids=["correct", "walkin", "list", "scan"],
)
def test_a_text_that_no_entry_can_hold_is_refused_in_words(complains, event, args):
    complains(*(a.format(event=event) for a in args))


@pytest.mark.parametrize(
    "settings",
    [
        "not json",
        "[]",
        '{"desks": []}',
        '{"desks": {"%s": 5}}',
        '{"desks": {"%s": "x"}}',
    ],
)
def test_spoilt_settings_never_stand_in_the_way(checkin, event, home, settings):
    from checkin.settings import config_dir

    path = config_dir() / "settings.json"
    assert home in path.parents
    path.write_text(settings.replace("%s", str(event)))
    assert checkin("scan", event, "EB-0001").code == 0
    assert checkin("undo", event).code == 0, "the desk did not know itself again"


def test_a_home_that_can_not_be_written_never_stands_in_the_way(
    checkin, event, monkeypatch
):
    for variable in ("HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(event))  # a file is no folder
    assert checkin("scan", event, "EB-0001").code == 0
