"""What printers complain about, and the words for it."""

import pytest

from checkin.badges.printers import NoPrinting, NoPrintSystem, PrintOptions, Trouble
from checkin.badges.printers import of_reasons as troubles


@pytest.mark.parametrize(
    ("reasons", "found"),
    [
        (["none"], ()),
        (["media-empty-error"], (Trouble.NO_PAPER,)),
        (["media-jam"], (Trouble.JAM,)),
        (["door-open-error", "cover-open"], (Trouble.OPEN,)),
        (["offline-report"], (Trouble.OFFLINE,)),
        (["toner-low-warning", "media-empty"], (Trouble.NO_PAPER, Trouble.LITTLE_INK)),
        (["media-empty-warning"], ()),
        (["com.example.polish-report"], ()),
        (["com.example.melted-error"], (Trouble.ATTENTION,)),
        (["paused"], (Trouble.PAUSED,)),
    ],
)
def test_reasons_are_understood_the_worst_first(reasons, found):
    assert troubles(reasons) == found


@pytest.mark.parametrize("trouble", Trouble)
def test_each_trouble_has_words_and_says_what_to_do(trouble):
    assert trouble.short()
    assert not trouble.title().endswith(".")
    assert trouble.hint().endswith(".")


def test_where_nothing_can_be_printed_there_are_words_for_it(tmp_path):
    system = NoPrintSystem()
    assert list(system.printers()) == []
    with pytest.raises(NoPrinting) as caught:
        system.submit(tmp_path / "a.pdf", "Foyer", PrintOptions())
    assert "Save the badges as PDF" in caught.value.words()
