"""Who wrote this? Where the sender stands, each fact that says so in one line, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from casebook.gui import icons, theme
from casebook.gui.widgets.parts import plain_label, quiet_button

if TYPE_CHECKING:
    from casebook.mail.authenticity.who import Who
    from casebook.mail.authenticity.words import Fact

_MARKS: Mapping[str, str] = {"warns": "warning", "speaks-for": "check", "note": "info"}
"""Pictures by `Weight`: its values, since it comes with a room that is not needed before there is a sender."""
_SHORT = 3
"""How many lines are shown before the rest is asked for; whatever warns is always shown."""


class WhoPanel(QFrame):
    """Shows a `Who`; hidden while there is nothing to show. Nothing is asked of anybody by showing it."""

    official_requested = Signal(int)
    """The contact whose sender is to become an official contact of its firm."""
    verify_requested = Signal(int)
    """The official contact that was looked up again."""
    dkim_requested = Signal(int)
    """The contact whose signatures are to be checked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._facts: tuple[Fact, ...] = ()
        self._firms: Mapping[int, str] = {}
        self._how = (True, False)
        self._all = False
        self._head = plain_label("", kind="muted")
        self._more = quiet_button("", self.tr("Show everything that is known of the sender"), self._toggle, "link")
        self.official = quiet_button("", self.tr("Record this address in the firm's register"), self._wish, "link")
        self.check = quiet_button(
            "", self.tr("Fetch the domain's key from a name server and check the signature"), self._check, "link"
        )
        head, foot = QHBoxLayout(), QHBoxLayout()
        self._icon = QLabel()
        head.setSpacing(theme.S)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._head, 1)
        head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        foot.setSpacing(theme.M)
        foot.addWidget(self.official)
        foot.addWidget(self.check)
        foot.addStretch(1)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(theme.S)
        self._lines.setVerticalSpacing(2)
        self._lines.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        column.setSpacing(theme.XS)
        column.addLayout(head)
        column.addLayout(self._lines)
        column.addLayout(foot)
        self.who: Who | None = None
        self.clear()

    @property
    def lines(self) -> list[str]:
        """The sentences that are shown."""
        return [self._label(row).text() for row in range(self._lines.rowCount()) if self._lines.itemAtPosition(row, 1)]

    def clear(self) -> None:
        """Show nothing."""
        self.who = None
        self._facts = ()
        self.hide()

    def show_who(self, who: Who, firms: Mapping[int, str], *, may_write: bool = True, looking: bool = False) -> None:
        """Show who wrote a mail; `looking` while the message itself is still being read or a key being fetched."""
        from casebook.gui.models.standing_words import fact_text, standing_label
        from casebook.guide.impostors import Standing
        from casebook.mail.authenticity.words import Weight, facts

        self.who, self._firms, self._how = who, firms, (may_write, looking)
        self._facts = facts(who, firms)
        standing = who.assessment.standing
        warns = who.assessment.warns or bool(who.links) or any(f.weight is Weight.WARNS for f in self._facts)
        self._head.setText(self.tr("Sent by you") if who.outgoing else standing_label(standing))
        theme.restyle(self._head, kind="warn" if warns else "muted")
        name = "warning" if warns else "shield" if standing in {Standing.KNOWN, Standing.STALE} else "question"
        self._picture(self._icon, name, warns=warns)
        stale = standing is Standing.STALE
        self.official.setText(self.tr("Looked up again…") if stale else self.tr("Add to the register…"))
        offered = standing in {Standing.UNKNOWN, Standing.STALE} and bool(who.sender.address) and not who.outgoing
        self.official.setVisible(may_write and offered and (stale or not warns))
        self.check.setText(self.tr("Checking…") if looking else self.tr("Check signature…"))
        self.check.setEnabled(not looking)
        self.check.setVisible(may_write and bool(who.signatures) and not who.outgoing)
        self._fill()
        self.setAccessibleName(self.tr("Who wrote this?"))
        self.setAccessibleDescription("\n".join([self._head.text(), *map(fact_text, self._facts)]))
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language or colours."""
        super().changeEvent(event)
        if self.who is not None and event.type() in {QEvent.Type.LanguageChange, QEvent.Type.PaletteChange}:
            may_write, looking = self._how
            self.show_who(self.who, self._firms, may_write=may_write, looking=looking)

    def _fill(self) -> None:
        from casebook.gui.models.standing_words import fact_text
        from casebook.mail.authenticity.words import Weight

        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        warned = sum(fact.weight is Weight.WARNS for fact in self._facts)
        shown = self._facts if self._all else self._facts[: max(_SHORT, warned)]
        for row, fact in enumerate(shown):
            mark, words = QLabel(), plain_label(fact_text(fact), kind="caption")
            self._picture(mark, _MARKS[fact.weight], warns=fact.weight is Weight.WARNS, size=14)
            if fact.weight is Weight.WARNS:
                theme.restyle(words, kind="warn")
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(words, row, 1)
        left = len(self._facts) - len(shown)
        self._more.setText(self.tr("Less") if self._all else self.tr("%n more", "", left))
        self._more.setVisible(self._all or left > 0)

    def _picture(self, label: QLabel, name: str, *, warns: bool, size: int = 16) -> None:
        role = QPalette.ColorRole.BrightText if warns else QPalette.ColorRole.PlaceholderText
        colour = QGuiApplication.palette().color(role)
        label.setPixmap(icons.pixmap(name, size, colour, self.devicePixelRatioF()))

    def _label(self, row: int) -> QLabel:
        item = self._lines.itemAtPosition(row, 1)
        widget = item.widget() if item else None
        assert isinstance(widget, QLabel)
        return widget

    def _toggle(self) -> None:
        self._all = not self._all
        self._fill()

    def _wish(self) -> None:
        if self.who is None:
            return
        found = self.who.assessment.official
        if found is not None:
            self.verify_requested.emit(found.id)
        else:
            self.official_requested.emit(self.who.contact_id)

    def _check(self) -> None:
        if self.who is not None:
            self.dkim_requested.emit(self.who.contact_id)
