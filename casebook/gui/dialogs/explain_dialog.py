"""The dialog "Why this day?": how a date was found, so that anybody can count it again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFormLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casebook.gui import theme, times
from casebook.gui.models import due_words
from casebook.gui.models.explain_rows import ExplainRows
from casebook.gui.widgets.parts import plain_label, quiet_button
from casebook.guide import Explanation
from casebook.journal.kinds.follow_ups import Move
from casebook.journal.records import FollowUp


class ExplainDialog(QDialog):
    """Shows the counting line by line; `Copy` takes the whole as one paragraph."""

    def __init__(
        self,
        follow_up: FollowUp,
        heading: str,
        explanation: Explanation | None,
        moves: Sequence[Move] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Why this day?"))
        self._rows = self._own(follow_up) if explanation is None else ExplainRows(explanation).all()
        self._rows += self._since(follow_up, moves)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        layout.setSpacing(theme.M)
        layout.addStrut(560)
        layout.addWidget(plain_label(heading, kind="heading"))
        if follow_up.reason != heading:
            layout.addWidget(plain_label(follow_up.reason, kind="muted"))
        layout.addWidget(self._make_body(), 1)
        self._whole = self.text()
        if explanation:
            since = [f"{name}: {value}" for name, value in self._since(follow_up, moves)]
            self._whole = "\n".join([explanation.sentence(due_words.language()), *since])
        layout.addLayout(self._make_buttons())
        self._close.setFocus()

    def text(self) -> str:
        """Return everything that is shown, a line for each part."""
        return "\n".join(f"{name}: {value}" for name, value in self._rows)

    def _make_body(self) -> QFrame:
        body = QFrame()
        body.setProperty("kind", "page")
        form = QFormLayout(body)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(theme.L)
        form.setVerticalSpacing(theme.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for name, text in self._rows:
            value = plain_label(text)
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            caption = plain_label(name, kind="muted")
            caption.setWordWrap(False)
            caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            form.addRow(caption, value)
        return body

    def _make_buttons(self) -> QHBoxLayout:
        copy = quiet_button(
            self.tr("Copy"),
            self.tr("Copy the explanation as one paragraph"),
            lambda: QGuiApplication.clipboard().setText(self._whole),
        )
        self._close = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject, "primary")
        self._close.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(self._close)
        return row

    def _own(self, follow_up: FollowUp) -> list[tuple[str, str]]:
        set_on = times.full_time(follow_up.due)
        return [
            (self.tr("Rule"), self.tr("None: you chose this time yourself.")),
            (self.tr("Due"), set_on),
            (self.tr("Set on"), times.short_time(times.here(follow_up.recorded_at))),
        ]

    def _since(self, follow_up: FollowUp, moves: Sequence[Move]) -> list[tuple[str, str]]:
        """Return what was done with the date since it was set."""
        rows = []
        for move in moves:
            there = {"before": times.full_time(move.before), "after": times.full_time(move.after)}
            words = self.tr("on {day} from {before} to {after}").format(
                day=times.short_time(times.here(move.at)), **there
            )
            why = self.tr("why: {why}").format(why=move.why) if move.why else ""
            rows.append((self.tr("Moved"), "\n".join(filter(None, (words, why)))))
        if follow_up.snoozed_until and follow_up.snoozed_until > follow_up.due.utc:
            rows.append((self.tr("Snoozed until"), times.short_time(times.here(follow_up.snoozed_until))))
        return rows
