"""A printer that is off is measured, and put right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.badges import (
    PDF,
    Calibration,
    Measured,
    NotCalibrated,
    Point,
    keep_calibration,
    kept_calibration,
    numbers_in,
    printed_right,
    stock,
)
from checkin.badges.units import MM
from checkin.settings import Settings

A4 = stock().paper_size


def printed(x, y, printer, calibration):
    """Where a printer with these faults prints what stands at x, y; all in mm."""
    across, down, right, up = calibration.matrix(A4.height * MM)
    x = (across * x * MM + right) / MM
    y = A4.height - (down * (A4.height - y) * MM + up) / MM
    shift_x, shift_y, grown_x, grown_y = printer
    return shift_x + grown_x * x, shift_y + grown_y * y


def measured(printer, calibration):
    """What one reads off its test sheet."""
    edge, _top, across, down = printed_right(A4)
    left, top = printed(edge, edge, printer, calibration)
    right, bottom = printed(edge + across, edge + down, printer, calibration)
    return Measured(left, top, right - left, bottom - top)


faults = st.tuples(
    st.floats(-2.5, 2.5), st.floats(-2.5, 2.5), st.floats(0.99, 1.01),
    st.floats(0.99, 1.01),
)  # fmt: skip
somewhere = st.tuples(st.floats(0, 210), st.floats(0, 297))


@given(faults, somewhere)
def test_what_was_measured_is_put_right_all_over_the_page(printer, spot):
    found = Calibration.from_measured(measured(printer, Calibration()), A4)
    assert printed(*spot, printer, found) == pytest.approx(spot, abs=0.01)


@given(faults, st.floats(-2, 2), st.floats(99.2, 100.8), somewhere)
def test_a_test_sheet_with_the_calibration_so_far_makes_it_better(
    printer, offset, scale, spot
):
    present = Calibration(Point(offset, -offset), (scale, 100))
    on_it = measured(printer, present)
    found = Calibration.from_measured(on_it, A4, present)
    assert printed(*spot, printer, found) == pytest.approx(spot, abs=0.01)


def test_a_printer_that_makes_no_mistake_needs_nothing():
    found = Calibration.from_measured(printed_right(A4), A4)
    assert found == Calibration()
    assert not found.changes
    assert found.error_words() == "prints where it should"


@pytest.mark.parametrize(
    ("read", "words"),
    [
        ((11.2, 10.8, 190, 277), "prints 1.2 mm too far right, 0.8 mm too low"),
        ((9, 9.5, 190, 277), "prints 1.0 mm too far left, 0.5 mm too high"),
        ((10, 10, 190.57, 277.83), "prints 0.3 % too large"),
        (
            (10.5, 9.8, 189.2, 276.4),
            "prints 0.5 mm too far right, 0.2 mm too high, 0.4 % too small across,"
            " 0.2 % too small down",
        ),
    ],
)
def test_what_the_printer_does_wrong_is_said_in_words(read, words):
    assert Calibration.from_measured(Measured(*read), A4).error_words() == words


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ((0.4, 0.4, 7.48, 10.9), "look like inches"),
        ((10, 10, 277, 190), "changed places"),
        ((9.5, 9.5, 181, 264), "4.7 % too small; between the crosses it should be 190"),
        ((10, 10, 200, 290), "5.3 % too large"),
        ((30, 10, 190, 277), "30 mm to the first cross"),
        ((-1, 10, 190, 277), "-1 mm to the first cross"),
        ((10, 10, float("nan"), 277), "too small"),
        ((float("nan"), 10, 190, 277), "to the first cross"),
    ],
)
def test_what_can_not_be_is_refused_in_words(read, said):
    with pytest.raises(NotCalibrated) as caught:
        Calibration.from_measured(Measured(*read), A4)
    assert said in caught.value.words()
    assert "Nothing was kept" in caught.value.words()


@pytest.mark.parametrize(
    "wrong", [(9, 0, 100, 100), (0, -9, 100, 100), (0, 0, 104, 100), (0, 0, 100, 0)]
)
def test_a_calibration_by_hand_has_to_be_likely_too(wrong):
    with pytest.raises(NotCalibrated):
        Calibration(Point(*wrong[:2]), wrong[2:])
    assert Calibration.of(wrong) == Calibration()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("10.5,9.8,189.2,276.4", [10.5, 9.8, 189.2, 276.4]),
        ("10.5, 9.8, 189.2, 276.4", [10.5, 9.8, 189.2, 276.4]),
        ("10,5 9,8 189,2 276,4", [10.5, 9.8, 189.2, 276.4]),
        ("10,5; 9,8; 189,2; 276,4", [10.5, 9.8, 189.2, 276.4]),
        ("10,9,190,277", [10, 9, 190, 277]),
        ("10,5", [10, 5]),
        ("ten", None),
        ("", None),
    ],
)
def test_numbers_are_read_with_a_point_or_a_comma(text, numbers):
    assert numbers_in(text) == numbers


def test_each_printer_has_its_own_and_files_have_one_too(tmp_path):
    settings = Settings(tmp_path)
    office, files = Calibration(Point(1, 2), (99, 101)), Calibration(Point(-1, 0))
    keep_calibration(settings, "Office", office)
    keep_calibration(settings, "", files)
    again = Settings(tmp_path)
    assert kept_calibration(again, "Office") == office
    assert kept_calibration(again) == kept_calibration(again, PDF) == files
    assert kept_calibration(again, "Another") == Calibration()
    keep_calibration(again, "Office", None)
    assert kept_calibration(settings, "Office") == Calibration()
