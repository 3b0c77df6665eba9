"""Phone numbers as machines want them."""

import subprocess
import sys

import pytest

from checkin.model.phones import e164, end_of, region_of


@pytest.mark.parametrize(
    "raw",
    [
        "+49 30 123456", "0049 30 123456", "+49 (0)30 123456", "+49 (0) 30 / 12 34 56",
        "+49-30-123456", "tel:+49-30-123456", "tel:0049 30 123456", "(+49) 30.123456",
        "+49 30 123456 ext. 12", "\N{FULLWIDTH PLUS SIGN}49 30 123456",
    ],
)  # fmt: skip
@pytest.mark.parametrize("region", ["", "DE"])
def test_a_number_with_its_country_is_the_same_however_it_is_written(raw, region):
    assert e164(raw, region) == "+4930123456"


@pytest.mark.parametrize("raw", ["030 123456", "030/123456", "(030) 12 34 56"])
def test_a_number_without_its_country_is_one_of_the_country_of_the_event(raw):
    assert e164(raw, "DE") == "+4930123456"
    assert not e164(raw)


@pytest.mark.parametrize(
    "raw",
    ["", "none", "—", "123", "00", "+", "ask Zoë", "1" * 80, "+49 30 12345678901234567",
     "\0", "٠٠", "n/a 5"],
)  # fmt: skip
@pytest.mark.parametrize("region", ["", "GB", "XX"])
def test_what_can_not_be_said_for_sure_is_nothing(raw, region):
    assert not e164(raw, region)


@pytest.mark.parametrize(
    ("zone", "region"),
    [
        ("Europe/London", "GB"),
        ("Europe/Amsterdam", "NL"),
        ("America/New_York", "US"),
        ("UTC", ""),
        ("", ""),
        ("Nowhere/Land", ""),
    ],
)
def test_the_country_of_an_event_is_that_of_its_time_zone(zone, region):
    assert region_of(zone) == region


def test_numbers_of_all_countries_are_loaded_only_when_one_is_asked_for():
    code = "import sys, checkin.model.phones as p; p.e164('none'); "
    code += "sys.exit('phonenumbers' in sys.modules)"
    assert subprocess.call([sys.executable, "-c", code]) == 0


def test_a_number_ends_the_same_with_and_without_its_country():
    ways = ("+49 170 1234567", "0049 170 1234567", "0170 / 12 34 567")
    assert {end_of(way) for way in ways} == {"701234567"}
    assert end_of("12 34 56") == ""
