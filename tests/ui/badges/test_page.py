"""What the page shows and lets one choose."""

import sqlite3
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from checkin.badges import design, stock
from checkin.badges.stock import Size
from checkin.model.kinds import Kind
from checkin.store.acts import correct
from checkin.ui.badges.page import BadgesPage
from checkin.ui.badges.wish import Who


def shown(hands):
    return hands.page.well.view.shown


def test_each_choice_says_how_many_it_would_print(hands):
    assert hands.counts() == {
        Who.UNPRINTED: "2",
        Who.CHANGED: "0",
        Who.CHOSEN: "0",
        Who.ALL: "55",
    }
    assert hands.page.header.state.text() == "2 to print, 53 done"


def test_a_corrected_name_waits_for_a_new_badge_at_once(hands):
    def rename(event):
        (own,) = event.same_name("Zoë van der Berg-Okonkwo")
        return correct(event, event.read.attendee(own), {"first_name": "Zoey"})

    hands.page.session.write(rename, lambda _result: None)
    hands.until(lambda: hands.counts()[Who.CHANGED] == "1")
    hands.choose(Who.CHANGED)
    hands.until(lambda: hands.big_words == "Print 1 badge on 1 sheet")
    assert hands.place(1) == "Place 1: Zoey van der Berg-Okonkwo"


def test_the_sheet_is_the_page_that_will_be_printed(hands):
    view = hands.page.well.view
    hands.until(lambda: view._picture.is_there)
    picture = view.grab().toImage()
    corner = view.paper().topLeft().toPoint() + QPoint(3, 3)
    assert picture.pixelColor(corner).name() == "#ffffff"
    box = view.box_of(1)
    band = picture.pixelColor(QPoint(round(box.center().x()), round(box.bottom() - 3)))
    assert band.saturation() > 100


def test_one_walks_through_the_sheets(hands):
    hands.choose(Who.ALL)
    hands.until(lambda: hands.sheet_words == "Sheet 1 of 6")
    assert not hands.page.well.before.isEnabled()
    hands.click(hands.page.well.after)
    assert hands.sheet_words == "Sheet 2 of 6"
    assert not hands.page.well.hint.isVisible()
    hands.page.well.view.setFocus()
    for _sheet in range(4):
        hands.key(Qt.Key.Key_PageDown, hands.page.well.view)
    assert hands.sheet_words == "Sheet 6 of 6"
    assert not hands.page.well.after.isEnabled()
    assert hands.place(6) == "Place 6: empty"


def test_each_sheet_says_whose_badges_it_holds_round_labels_that_are_gone(hands):
    hands.choose(Who.ALL)
    hands.until(lambda: hands.sheet_words == "Sheet 1 of 6")

    def names():
        words = [hands.place(n).partition(": ")[2] for n in range(1, 11)]
        return [name for name in words if name not in ("empty", "already used")]

    def all_names():
        found = names()
        while hands.page.well.after.isEnabled():
            hands.click(hands.page.well.after)
            found += names()
        return found

    before = all_names()
    assert len(before) == 55
    hands.page.turn(-5)
    for place in (2, 3, 10):
        hands.click_place(place)
    assert (len(names()), names()) == (7, before[:7])
    assert all_names() == before


def test_a_file_that_can_not_be_read_just_now_leaves_the_places_without_names(
    hands, monkeypatch
):
    def gone(_ids):
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    hands.choose(Who.ALL)
    hands.until(lambda: hands.sheet_words == "Sheet 1 of 6")
    monkeypatch.setattr(hands.page.session.file.read, "by_ids", gone)
    hands.click(hands.page.well.after)
    assert hands.sheet_words == "Sheet 2 of 6"
    assert hands.place(1) == "Place 1: empty"


def test_a_click_says_that_a_label_is_gone_and_another_that_it_is_there(hands):
    hands.click_place(1)
    assert hands.place(1) == "Place 1: already used"
    assert hands.place(2) == "Place 2: Bo"
    hands.click_place(1)
    assert hands.place(1) == "Place 1: Bo"


def test_labels_are_marked_by_keyboard_alone(hands):
    view = hands.page.well.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space):
        hands.key(key, view)
    assert hands.page.wish.used == {4}
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Space):
        hands.key(key, view)
    assert hands.page.wish.used == {1, 4}
    assert "Place 4: already used" in view.accessibleDescription()
    assert hands.sum_words == "2 badges on one sheet, in the places that are left."


