"""Hears what is answered on cards and written into cells, and lets it take effect."""

from dataclasses import replace

from PySide6.QtCore import QObject

from checkin.importing import Odd
from checkin.ui.importing.answering import answered, kept, mended_cell, with_cell
from checkin.ui.importing.asking import DOUBLE, Case, Deed, GroupShown, Option
from checkin.ui.importing.draft import Draft
from checkin.ui.importing.outlook import Cell, Outlook
from checkin.ui.importing.preview import rows_about, showing
from checkin.ui.importing.view import View


class Answers(QObject):
    """What can be put right is put right in the wish; the file stays as it is."""

    def __init__(self, draft: Draft, view: View, parent: QObject) -> None:
        super().__init__(parent)
        self._draft, self._view = draft, view
        body = view.body
        body.problems.chosen.connect(self.choose)
        body.problems.turned.connect(self.turn_to)
        body.mended.connect(self.mend)

    def choose(
        self, group: GroupShown, case: Case, option: Option, everything: bool
    ) -> None:
        """A choice on a card."""
        wish, outlook = self._draft.wish, self._draft.outlook
        if wish is None or outlook is None:
            return
        if option.deed in (Deed.FIX, Deed.SHOW):
            self.turn_to(group, case)
            if option.deed is Deed.FIX:
                self._view.body.edit(case.rows[0], case.heading)
            return
        self._draft.wish = answered(wish, group, case, option, everything)
        same = self._draft.wish.choices == wish.choices
        if option.deed is Deed.KEEP and same and not self._draft.working:
            self._keep(kept(outlook, group, case, everything), group.kind)
        else:
            self._draft.settle()

    def _keep(self, outlook: Outlook, kind: str) -> None:
        """Nothing else follows; once all that were at hand are answered others come."""
        self._draft.outlook = outlook
        self._view.show_outlook(outlook)
        (group,) = (one for one in outlook.groups if one.kind == kind)
        if group.question and not any(case.open for case in group.cases):
            self._draft.settle()

    def turn_to(self, group: GroupShown, case: Case) -> None:
        """Brings what a question is about into the preview."""
        wish, outlook = self._draft.wish, self._draft.outlook
        if wish is None or outlook is None or not case.rows:
            return
        rows = rows_about(outlook, group, case)
        self._draft.wish = replace(wish, shown=rows)
        self._draft.outlook = showing(outlook, rows, _about(group, case))
        self._view.body.show_rows(self._draft.outlook)

    def mend(self, heading: str, cell: Cell, text: str) -> None:
        """A cell says something else from now on."""
        wish, outlook = self._draft.wish, self._draft.outlook
        if wish is None or outlook is None:
            return
        shown = tuple(one.row for one in outlook.columns[0].cells)
        wish = replace(wish, shown=shown)
        self._draft.wish = mended_cell(wish, outlook, heading, cell, text)
        self._draft.outlook = with_cell(outlook, heading, cell, text)
        self._view.body.show_columns(self._draft.outlook)
        self._draft.settle()


def _about(group: GroupShown, case: Case) -> tuple[int, ...]:
    """The rows to be looked at: both, where one may be the other."""
    return case.rows if group.kind in (Odd.SAME, DOUBLE) else case.rows[:1]
