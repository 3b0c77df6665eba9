"""Numbers that are codes, by their format."""

import pytest

from checkin.importing.number_codes import code_shown


@pytest.mark.parametrize(
    ("number_format", "value", "text"),
    [
        ("00000", 123, "00123"),
        ("0000-000", 1234567, "1234-567"),
        ("000-00-0000", 78051120, "078-05-1120"),
        ("(###) ###-####", 2125550123, "(212) 555-0123"),
        (r"[<=9999999]###\-####;\(###\)\ ###\-####", 5550123, "555-0123"),
        (r"[<=9999999]###\-####;\(###\)\ ###\-####", 2125550123, "(212) 555-0123"),
        ("00 00 00 00 00", 123456789, "01 23 45 67 89"),
        ('"M-"0000', 42, "M-0042"),
        ('"+"0', 4930123456, "+4930123456"),
        ("0000", 1234567, "1234567"),
        ("00000;[Red]-00000;;@", 7, "00007"),
        ("00", 0, "00"),
    ],
)
def test_a_code_reads_as_the_spreadsheet_shows_it(number_format, value, text):
    shown = code_shown(number_format)
    assert shown is not None
    assert shown(value) == text


@pytest.mark.parametrize(
    "number_format",
    [
        "General", "0", "#,##0", "0.00", "0%", '#,##0.00 "€"', "[$€-407]0", "€ 0",
        '"EUR" 0', "# ##0", "0.00E+00", "# ?/?", "dd/mm/yyyy", '0" places"', "@", "",
    ],
)  # fmt: skip
def test_amounts_are_no_codes(number_format):
    assert code_shown(number_format) is None


@pytest.mark.parametrize("value", [-1, 0.5, 1e16])
def test_what_no_code_can_be_stays_a_number(value):
    shown = code_shown("00000")
    assert shown is not None
    assert shown(value) is None
