"""csv-machine and json: what a program finds."""

import csv
import io
import json
from dataclasses import replace

import pytest

from checkin.followup.export import export
from checkin.followup.machine import KEYS, NOBODY, described
from checkin.model.attendee import Details
from checkin.model.entry import Draft
from checkin.model.kinds import Kind


def read_csv(path):
    text = path.read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_json_gives_every_field_and_the_extra_columns_apart(evening, tmp_path):
    header = evening.header("Dietary")
    who = evening.guest(
        first_name="=Zoë",
        external_code="007",
        first_time=True,
        extra=(header, ["vegan"]),
        permissions={"contact": "yes"},
        code="BCDFGHJKLNPRSTVXBCDF",
    )
    evening.comes(who, minutes=27)
    export(evening.event, tmp_path / "list.json")
    (zoe,) = json.loads((tmp_path / "list.json").read_text("utf-8"))
    assert list(zoe) == [*KEYS, "extra"]
    assert zoe["id"] == who.hex()
    assert zoe["first_name"] == "=Zoë"
    assert zoe["code"] == "BCDFGHJKLNPRSTVXBCDF"
    assert zoe["external_code"] == "007"
    assert zoe["first_at"] == "2023-11-23T18:42:00+00:00"
    assert (zoe["attended"], zoe["first_time"]) == (True, True)
    assert (zoe["may_contact"], zoe["may_share"]) == ("yes", "not_asked")
    assert zoe["extra"] == {"Dietary": "vegan"}


def test_the_machine_csv_says_the_same_in_plain_text(evening, tmp_path):
    header = evening.header("Dietary", "code")
    who = evening.guest(full_name="=Zoë", note="a\rb", extra=(header, ["vegan", "x"]))
    evening.comes(who)
    export(evening.event, tmp_path / "list.csv", format="csv-machine")
    content = (tmp_path / "list.csv").read_bytes()
    assert content.startswith(b"id,code,full_name,")
    assert b"\r\n" not in content
    (zoe,) = read_csv(tmp_path / "list.csv")
    assert zoe["full_name"] == "=Zoë"
    assert zoe["note"] == "a\rb"
    assert (zoe["attended"], zoe["walk_in"]) == ("true", "false")
    assert zoe["first_at"] == "2023-11-23T18:15:00+00:00"
    assert zoe["companion_of"] == ""
    assert (zoe["Dietary"], zoe["code (2)"]) == ("vegan", "x")


def test_times_carry_the_offset_that_people_saw(evening, tmp_path):
    evening.clock.instant = type(evening.clock.instant)(1_700_763_300_000, 120)
    evening.comes(evening.guest(full_name="Ada"))
    export(evening.event, tmp_path / "list.json")
    (ada,) = json.loads((tmp_path / "list.json").read_text("utf-8"))
    assert ada["first_at"] == "2023-11-23T20:15:00+02:00"


def test_no_permission_is_left_out_of_what_is_told(party):
    told = described(next(party.event.read.attendees()))
    assert {key for key in told if key.startswith("may_")} == {
        "may_contact",
        "may_share",
        "may_photos",
    }


@pytest.mark.parametrize(
    ("phone", "dialled"),
    [
        ("020 7946 0123", "+442079460123"),
        ("0049 (0)30 123456", "+4930123456"),
        ("ask Ada", ""),
    ],
)
def test_a_phone_is_told_as_the_list_has_it_and_as_machines_dial_it(phone, dialled):
    told = described(replace(NOBODY, details=Details(phone=phone)), "GB")
    assert (told["phone"], told["phone_e164"]) == (phone, dialled)


def test_numbers_without_a_country_are_those_of_the_country_of_the_event(
    evening, tmp_path
):
    zone = {"fields": {"timezone": "Europe/London"}}
    with evening.event.write() as write:
        write.append(Draft(Kind.EVENT_SET, evening.event.event_id, zone))
    evening.guest(full_name="Ada", phone="020 7946 0123")
    for form in ("json", "csv-machine"):
        export(evening.event, tmp_path / form, format=form)
        assert "+442079460123" in (tmp_path / form).read_text("utf-8")
