"""`checkin scan`: codes in, one verdict out for each, as scripts rely on it."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checkin.settings import Settings, config_dir

ROOT = Path(__file__).parents[3]
KEYS = {
    "verdict", "reason", "say", "attendee", "first_at", "first_desk", "list", "entry",
    "forced", "question", "candidates",
}  # fmt: skip


def verdicts(result):
    return [line["verdict"] for line in result.lines]


def test_each_scan_is_one_object_with_the_keys_of_the_contract(checkin, event):
    done = checkin("scan", event, "EB-0001", "nonsense!", "--json")
    assert done.code == 1
    assert [set(line) for line in done.lines] == [KEYS, KEYS]
    admitted, unknown = done.lines
    assert admitted["verdict"] == "admitted"
    assert admitted["say"] == "Welcome, Anna Schmidt!"
    assert admitted["list"] == "Main"
    assert admitted["attendee"]["full_name"] == "Anna Schmidt"
    assert admitted["first_at"].count("T") == 1
    assert len(bytes.fromhex(admitted["entry"])) == 16
    assert unknown["verdict"] == "unknown"
    assert unknown["attendee"] is None
    assert unknown["entry"] != admitted["entry"]


@pytest.mark.parametrize(
    ("codes", "code"),
    [(["EB-0001"], 0), (["EB-0001", "EB-0001"], 1), (["EB-0004"], 1), (["nope"], 1)],
    ids=["admitted", "already in", "cancelled", "unknown"],
)
def test_it_ends_with_0_only_if_everybody_was_let_in(checkin, event, codes, code):
    assert checkin("scan", event, *codes).code == code


def test_in_words_it_says_verdict_name_and_what_to_tell_the_guest(checkin, event):
    done = checkin("scan", event, "EB-0001", "EB-0004")
    *lines, last = done.out.splitlines()
    assert lines == [
        "Admitted · Anna Schmidt (Nordlicht)",
        "  “Welcome, Anna Schmidt!”",
        "Not admitted: cancelled · Petra Cancelled",
    ]
    assert last.startswith("  “It looks as if this ticket was cancelled.")


def test_in_words_it_says_why_somebody_was_let_in_or_stopped(checkin, event):
    forced = checkin("scan", event, "EB-0004", "--force", "Priya knows her").out
    assert forced.splitlines()[0] == "Admitted · Petra Cancelled"
    assert forced.splitlines()[-1] == "  let in anyway: Priya knows her"
    checkin("list", event, "close", "Main", "--reason", "Dinner has begun")
    stopped = checkin("scan", event, "EB-0001").out.splitlines()
    assert stopped[0] == "This list is closed · Anna Schmidt (Nordlicht)"
    assert stopped[-1] == "  Dinner has begun"


def test_in_words_nobody_is_called_so_and_what_to_do(checkin, event):
    near = checkin("scan", event, "--name", "Anna Shmidt").out.splitlines()
    assert near[0] == "Not our code"
    assert near[-1] == (
        "  Nobody called “Anna Shmidt”. Did you mean Anna Schmidt (Nordlicht)?"
    )
    far = checkin("scan", event, "--name", "Nemo").out.splitlines()
    assert far[-1].endswith("Add them with: checkin walkin EVENT --name …")
    assert "Nobody called" not in checkin("scan", event, "Nemo").out


def test_in_words_a_question_says_how_to_answer_it(checkin, event):
    checkin("list", event, "set", "Main", "--question", "size=Which size?")
    lines = checkin("scan", event, "EB-0001").out.splitlines()
    assert lines == [
        "One question first · Anna Schmidt (Nordlicht)",
        "  “Which size?”",
        "  Answer with: --answer size=…",
    ]


def test_a_person_at_a_terminal_is_told_that_codes_are_awaited(checkin, event):
    typing = checkin("scan", event, typed="EB-0001\n", at_a_terminal=True)
    assert typing.err == "Ready to scan. Ctrl+D ends.\n"
    assert checkin("scan", event, typed="EB-0002\n").err == ""


def test_ctrl_c_between_two_codes_leaves_the_desk(checkin, event, monkeypatch):
    def then_ctrl_c(typed):
        yield next(iter(typed.readline, ""))
        raise KeyboardInterrupt

    monkeypatch.setattr("tests.unit.cli.conftest.Typed.__iter__", then_ctrl_c)
    done = checkin("scan", event, "--json", typed="EB-0001\nEB-0002\n")
    assert (done.code, verdicts(done)) == (0, ["admitted"])
    assert done.err == "Stopped. Everybody who was answered is kept.\n"
    assert checkin("stats", event, "--json").json["attended"] == 1


def test_codes_come_from_standard_input_where_none_are_given(checkin, event):
    done = checkin(
        "scan", event, "--json", typed="EB-0001\n\n  EB-0002 \r\nEB-0001\nlast"
    )
    assert verdicts(done) == ["admitted", "admitted", "already_in", "unknown"]


def test_nothing_on_standard_input_is_nothing_to_refuse(checkin, event):
    done = checkin("scan", event, "--json")
    assert (done.code, done.out) == (0, "")


def test_exit_lets_out_and_in_again(checkin, event):
    checkin("scan", event, "EB-0001")
    out = checkin("scan", event, "EB-0001", "--exit", "--json")
    assert (out.code, verdicts(out)) == (0, ["left"])
    assert checkin("stats", event, "--json").json["inside"] == 0
    assert checkin("scan", event, "EB-0001").code == 0


def test_force_lets_in_with_a_reason(checkin, event):
    done = checkin("scan", event, "EB-0004", "--force", "Priya knows her", "--json")
    assert (done.code, verdicts(done)) == (0, ["admitted"])
    assert done.lines[0]["forced"] is True
    assert done.lines[0]["reason"] == "let in anyway: Priya knows her"


def test_unpaid_tickets_are_accepted_when_told(checkin, event):
    checkin("correct", event, "EB-0001", "payment=unpaid", "amount_due=£12")
    refused = checkin("scan", event, "EB-0001", "--json")
    assert (refused.code, verdicts(refused)) == (1, ["unpaid"])
    assert "£12" in refused.lines[0]["say"]
    assert checkin("scan", event, "EB-0001", "--accept-unpaid").code == 0


def test_a_question_is_asked_and_answered(checkin, event):
    checkin("list", event, "set", "Main", "--question", "size=Which size?")
    asked = checkin("scan", event, "EB-0001", "--json")
    assert (asked.code, verdicts(asked)) == (1, ["question"])
    line = asked.lines[0]
    assert (line["question"], line["say"]) == ("size", "Which size?")
    assert line["entry"] is None
    done = checkin("scan", event, "EB-0001", "--answer", "size=M", "--json")
    assert verdicts(done) == ["admitted"]


def test_a_typed_time_and_the_desks_name_are_told_to_whoever_comes_later(
    checkin, event
):
    checkin("scan", event, "EB-0001", "--at", "2023-11-23T18:02", "--desk", "Side door")
    again = checkin("scan", event, "EB-0001", "--json").lines[0]
    assert again["say"] == "Anna Schmidt came in at 18:02 at Side door."
    assert again["first_desk"] == "Side door"
    assert again["first_at"].startswith("2023-11-23T18:02:00")


def test_a_list_of_its_own_has_rules_of_its_own(checkin, event):
    checkin("list", event, "add", "Workshop", "--type", "Member")
    done = checkin("scan", event, "EB-0001", "EB-0003", "--list", "workshop", "--json")
    assert verdicts(done) == ["admitted", "wrong_list"]
    assert done.lines[0]["list"] == "Workshop"
    assert checkin("scan", event, "EB-0003").code == 0


def test_guests_without_their_ticket_are_let_in_by_name(checkin, event):
    done = checkin("scan", event, "--name", "zoe van der berg", "--json")
    assert verdicts(done) == ["admitted"]


def test_two_of_one_name_are_both_shown(checkin, event):
    checkin("walkin", event, "--name", "Anna Schmidt", "--company", "Freelance")
    done = checkin("scan", event, "--name", "Anna Schmidt", "--json").lines[0]
    assert done["verdict"] == "ambiguous"
    companies = {guest["company"] for guest in done["candidates"]}
    assert companies == {"Nordlicht", "Freelance"}
    words = checkin("scan", event, "--name", "Anna Schmidt").out
    assert "Anna Schmidt (Freelance)" in words


@pytest.fixture
def scanning(event):
    """`checkin scan --json` in a process of its own, waiting for codes."""
    process = subprocess.Popen(
        [sys.executable, "-m", "checkin", "scan", str(event), "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    yield process
    process.kill()
    for pipe in (process.stdin, process.stdout, process.stderr):
        with contextlib.suppress(OSError):
            pipe.close()
    process.wait()


def ask(process, text: bytes):
    """One line in, the answer to it out, before anything else is sent."""
    process.stdin.write(text + b"\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


def test_each_line_is_answered_before_the_next_is_sent(scanning, event, checkin):
    assert ask(scanning, b"EB-0001")["verdict"] == "admitted"
    seen = checkin("stats", event, "--json").json
    assert seen["inside"] == 1, "the answer came before it was durable"
    assert ask(scanning, b"EB-0001")["verdict"] == "already_in"
    assert ask(scanning, b"EB-0002")["verdict"] == "admitted"
    scanning.stdin.close()
    assert scanning.wait(30) == 1


def test_rubbish_from_a_scanner_does_not_stop_the_door(scanning):
    assert ask(scanning, b"\xff\xfe\x00\x80")["verdict"] == "unknown"
    assert ask(scanning, b"\x1b[A\x1d" + b"x" * 20_000)["verdict"] == "unknown"
    assert ask(scanning, "Grüße, 你好".encode())["verdict"] == "unknown"
    assert ask(scanning, b"EB-0001")["verdict"] == "admitted"


def test_a_mark_at_the_beginning_of_a_file_of_codes_is_no_part_of_the_first(scanning):
    assert ask(scanning, b"\xef\xbb\xbfEB-0001")["verdict"] == "admitted"


def test_answers_are_json_where_the_output_knows_no_umlauts(event):
    done = subprocess.run(
        [sys.executable, "-m", "checkin", "scan", str(event), "EB-0002", "--json"],
        env=os.environ | {"PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    assert json.loads(done.stdout)["attendee"]["full_name"] == "Zoë van der Berg"


def test_a_word_is_never_a_reason_to_stop_where_the_output_knows_no_umlauts(event):
    done = subprocess.run(
        [sys.executable, "-m", "checkin", "scan", str(event), "EB-0002"],
        env=os.environ | {"PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    assert (
        done.stdout.splitlines()[1] == b"  \\u201cWelcome, Zo\xeb van der Berg!\\u201d"
    )


def test_two_doors_at_once_admit_everybody_once(empty, checkin, tmp_path):
    rows = "".join(f"Guest {n},T-{n:04}\n" for n in range(60))
    (tmp_path / "many.csv").write_text(f"Name,Ticket code\n{rows}")
    checkin("import", empty, tmp_path / "many.csv")
    command = [sys.executable, "-m", "checkin", "scan", str(empty), "--json", "--desk"]
    doors = [
        subprocess.Popen(
            [*command, desk], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
        )
        for desk in ("East", "West")
    ]
    codes = "".join(f"T-{n:04}\n" for n in range(60)).encode()
    for door in doors:
        assert door.stdin is not None
        door.stdin.write(codes)
        door.stdin.close()
    answers = []
    for door in doors:
        assert door.stdout is not None
        answers += [json.loads(line) for line in door.stdout]
        door.stdout.close()
        door.wait()
    admitted = [
        a["attendee"]["full_name"] for a in answers if a["verdict"] == "admitted"
    ]
    assert len(answers) == 120
    assert sorted(admitted) == sorted(f"Guest {n}" for n in range(60))
    assert checkin("check", empty).code == 0


def test_a_desk_is_called_as_it_was_named_on_this_computer(checkin, event):
    Settings(config_dir()).set("desk_name", "Side door")
    checkin("scan", event, "EB-0001")
    again = checkin("scan", event, "EB-0001", "--json").lines[0]
    assert again["say"].endswith("at Side door.")
    checkin("scan", event, "EB-0002", "--desk", "Terrace")
    again = checkin("scan", event, "EB-0002", "--json").lines[0]
    assert again["say"].endswith("at Terrace.")