def test_only_the_first_sheet_can_have_labels_that_are_gone(hands):
    hands.choose(Who.ALL)
    hands.until(lambda: hands.sheet_words == "Sheet 1 of 6")
    hands.click(hands.page.well.after)
    hands.click_place(1)
    assert hands.page.wish.used == frozenset()


def test_two_badges_that_look_alike_are_shown_where_they_are(hands):
    def make_alike(event):
        for own in event.same_name("Anna Schmidt"):
            fields = {"company": "", "job_title": ""}
            correct(event, event.read.attendee(own), fields)

    hands.page.session.write(make_alike, lambda _result: None)
    hands.choose(Who.ALL)
    hands.until(lambda: hands.page.side.look.rows)
    assert hands.page.side.look.title.text() == "One thing to look at"
    (row,) = hands.page.side.look.rows
    assert row.title.text() == "Two badges look alike"
    hands.click(hands.page.well.after)
    # two corrections: the list may still be made anew after the first of them
    hands.until(lambda: [r for r in hands.page.side.look.rows if r.button.isVisible()])
    hands.click(hands.page.side.look.rows[0].button)
    assert hands.sheet_words == "Sheet 1 of 6"
    ringed = hands.page.well.view.ringed
    assert hands.place(ringed).splitlines() == [
        f"Place {ringed}: Anna Schmidt",
        "Two badges look alike: “Anna Schmidt”.",
    ]


def test_every_remark_is_marked_on_its_badge_however_many_labels_are_gone(hands):
    def lengthen(event):
        for guest in list(event.read.attendees())[::7]:
            fields = {"first_name": f"{guest.called} Wilhelmine Alexandrina Theodora"}
            correct(event, guest, fields)

    hands.page.session.write(lengthen, lambda _result: None)
    hands.choose(Who.ALL)
    hands.until(lambda: hands.page.side.look.rows)
    for place in (1, 2, 3):
        hands.click_place(place)
    marked = []
    for sheet in range(6):
        hands.page.turn(1 if sheet else 0)
        marked += [shown(hands).names[place] for place in shown(hands).remarks]
    told = list(hands.page._remarks)
    with hands.ledger() as event:
        names = [guest.name for guest in event.read.by_ids(list(dict.fromkeys(told)))]
    assert len(marked) > 5
    assert marked == names


def test_badges_are_looked_through_again_only_when_one_says_something_else(hands):
    looking, looked = [], []
    hands.page.previewer.looking.connect(lambda: looking.append(1))
    hands.page.previewer.looked.connect(looked.append)
    hands.choose(Who.ALL)
    hands.until(lambda: looked)
    gathered = hands.page.people

    def change(**fields):
        def work(event):
            (own,) = event.same_name("Bo")
            correct(event, event.read.attendee(own), fields)

        return work

    hands.page.session.write(change(note="vegan"), lambda _result: None)
    hands.until(lambda: hands.page.people is not gathered)
    assert len(looking) == 1
    hands.page.session.write(change(company="Makers"), lambda _result: None)
    hands.until(lambda: len(looked) == 2)
    assert len(looking) == 2


def test_nothing_to_look_at_is_said(hands):
    hands.choose(Who.ALL)
    hands.until(lambda: hands.page.side.look.title.text() == "All badges look good")


def test_another_stock_is_found_by_a_part_number_of_the_same_shape(hands):
    hands.click(hands.page.left.stock.button)
    search = hands.page.left.stocks.search.edit
    assert QApplication.focusWidget() is search
    hands.qtbot.keyClicks(search, "8395")
    hands.key(Qt.Key.Key_Return, search)
    assert hands.page.left.stock.title.text() == "Avery 5395"
    assert not hands.page.left.choosing
    assert shown(hands).stock.part == "5395"


def test_escape_leaves_the_list_of_stocks_as_it_was(hands):
    hands.click(hands.page.left.stock.button)
    hands.key(Qt.Key.Key_Down, hands.page.left.stocks.search.edit)
    hands.key(Qt.Key.Key_Escape, hands.page.left.stocks.search.edit)
    assert not hands.page.left.choosing
    assert hands.page.wish.stock.part == "L4785"


def test_what_was_chosen_is_remembered_on_this_computer(hands, window_again):
    hands.page.change(stock=stock("5395"), design=design("quiet"), verify=False)
    again = window_again()
    assert (again.wish.stock.part, again.wish.design.name) == ("5395", "quiet")
    assert not again.wish.verify
    assert again.left.stock.title.text() == "Avery 5395"


def test_used_labels_are_forgotten_with_another_stock(hands):
    hands.click_place(1)
    hands.page.change(stock=stock("5395"))
    assert hands.page.wish.used == frozenset()


