"""The help panel: pages in Markdown, beside what they are about."""

from functools import lru_cache

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from checkin.model.i18n import _
from checkin.resources import resource
from checkin.settings import options_table
from checkin.ui import look
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size, close_button
from checkin.ui.widgets.card import Line, row
from checkin.ui.widgets.text import Label

_WIDTH = 380


_OPTIONS = "<!-- options -->"
"""In the help of the settings: here their catalogue stands."""


class HelpPanel(QFrame):
    """One page of help; links lead to the others; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setObjectName("help")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
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
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(Line())
        box.addWidget(self.text, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Line(upright=True))
        outer.addLayout(box, 1)
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

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(_WIDTH), 600)

    def take_focus(self) -> None:
        """For reading with the keyboard."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, name: str) -> None:
        self._page = name
        document = self.text.document()
        document.setDefaultFont(look.look().font(Role.BODY))
        document.setDocumentMargin(18)
        document.setDefaultStyleSheet(_typography())
        self.text.setHtml(html(name))
        self.text.verticalScrollBar().setValue(0)
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
            self._show(self._page)


@lru_cache(maxsize=16)
def html(name: str) -> str:
    """A page of help, as Qt's rich text reads it."""
    from markdown_it import MarkdownIt

    shown = name if resource_exists(name) else "start"
    text = resource("help", f"{shown}.md").read_text("utf-8")
    text = text.replace(_OPTIONS, options_table())
    return MarkdownIt("commonmark").enable("table").render(text)


def _typography() -> str:
    """Headings and tables as on the pages of the window."""
    px, colours = look.look().px, look.look().theme.colours()
    return f"""
    h1 {{ font-size: {px(24)}px; font-weight: 600; margin: 0 0 {px(10)}px 0; }}
    h2 {{ font-size: {px(17)}px; font-weight: 600;
          margin: {px(20)}px 0 {px(6)}px 0; }}
    h3 {{ font-size: {px(15)}px; font-weight: 600;
          margin: {px(14)}px 0 {px(4)}px 0; }}
    p, li {{ margin: 0 0 {px(8)}px 0; line-height: 130%; }}
    ul, ol {{ margin: 0 0 {px(8)}px 0; -qt-list-indent: 0; margin-left: {px(18)}px; }}
    table {{ margin: {px(8)}px 0; border-collapse: collapse; width: 100%; }}
    th {{ color: {colours["ink2"]}; text-align: left; font-size: {px(13)}px; }}
    th, td {{ padding: {px(7)}px {px(8)}px {px(7)}px 0; border: 0;
              border-bottom: 1px solid {colours["line"]}; vertical-align: top; }}
    a {{ color: {colours["accent"]}; }}
    code {{ font-weight: 600; }}
    """


def resource_exists(name: str) -> bool:
    """Whether there is a page of that name."""
    return (resource("help") / f"{name}.md").is_file()
