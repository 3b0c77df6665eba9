"""What tests see of the cards of the import page, and of the sentence above them."""

from checkin.store.eventfile import EventFile


def card(page, kind):
    """The one that asks about a kind; None if nothing does."""
    cards = page.view.body.problems.cards
    return next((one for one in cards if one.shown.kind == kind), None)


def words_of(one):
    """What its buttons say."""
    return [b.text() for b in one.choices.buttons if b.isVisible()]


def headline(page):
    """The sentence, and how much is open."""
    view = page.view.headline
    return view.sentence.text(), view.chip.text()


def imported(page, window, qtbot):
    """Imports, and gives everybody by name, read from the disk."""
    page.apply()
    qtbot.waitUntil(lambda: window.place == "attendees")
    with EventFile.join(window.session.file.place) as event:
        return {guest.name: guest for guest in event.read.attendees()}
