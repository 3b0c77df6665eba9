"""Badges with a back, for printers that turn sheets and for those that don't."""

import pypdfium2

from checkin.badges import Duplex, design


def test_backs_apart_come_after_the_fronts_and_it_is_said_what_to_do(hands, heard):
    hands.page.change(design=design("agenda"), duplex=Duplex.APART)
    hands.page.print()
    hands.until(lambda: hands.opened)
    document = pypdfium2.PdfDocument(hands.opened[0])
    assert len(document) == 2
    document.close()
    (told,) = [one for one in heard if "Put the pile in again" in one.text]
    assert "2 badges on 1 sheet" in told.title
