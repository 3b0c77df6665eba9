"""The help panel: pages in Markdown, beside what they are about."""

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from checkin.model.i18n import _
from checkin.resources import resource
from checkin.ui import look
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size, close_button
from checkin.ui.widgets.card import Line, row
from checkin.ui.widgets.text import Label

_WIDTH = 380


class HelpPanel(QFrame):
    """One page of help; links lead to the others; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setObjectName("help")
        self.setFixedWidth(look.look().px(_WIDTH))
        self._page = ""
        self.text = QTextBrowser()
        self.text.setAccessibleName(_("Help"))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self.back = Button(
            _("Back"), Kind.QUIET, icon="arrow-left", size=Size.SMALL, icon_only=True
        )
        self.back.clicked.connect(self._go_back)
        self.keys = Button(_("Shortcuts"), Kind.QUIET, icon="keyboard", size=Size.SMALL)
        self.keys.clicked.connect(lambda: self.show_page("shortcuts"))
        cross = close_button()
        cross.clicked.connect(self.hide)
        head = row(self.back, Label(_("Help"), Role.H3), None, self.keys, cross)
        head.setContentsMargins(16, 12, 8, 4)
        self._way: list[str] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(Line())
        box.addWidget(self.text, 1)
        self.back.setVisible(False)

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._page

    def show_page(self, name: str) -> None:
        """Shows a page of resources/help by its name; else how to begin."""
        if name == self._page:
            return
        if self._page:
            self._way.append(self._page)
        self._show(name)

    def take_focus(self) -> None:
        """For reading with the keyboard."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, name: str) -> None:
        self._page = name
        document = QTextDocument(self.text)
        document.setDefaultFont(look.look().font(Role.BODY))
        document.setDocumentMargin(18)
        document.setMarkdown(markdown(name))
        self.text.setDocument(document)
        self.back.setVisible(bool(self._way))

    def _go_back(self) -> None:
        if self._way:
            self._show(self._way.pop())

    def _follow(self, link: QUrl) -> None:
        name = link.fileName().removesuffix(".md")
        if resource_exists(name):
            self.show_page(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._page:
            self.setFixedWidth(look.look().px(_WIDTH))
            self._show(self._page)


def markdown(name: str) -> str:
    """The text of a page of help."""
    shown = name if resource_exists(name) else "start"
    return resource("help", f"{shown}.md").read_text("utf-8")


def resource_exists(name: str) -> bool:
    """Whether there is a page of that name."""
    return (resource("help") / f"{name}.md").is_file()
