"""“My printer prints off”: a test sheet, four lengths, and what is done against it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from checkin.badges import (
    Calibration,
    Measured,
    NotCalibrated,
    Size,
    printed_right,
)
from checkin.badges.lengths import read_length
from checkin.model.i18n import _
from checkin.ui.badges.whatmeasure import LETTERS, WhatToMeasure
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, close_button
from checkin.ui.widgets.card import Card, column, held, row, scrolled
from checkin.ui.widgets.choices import CheckBox
from checkin.ui.widgets.fields import Field
from checkin.ui.widgets.text import Label


class Calibrating(Card):
    """In the place of the cards on the right. Knows no settings: others keep."""

    test_wanted = Signal(object)
    """The Calibration to print the test sheet with."""
    kept = Signal(object)
    """The Calibration that holds from now on."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(pad=16, gap=10, parent=parent)
        self._paper, self._present = Size(210, 297), Calibration()
        self._found: Calibration | None = None
        self.now = Label("", Role.SMALL, "ink2", wrap=True)
        self.test = Button(_("Print a test sheet"), icon="printer")
        self.with_it = CheckBox(_("With what is kept now"))
        self.measure = Label("", Role.SMALL, "ink2", wrap=True)
        self.drawing = WhatToMeasure()
        self.fields = [Field(letter) for letter in LETTERS]
        self.result = Label("", Role.BODY, "ink", wrap=True)
        self.keep = Button(_("Keep"))
        self.reset = Button(_("Print as it is again"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        cross = close_button()
        cross.clicked.connect(self.left)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for at, field in enumerate(self.fields):
            field.label.hide()
            letter = Label(LETTERS[at], Role.BODY_BOLD, "ink2")
            line = row(letter, field)
            line.setAlignment(letter, Qt.AlignmentFlag.AlignTop)
            letter.setFixedHeight(field.edit.sizeHint().height())
            grid.addLayout(line, *divmod(at, 2))
            field.edit.installEventFilter(self)
        for button in (self.test, self.keep, self.reset):
            button.let_wrap()
        body = column(
            self.now,
            self.test,
            self.with_it,
            4,
            self.measure,
            self.drawing,
            held(grid),
            self.result,
            self.keep,
            self.reset,
            None,
            gap=8,
        )
        self.box.addLayout(row(Label(_("Printer prints off"), Role.H3), None, cross))
        self._area = scrolled(held(body))
        self.box.addWidget(self._area, 1)

    def _connect(self) -> None:
        self.test.clicked.connect(lambda: self.test_wanted.emit(self._sheet_has))
        self.with_it.clicked.connect(self._work_out)
        for field in self.fields:
            field.changed.connect(self._work_out)
            field.edit.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.reset.clicked.connect(lambda: self.kept.emit(Calibration()))

    # -- what it is about

    def show_printer(self, title: str, paper: Size, present: Calibration) -> None:
        """Another printer, paper, or another calibration of it; nothing is typed."""
        self._paper, self._present = paper, present
        if present.changes:
            words = _("{printer} {error}. That is put right on each page.")
        else:
            words = _("{printer} has no calibration yet.")
        error = present.error_words()
        self.now.setText(words.format(printer=title, error=error))
        self.with_it.setVisible(present.changes)
        self.with_it.setChecked(present.changes)
        self.reset.setVisible(present.changes)
        self.drawing.show_paper(paper)
        self.measure.setText(
            _(
                "Measure it in mm. Right are A {left}, B {top}, C {across}, D {down}."
            ).format(
                **{k: f"{mm:g}" for k, mm in printed_right(paper)._asdict().items()}
            )
        )
        rights = (f"{mm:g}" for mm in printed_right(paper))
        for letter, right, field in zip(LETTERS, rights, self.fields, strict=True):
            words = _("{letter}, should be {n} mm").format(letter=letter, n=right)
            field.edit.setAccessibleName(words)
            field.edit.setPlaceholderText(right)
            field.set_text("")
        self._work_out()

    def begin(self) -> None:
        """The focus goes to what comes first."""
        self.test.setFocus()

    # -- what was measured

    @property
    def _sheet_has(self) -> Calibration:
        """What the test sheet is, or was, printed with."""
        return self._present if self.with_it.isChecked() else Calibration()

    def _work_out(self) -> None:
        self._found = None
        lengths = [read_length(field.text()) for field in self.fields]
        for field, length in zip(self.fields, lengths, strict=True):
            no_length = bool(field.text()) and length is None
            field.say_wrong(_("A length: 10.5") if no_length else "")
        known = [length for length in lengths if length is not None]
        words, tone = "", "ink"
        if len(known) == len(lengths):
            try:
                self._found = Calibration.from_measured(
                    Measured(*known), self._paper, self._sheet_has
                )
                words = _of_sheet(Measured(*known), self._paper)
            except NotCalibrated as problem:
                words, tone = str(problem.details["reason"]), "stop"
        self.result.setText(words)
        self.result.set_tone(tone)
        self.result.setVisible(bool(words))
        self.keep.setEnabled(self._found is not None)
        if words:
            QTimer.singleShot(0, self, self._show_result)

    def _show_result(self) -> None:
        """Once there is room for it, it is to be seen, and the field too if it can."""
        self._area.ensureWidgetVisible(self.keep)

    def _keep(self) -> None:
        if self._found is not None:
            self.kept.emit(self._found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The drawing shows which length is being typed."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            edits = [field.edit for field in self.fields]
            there = event.type() == QEvent.Type.FocusIn
            at = next(n for n, edit in enumerate(edits) if edit is watched)
            self.drawing.show_current(LETTERS[at] if there else "")
        return super().eventFilter(watched, event)


def _of_sheet(measured: Measured, paper: Size) -> str:
    """What the measures say of that very sheet: It prints 1.2 mm too far right."""
    error = Calibration.from_measured(measured, paper).error_words()
    return _("It {error}.").format(error=error)
