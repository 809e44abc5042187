"""The window in which exhibits are looked at: picture, facts, the other exhibits of the case, and marks on a copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from casebook.gui import icons, texts, theme
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.dialogs.marking import Marking
from casebook.gui.theme import Theme
from casebook.gui.widgets.exhibits.exhibit_facts import ExhibitFacts
from casebook.gui.widgets.exhibits.filmstrip import Filmstrip
from casebook.gui.widgets.exhibits.picture_item import Levels
from casebook.gui.widgets.exhibits.picture_loading import Looked
from casebook.gui.widgets.exhibits.picture_view import PictureView
from casebook.gui.widgets.exhibits.thumbnail_painter import type_icon
from casebook.gui.widgets.exhibits.thumbnails import Thumbnails
from casebook.gui.widgets.parts import open_at, plain_label, press_by, quiet_button, row_of
from casebook.journal.records import Exhibit


class ExhibitDialog(QDialog):
    """Shows one exhibit, or two side by side. It stays open beside the work."""

    open_requested = Signal(int)
    save_requested = Signal(int)
    copy_requested = Signal(int)
    drag_requested = Signal(int)
    describe_requested = Signal(int)
    facts_requested = Signal(int)
    redact_requested = Signal(int)
    mark_requested = Signal(int)
    exhibit_requested = Signal(int, int)
    """An exhibit (id) is wanted on a side, 0 or 1: answer with `show_exhibit`, then `show_picture`."""
    page_requested = Signal(int, int)
    """A page is wanted on a side."""

    def __init__(self, theme_: Theme, thumbnails: Thumbnails, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlags(Qt.WindowType.Window)
        self.setSizeGripEnabled(False)
        open_at(self, 1120, 760)
        self._shown: list[Exhibit | None] = [None, None]
        self._pages = [(1, 1), (1, 1)]
        self._told: list[tuple[str, str]] = []
        self.views = (PictureView(theme_), PictureView(theme_))
        self.captions = (plain_label("", kind="caption"), plain_label("", kind="caption"))
        self.facts = ExhibitFacts(theme_)
        self.hash = self.facts.hash
        self.strip = Filmstrip(theme_, thumbnails)
        self.box = QDialogButtonBox()
        self._make_buttons()
        self._make_tools()
        self.marking = Marking(theme_, self.views[0], self)
        self.sides = QSplitter()
        self._halves = (QWidget(), QWidget())
        for side, view, words in zip(self._halves, self.views, self.captions, strict=True):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            words.setContentsMargins(theme.S, theme.XS, theme.S, theme.XS)
            column.addWidget(words)
            column.addWidget(view, 1)
            self.sides.addWidget(side)
        self.halves = QSplitter()
        self.halves.addWidget(self.sides)
        self.halves.addWidget(self.facts)
        self.halves.setStretchFactor(0, 1)
        self.halves.setCollapsible(0, False)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.M)
        column.setSpacing(theme.S)
        column.addLayout(self.tools)
        column.addWidget(self.marking.bar)
        column.addWidget(self.halves, 1)
        column.addWidget(self.strip)
        column.addWidget(self.box)
        self._connect()
        self._compare(compare=False)
        self.views[0].setFocus()

    def show_list(self, exhibits: Sequence[Exhibit]) -> None:
        """Show the exhibits of the case."""
        self.strip.show_exhibits(exhibits)
        self.strip.go_to(self.exhibit_id(int(self.is_comparing)) or self.exhibit_id())
        for button in (self.back, self.forward, self.place, self.compare):
            button.setVisible(len(exhibits) > 1)
        self._tell_place()

    def show_exhibit(self, exhibit: Exhibit, *, side: int = 0, can_open: bool = False) -> None:
        """Show the facts of an exhibit on a side; its picture and what rests on it follow."""
        self._shown[side] = exhibit
        self._pages[side] = (1, 1)
        self.captions[side].setText(texts.joined(exhibit.label, exhibit.description or exhibit.name))
        self.views[side].show_picture(None)
        self.views[side].icon = type_icon(exhibit)
        if side == 0:
            self.setWindowTitle(texts.joined(exhibit.label, exhibit.name))
            self.facts.show_exhibit(exhibit)
            self.facts.show_uses(None)
            self.open_button.setVisible(can_open)
            edits, draws = self.tr("Edit marks…"), self.tr("Draw on a copy…")
            self.mark_button.setText(edits if exhibit.marks and exhibit.derived_from else draws)
        if side == int(self.is_comparing):
            self.strip.go_to(exhibit.id)
        self._tell_place()
        self._tell_page()

    def show_facts(self, exhibit: Exhibit) -> None:
        """Show the facts of what is shown anew; the picture stays."""
        self._shown[0] = exhibit
        self.captions[0].setText(texts.joined(exhibit.label, exhibit.description or exhibit.name))
        self.facts.show_exhibit(exhibit, self._told)

    def tell_picture(self, found: Looked) -> None:
        """Tell what only the opened picture tells."""
        shown = self._shown[0]
        own = shown is not None and shown.media_type.startswith("image/")  # a page has no pixels of its own
        size = found.levels.size if found.levels and own else None
        pixels = self.tr("{width} × {height} pixels").format(width=size.width(), height=size.height()) if size else ""
        taken = self.tr("{time} (as the file says; anybody can change that)").format(time=found.taken)
        rows = ((self.tr("Picture"), pixels), (self.tr("Taken"), taken if found.taken else ""))
        self._told = [row for row in rows if row[1]]
        self.facts.tell_picture(self._told)

    def why_not(self, exhibit: Exhibit, found: Looked) -> str:
        """Return in words why there is no picture, and what can be done."""
        if exhibit.purged_at is not None:
            return self.tr("Its bytes were erased for good.")
        reasons = {
            "empty": self.tr("The file is empty."),
            "too_large": self.tr("The picture is too large to be shown here."),
            "truncated": self.tr("The picture breaks off before its end."),
            "broken": self.tr("The picture is damaged."),
            "unknown": self.tr("It is not a picture of a kind that is known."),
            "time": self.tr("Drawing it took too long."),
            "memory": self.tr("Drawing it needed too much memory."),
            "password": self.tr("The document needs a password."),
            "pdf": self.tr("The document is damaged."),
            "pages": self.tr("The document has too many pages to be shown here."),
        }
        first = reasons.get(found.refused, self.tr("Drawing it failed.")) if found.refused else ""
        opens = self.tr("Open a copy with the program your system uses for it (Ctrl+O), or save one (Ctrl+S).")
        saves = self.tr("Save a copy to open it elsewhere (Ctrl+S).")
        kind = first or self.tr("This kind of file is not shown here.")
        return f"{kind} {opens if self.open_button.isVisibleTo(self) else saves}"

    def note_on(self, label: str, *, redacted: bool) -> str:
        """Return what is said while somebody draws."""
        if redacted:
            return self.tr("You draw on a copy of {label}R: what is covered stays covered.").format(label=label)
        return self.tr("You draw on a copy of {label}; the exhibit itself stays as it is.").format(label=label)

    def show_picture(self, side: int, levels: Levels | None, words: str, page: int, pages: int) -> None:
        """Show the picture of what is on a side, or `words` where there is none."""
        view = self.views[side]
        view.show_picture(levels, words)
        self._pages[side] = (page, pages)
        if side == 0:
            for button in (self.out, self.scale, self.into, self.whole, self.width_, self.turn):
                button.setEnabled(view.has_picture)
            self.mark_button.setEnabled(view.has_picture)
        if self.is_comparing and side == 1:
            self.views[1].look(self.views[0].sight())
        self._tell_page()

    def exhibit_id(self, side: int = 0) -> int:
        """Return the id of what is shown on a side, 0 for nothing."""
        shown = self._shown[side]
        return shown.id if shown else 0

    @property
    def is_comparing(self) -> bool:
        """Whether two exhibits stand side by side."""
        return self.compare.isChecked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the marks, then the comparison, then the window with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.marking.active:
            self.marking.leave()
        elif event.key() == Qt.Key.Key_Escape and self.is_comparing:
            self.compare.setChecked(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # nothing here is pressed from elsewhere
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        first, second = self.views
        first.moved.connect(lambda sight: second.look(sight) if self.is_comparing else None)
        second.moved.connect(lambda sight: first.look(sight) if self.is_comparing else None)
        first.zoomed.connect(self._tell_zoom)
        for side, view in enumerate(self.views):
            view.step_requested.connect(self._step)
            view.drag_requested.connect(lambda side=side: self.drag_requested.emit(self.exhibit_id(side)))
        self.strip.shown_id.connect(lambda shown: self.exhibit_requested.emit(shown, int(self.is_comparing)))
        self.strip.drag_id.connect(self.drag_requested)
        self.compare.toggled.connect(lambda on: self._compare(compare=on))
        self.side_facts.toggled.connect(self.facts.setVisible)
        self.marking.changed.connect(lambda active: self._marking_changed(active=active))
        self.box.rejected.connect(self.reject)

    def _make_tools(self) -> None:
        icon, plain = self._icon, self._plain
        self.back = icon("back", self.tr("The exhibit before (Alt+Left)"), "Alt+Left", lambda: self._step(-1))
        self.place = QLabel()
        self.forward = icon(
            "chevron-right", self.tr("The next exhibit (Alt+Right)"), "Alt+Right", lambda: self._step(1)
        )
        before, after = self.tr("The page before (Page Up)"), self.tr("The next page (Page Down)")
        self.page_back = icon("back", before, "PgUp", lambda: self._turn_page(-1))
        self.page_place = QLabel()
        self.page_forward = icon("chevron-right", after, "PgDown", lambda: self._turn_page(1))
        self.out = icon("zoom-out", self.tr("Smaller (-)"), "-", lambda: self._view().step(-1))
        self.scale = plain("100 %", self.tr("One dot for one pixel (0)"), "0", lambda: self._view().set_zoom(1.0))
        self.scale.setMinimumWidth(self.fontMetrics().horizontalAdvance("1600 %") + 2 * theme.L)
        self.into = icon("zoom-in", self.tr("Larger (+)"), "+", lambda: self._view().step(1))
        press_by(self.into, "=")
        self.whole = plain(self.tr("Fit"), self.tr("All of it (F)"), "F", lambda: self._view().fit())
        self.width_ = plain(self.tr("Width"), self.tr("Its whole width (W)"), "W", lambda: self._view().fit("width"))
        turns = self.tr("Turn the view, not the file: the original stays as it is (R)")
        self.turn = plain(self.tr("Turn"), turns, "R", lambda: self._view().rotate_view())
        compares = self.tr("Two side by side: choose the second from the strip (C)")
        self.compare = self._check(self.tr("Compare"), compares, "C")
        self.blink = self._check(self.tr("Blink"), self.tr("Show the two in the same place, in turn (B)"), "B")
        self.blink.toggled.connect(lambda _on: self._lay_out())
        draws = self.tr("Draw arrows, boxes and words on a copy; the original stays as it is (M)")
        self.mark_button = plain(
            self.tr("Draw on a copy…"), draws, "M", lambda: self.mark_requested.emit(self.exhibit_id())
        )
        self.side_facts = self._check(self.tr("Facts"), self.tr("File, hash, where used (I)"), "I")
        self.side_facts.setChecked(True)
        self.tools = row_of(
            *(self.back, self.place, self.forward, self.page_back, self.page_place, self.page_forward, None),
            *(self.out, self.scale, self.into, self.whole, self.width_, self.turn, None),
            *(self.compare, self.blink, self.mark_button, self.side_facts),
        )

    def _make_buttons(self) -> None:
        make, tell = self._button, self._tell
        opens = self.tr("Open a copy with the program your system uses for such files (Ctrl+O)")
        self.open_button = make(self.tr("Open with…"), opens, "Ctrl+O", tell(self.open_requested))
        saves = self.tr("Save the original bytes elsewhere (Ctrl+S)")
        self.save_button = make(self.tr("Save a copy…"), saves, "Ctrl+S", tell(self.save_requested))
        copies = self.tr("Copy the picture or the file (Ctrl+C)")
        self.copy_button = make(self.tr("Copy"), copies, "Ctrl+C", tell(self.copy_requested))
        describes = self.tr("Say in words what it shows (Ctrl+D)")
        self.describe_button = make(self.tr("Describe…"), describes, "Ctrl+D", tell(self.describe_requested))
        redacts = self.tr("Make a copy with parts covered; dossiers then hold the copy (Ctrl+R)")
        self.redact_button = make(self.tr("Redact…"), redacts, "Ctrl+R", tell(self.redact_requested))
        details = self.tr("Origin, page address, date, translation, transcript (Ctrl+I)")
        self.facts_button = make(self.tr("Details…"), details, "Ctrl+I", tell(self.facts_requested))
        close = self.box.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        close.setToolTip(self.tr("Close (Esc)"))

    def _view(self) -> PictureView:
        """Return the view that the keys are for."""
        return self.views[1] if self.is_comparing and self.views[1].hasFocus() else self.views[0]

    def _step(self, by: int) -> None:
        if self.strip.count() > 1 and not self.marking.active:
            side = int(self.is_comparing)
            at = self.strip.place()
            self.exhibit_requested.emit(self.strip.id_at(at + by), side)

    def _turn_page(self, by: int) -> None:
        page, pages = self._pages[0]
        if 1 <= page + by <= pages:
            self.page_requested.emit(page + by, 0)

    def _compare(self, *, compare: bool) -> None:
        self.blink.setVisible(compare)
        self.blink.setChecked(False)
        self._lay_out()
        if compare and self.strip.count() > 1:
            self._step(1)
        elif not compare:
            self._shown[1] = None
            self.views[1].show_picture(None)
            self.strip.go_to(self.exhibit_id())
            self._tell_place()

    def _lay_out(self) -> None:
        """Show one view or two; blinking, the second in the place of the first."""
        two, blink = self.is_comparing, self.blink.isChecked()
        sight = self.views[0].sight()
        self._halves[0].setVisible(not blink)
        self._halves[1].setVisible(two)
        for words in self.captions:
            words.setVisible(two)
        self.mark_button.setVisible(not two)
        if blink:
            self.views[1].look(sight)
            self.views[1].setFocus()
        elif two:
            self.sides.setSizes([1, 1])

    def _marking_changed(self, *, active: bool) -> None:
        for widget in (self.back, self.forward, self.compare, self.strip, self.mark_button, self.box):
            widget.setEnabled(not active)

    def _tell_zoom(self, zoom: float) -> None:
        self.scale.setText(f"{round(zoom * 100)} %")

    def _tell_place(self) -> None:
        at, count = self.strip.place() + 1, self.strip.count()
        self.place.setText(self.tr("{number} of {count}").format(number=at, count=count) if count > 1 else "")

    def _tell_page(self) -> None:
        page, pages = self._pages[0]
        for widget in (self.page_back, self.page_place, self.page_forward):
            widget.setVisible(pages > 1)
        self.page_place.setText(self.tr("page {page} of {pages}").format(page=page, pages=pages))
        self.page_back.setEnabled(page > 1)
        self.page_forward.setEnabled(page < pages)

    def _tell(self, signal: SignalInstance) -> Callable[[], object]:
        """Return a wish about the exhibit that is shown."""
        return lambda: signal.emit(self.exhibit_id())

    def _button(self, words: str, tip: str, key: str, act: Callable[[], object]) -> QPushButton:
        button = self.box.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setShortcut(key)
        button.clicked.connect(act)
        return button

    def _plain(self, words: str, tip: str, key: str, act: Callable[[], object]) -> QPushButton:
        button = quiet_button(words, tip, act, "quiet")
        press_by(button, key)
        return button

    def _icon(self, name: str, tip: str, key: str, act: Callable[[], object]) -> QPushButton:
        button = self._plain("", tip, key, act)
        button.setIcon(icons.icon(name))
        button.setAccessibleName(tip)
        return button

    def _check(self, words: str, tip: str, key: str) -> QPushButton:
        button = quiet_button(words, tip, lambda: None)
        button.setCheckable(True)
        press_by(button, key)
        return button


class DescribeDialog(FormDialog):
    """Asks in words what an exhibit shows."""

    def __init__(self, exhibit: Exhibit, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Describe {exhibit}").format(exhibit=exhibit.label))
        self.save_button.setText(self.tr("Save"))
        self.add_wide(plain_label(exhibit.name, kind="muted"))
        self.words = QLineEdit(exhibit.description)
        hint = self.tr("The dossier prints it beside the exhibit, and search finds it")
        self.add_row(self.tr("It shows"), self.words, hint)
        self.words.setFocus()