def test_a_design_is_chosen_by_its_picture(hands):
    tiles = {tile.design.name: tile for tile in hands.page.left.designs.grid.tiles}
    fit = [tile for tile in tiles.values() if tile.design.fits(stock())]
    hands.until(lambda: all(tile.picture.is_there for tile in fit))
    hands.click(tiles["pronouns"])
    assert hands.page.wish.design.name == "pronouns"
    assert tiles["pronouns"].isChecked()


def test_a_design_that_needs_larger_badges_says_so(hands):
    (classic, *_others) = hands.page.left.designs.grid.tiles
    tiny = replace(stock("3474"), badge_size=Size(40, 20))
    hands.page.change(stock=tiny)
    words = "The design Classic does not fit on 3474"
    hands.until(lambda: classic.toolTip() == words)
    assert not classic.picture.is_there
    hands.until(lambda: hands.instead == words)
    hands.page.change(stock=stock("3474"))
    hands.until(lambda: classic.picture.is_there)
    hands.until(lambda: not hands.instead)


def test_people_are_ticked_by_mouse_and_keyboard(hands):
    chooser = hands.page.left.who.chooser
    hands.choose(Who.CHOSEN)
    hands.until(lambda: hands.instead == "Whose badges?")
    hands.qtbot.keyClicks(chooser.search.edit, "anna schm")
    hands.until(lambda: [p.name for p in chooser.model.people] == ["Anna Schmidt"] * 2)
    hands.page.left.cards.ensureWidgetVisible(chooser.list)
    box = chooser.list.visualRect(chooser.model.index(0))
    hands.click(chooser.list.viewport(), box.center())
    hands.until(lambda: hands.big_words == "Print 1 badge on 1 sheet")
    assert hands.counts()[Who.CHOSEN] == "1"
    chooser.list.setFocus()
    chooser.list.setCurrentIndex(chooser.model.index(1))
    hands.key(Qt.Key.Key_Space, chooser.list)
    hands.until(lambda: hands.big_words == "Print 2 badges on 1 sheet")
    hands.key(Qt.Key.Key_Space, chooser.list)
    hands.until(lambda: hands.big_words == "Print 1 badge on 1 sheet")


def test_a_name_that_nobody_has_is_said(hands):
    chooser = hands.page.left.who.chooser
    hands.choose(Who.CHOSEN)
    hands.qtbot.keyClicks(chooser.search.edit, "Quetzal")
    hands.until(lambda: chooser.nobody.text() == "Nobody called “Quetzal”.")


def test_another_page_says_whose_badges_are_wanted(hands):
    ids = [g.id for g in hands.page.session.file.read.attendees("first_name = 'Anna'")]
    hands.window.go("badges", chosen=ids)
    hands.until(lambda: hands.place(1) == "Place 1: Anna Schmidt")
    assert hands.big_words == "Print 2 badges on 1 sheet"
    assert hands.page.left.who.radios[Who.CHOSEN].isChecked()


def test_a_large_sheet_stands_alone_until_escape(hands):
    hands.click(hands.page.well.enlarge)
    assert not hands.page.left.isVisible()
    assert not hands.page.side.isVisible()
    hands.until(lambda: hands.page.well.view.height() > hands.page.height())
    bar = hands.page.well.ground.verticalScrollBar()
    for _row in range(4):
        hands.key(Qt.Key.Key_Down, hands.page.well.view)
    assert bar.value() > 0
    hands.key(Qt.Key.Key_Escape, hands.window)
    assert hands.page.left.isVisible()
    assert hands.page.side.isVisible()


def test_an_event_without_a_list_leads_to_the_import(window, qtbot):
    window.go("badges")
    page = window.stack.currentWidget()
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty.title.text() == "No badges yet"


def test_what_happens_at_the_door_does_not_read_all_again(hands, monkeypatch):
    asked = []
    monkeypatch.setattr(hands.page, "_gather", lambda: asked.append(1))
    from checkin.store.eventfile import Change

    with hands.ledger() as event:
        scans = [e for e in event.entries() if e.kind == Kind.CHECKIN_ADMITTED]
    hands.page.refresh(Change(tuple(scans[:1])))
    assert asked == []
    hands.page.refresh(Change((), from_elsewhere=True))
    assert asked == [1]


def test_it_fits_into_the_smallest_window(hands):
    hands.window.resize(1024, 700)
    assert isinstance(hands.page, BadgesPage)
    hint = hands.page.minimumSizeHint()
    assert hint.width() <= 935
    assert hint.height() <= 700
    assert hands.page.left.width() == 248
    assert hands.page.side.width() == 264
