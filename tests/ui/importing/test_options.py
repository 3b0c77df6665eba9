"""Every kind of oddity has an icon; what is asked can be answered."""

import pytest

from checkin.importing import Odd
from checkin.ui.importing import card, cases
from checkin.ui.importing.asking import Deed
from checkin.ui.importing.options import options_for

NO_ANSWERS = {Deed.FIX, Deed.SHOW}


@pytest.mark.parametrize("kind", Odd)
def test_a_kind_that_asks_has_an_answer_and_one_that_tells_has_none(kind):
    deeds = {one.deed for one in options_for(kind, "status", placed=True)}
    assert bool(deeds - NO_ANSWERS) is (kind not in cases._TOLD)
    assert kind.value in card.ICONS


@pytest.mark.parametrize("kind", Odd)
def test_without_a_column_nothing_is_offered_that_needs_one(kind):
    options = options_for(kind, "status", placed=False)
    assert not {one.deed for one in options} & {Deed.FIX, Deed.PUT}
