"""The second page of a case's dialog: what the reader of its dossier asks for beyond the story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from casebook.gui import theme
from casebook.gui.widgets.composing.contact_choice import contact_choice
from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.gui.widgets.parts import caption, plain_label, text_area
from casebook.journal.records import Case, Contact
from casebook.journal.times import Moment

_LINES = ("body", "representative", "client_reference", "proceedings", "insolvency")


class CaseDossierPage(QWidget):
    """Fields for the front page of the dossier. What stays empty is printed as not recorded."""

    def __init__(self, case: Case, contacts: Sequence[Contact], now: Moment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, theme.M, 0, 0)
        self._form.setHorizontalSpacing(theme.L)
        self._form.setVerticalSpacing(theme.S)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.addRow(
            plain_label(
                self.tr("For the front page of the dossier; what stays empty is printed as not recorded."), kind="muted"
            )
        )
        self.body, self.representative, self.client_reference = QLineEdit(), QLineEdit(), QLineEdit()
        self.proceedings, self.insolvency = QLineEdit(), QLineEdit()
        self._row(self.tr("For which body"), self.body, self.tr("Such as: an ombudsman, a bank, a court"))
        said = self.tr("Name and authority, or: none")
        self._row(self.tr("Who acts for you"), self.representative, said)
        self._row(self.tr("Your reference"), self.client_reference)
        said = self.tr("Court, police, arbitration with reference, or: none")
        self._row(self.tr("Other proceedings"), self.proceedings, said)
        self._row(self.tr("Insolvency"), self.insolvency, self.tr("What is known, or: none known"))
        self.deadline = MomentEdit(now, optional=True)
        self._row(self.tr("Next deadline"), self.deadline)
        self.deadline_source = text_area(2, self.tr("Where that deadline stands written"))
        self._row(self.tr("Its source"), self.deadline_source)
        self.final = contact_choice(contacts, self.tr("None so far"))
        self._row(self.tr("Final position"), self.final)
        self.final.setToolTip(self.tr("The contact in which the firm gave its final answer"))
        self._show(case)

    def fields(self) -> dict[str, Any]:
        """Return the journal's fields. Raises BadInput for a time zone that does not exist."""
        return {
            **{name: getattr(self, name).text().strip() for name in _LINES},
            "deadline": self.deadline.moment(),
            "deadline_source": self.deadline_source.toPlainText().strip(),
            "final_contact_id": self.final.currentData() or None,
        }

    def _row(self, label: str, field: QWidget, placeholder: str = "") -> None:
        field.setAccessibleName(label)
        if isinstance(field, QLineEdit):
            field.setPlaceholderText(placeholder)
        self._form.addRow(caption(label, field), field)

    def _show(self, case: Case) -> None:
        for name in _LINES:
            getattr(self, name).setText(getattr(case, name))
        self.deadline.set_moment(case.deadline)
        self.deadline_source.setPlainText(case.deadline_source)
        self.final.setCurrentIndex(max(0, self.final.findData(case.final_contact_id)))
