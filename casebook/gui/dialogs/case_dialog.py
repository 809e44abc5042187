"""The dialog of a case: with whom, about what, how much, what went wrong and what would put it right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.dialogs.case_dossier_page import CaseDossierPage
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.composing.moment_edit import MomentEdit
from casebook.gui.widgets.found_list import FoundList
from casebook.gui.widgets.parts import plain_label, quiet_button, side_by_side, text_area
from casebook.journal.kinds.cases import tag_lines
from casebook.journal.records import Account, Case, Contact, Firm
from casebook.journal.terms import Category, FirmKind
from casebook.journal.times import Moment

if TYPE_CHECKING:
    from casebook.mail.filing.proposals.kinds import Proposal

ASSETS = ("USDT", "USDC", "BTC", "ETH", "USD", "EUR", "GBP", "CNY", "HKD", "SGD")
"""Offered, not demanded: any other word can be typed."""

NETWORKS = ("TRC20", "ERC20", "BEP20", "Bitcoin", "Ethereum", "Solana", "Polygon", "Arbitrum")


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """What the dialog holds. `firm_id` is None for a firm not known yet: then its name, kind and country count."""

    firm_id: int | None
    firm_name: str
    firm_kind: FirmKind
    firm_country: str
    title: str
    account_id: int | None
    category: Category
    amount: str
    asset: str
    network: str
    claim: str
    remedy: str
    problem: Moment | None
    seen_on: str = ""
    steps: str = ""
    tags: tuple[str, ...] = ()
    further: Mapping[str, Any] = field(default_factory=dict)
    """What only a dossier asks for; empty for a new case."""


class CaseDialog(FormDialog):
    """Makes a case, or edits one. A firm's name that is not known yet makes a new firm together with the case."""

    account_requested = Signal(int)
    """Wish for a new account at the firm with this id; answer with `add_account`."""

    def __init__(
        self,
        firms: Sequence[Firm],
        accounts: Sequence[Account],
        now: Moment,
        *,
        case: Case | None = None,
        contacts: Sequence[Contact] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.set_width(660)
        self.dossier = CaseDossierPage(case, contacts, now) if case else None
        heading = self.tr("New case") if case is None else self.tr("Edit {number}").format(number=case.number)
        self.setWindowTitle(heading)
        self.save_button.setText(self.tr("Create case") if case is None else self.tr("Save"))
        self._firms = list(firms)
        self._accounts = list(accounts)
        self.found: FoundList | None = None
        self._make_firm_row()
        self._make_account_row()
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("In a few words, such as: withdrawal on hold"))
        self.title.setMaxLength(200)
        self.add_row(self.tr("Title"), self.title)
        self.category = QComboBox()
        for category in Category:
            self.category.addItem(texts.label(category), category.value)
        self.category.setCurrentIndex(self.category.findData(Category.OTHER.value))
        self.add_row(self.tr("Kind of problem"), self.category)
        self._make_amount_row()
        self.problem = MomentEdit(now, optional=True)
        self.add_row(self.tr("When it happened"), self.problem)
        self.seen_on = QLineEdit()
        self.seen_on.setPlaceholderText(self.tr("Web or app, which device, which version"))
        self.add_row(self.tr("Where you saw it"), self.seen_on)
        self.claim = text_area(3, self.tr("The facts, as you would tell a stranger"))
        self.add_row(self.tr("What went wrong"), self.claim)
        self.steps = text_area(2, self.tr("Step by step: what you did, what you tried"))
        self.add_row(self.tr("What you did"), self.steps)
        self.remedy = text_area(2, self.tr("Such as: release 1,250 USDT to my address"))
        self.add_row(self.tr("What would put it right"), self.remedy)
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(self.tr("Such as: vip, tax; with commas between them"))
        self.add_row(self.tr("Tags"), self.tags)
        if case is not None:
            self._show(case)
            self._make_pages()
        self._on_firm()
        self.firm.setFocus() if case is None else self.title.setFocus()

    def draft(self) -> CaseDraft:
        """Return what is in the fields. Raises BadInput for a time zone that does not exist."""
        firm = self._known_firm()
        return CaseDraft(
            firm_id=firm.id if firm else None,
            firm_name=self.firm.currentText().strip(),
            firm_kind=FirmKind(self.firm_kind.currentData()),
            firm_country=self.firm_country.text().strip(),
            title=self.title.text().strip(),
            account_id=self.account.currentData() or None,
            category=Category(self.category.currentData()),
            amount=self.amount.text().strip(),
            asset=self.asset.currentText().strip(),
            network=self.network.currentText().strip(),
            claim=self.claim.toPlainText().strip(),
            remedy=self.remedy.toPlainText().strip(),
            problem=self.problem.moment(),
            seen_on=self.seen_on.text().strip(),
            steps=self.steps.toPlainText().strip(),
            tags=tuple((tag_lines(self.tags.text().split(",")) or "").split("\n")) if self.tags.text().strip() else (),
            further=self.dossier.fields() if self.dossier else {},
        )

    def fault(self) -> tuple[str, QWidget | None] | None:
        """A case needs a firm and a title."""
        if not self.firm.currentText().strip():
            return self.tr("With whom is the case? Type the name of the firm."), self.firm
        if not self.title.text().strip():
            return self.tr("Give the case a title: a few words on what went wrong."), self.title
        return None

    def propose(self, *, title: str = "", firm_id: int | None = None, firm_name: str = "") -> None:
        """Fill in what is known beforehand, from a mail for instance."""
        self.title.setText(title)
        known = next((firm for firm in self._firms if firm.id == firm_id), None)
        self.firm.setCurrentText(known.name if known else firm_name)

    def propose_more(
        self,
        *,
        account_id: int | None,
        began: Moment | None,
        amount: str,
        asset: str,
        found: Sequence[tuple[int, Proposal]],
    ) -> None:
        """Fill in what mails tell of a new case; what they name beyond doubt is ticked to be recorded with it."""
        self.account.setCurrentIndex(max(0, self.account.findData(account_id or 0)))
        self.problem.set_moment(began)
        self.amount.setText(amount)
        self.asset.setCurrentText(asset)
        if found:
            self.found = FoundList(found)
            self.form.insertRow(self.form.rowCount() - 3, self.tr("Named in the mails"), self.found)

    def chosen_found(self) -> list[tuple[int, Proposal]]:
        """Return what is ticked of the things that the mails name, each with its mail."""
        return self.found.chosen() if self.found else []

    def add_account(self, account: Account) -> None:
        """Offer an account that was made in the meantime, and choose it."""
        self._accounts.append(account)
        self._on_firm()
        self.account.setCurrentIndex(self.account.findData(account.id))

    def _make_pages(self) -> None:
        """Put the fields on the first of two pages; the second is for the dossier."""
        assert self.dossier is not None
        self.pages, story = QTabWidget(), QWidget()
        self.pages.setDocumentMode(True)
        self.pages.tabBar().setDrawBase(False)
        self._layout.removeItem(self.form)
        self.form.setParent(None)
        story.setLayout(self.form)
        self.form.setContentsMargins(0, theme.M, 0, 0)
        self.pages.addTab(story, self.tr("What happened"))
        self.pages.addTab(self.dossier, self.tr("For the dossier"))
        self._layout.insertWidget(0, self.pages)

    def _make_firm_row(self) -> None:
        self.firm = QComboBox()
        self.firm.setEditable(True)
        self.firm.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.firm.addItems([firm.name for firm in self._firms])
        self.firm.setCurrentText("")
        if line := self.firm.lineEdit():
            line.setPlaceholderText(self.tr("Exchange, broker, bank…"))
            line.setAccessibleName(self.tr("Firm"))
        self.add_row(self.tr("Firm"), self.firm)
        self.firm_kind = QComboBox()
        for kind in FirmKind:
            self.firm_kind.addItem(texts.label(kind), kind.value)
        self.firm_kind.setAccessibleName(self.tr("Kind of firm"))
        self.firm_kind.setToolTip(self.tr("Kind of firm"))
        self.firm_country = QLineEdit()
        self.firm_country.setMaxLength(2)
        self.firm_country.setPlaceholderText(self.tr("Country, e.g. SG"))
        self.firm_country.setAccessibleName(self.tr("Country of the firm"))
        self.firm_country.setToolTip(self.tr("Two letters, such as SG or GB: its public holidays do not count"))
        self._new_firm = QWidget()
        column = QVBoxLayout(self._new_firm)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addWidget(side_by_side(self.firm_kind, self.firm_country))
        column.addWidget(plain_label(self.tr("This firm is new: it is added together with the case."), kind="caption"))
        self.form.addRow("", self._new_firm)
        self.firm.currentTextChanged.connect(self._on_firm)

    def _make_account_row(self) -> None:
        self.account = QComboBox()
        self._add_account = quiet_button(
            self.tr("New account…"), self.tr("Note your account at this firm"), self._wish_account
        )
        self.add_row(self.tr("Your account"), side_by_side(self.account, self._add_account))
        self.account.setAccessibleName(self.tr("Your account"))

    def _make_amount_row(self) -> None:
        self.amount = QLineEdit()
        self.amount.setPlaceholderText("1250.50")
        self.amount.setAccessibleName(self.tr("Amount"))
        self.asset, self.network = _typed(ASSETS), _typed(NETWORKS)
        for box, name, short in (
            (self.asset, self.tr("Currency or coin"), self.tr("Coin")),
            (self.network, self.tr("Network"), self.tr("Network")),
        ):
            box.setToolTip(name)
            box.setAccessibleName(name)
            if line := box.lineEdit():
                line.setPlaceholderText(short)
                line.setAccessibleName(name)
        self.add_row(self.tr("Amount"), side_by_side(self.amount, self.asset, self.network))

    def _show(self, case: Case) -> None:
        firm = next((firm for firm in self._firms if firm.id == case.firm_id), None)
        self.firm.setCurrentText(firm.name if firm else "")
        self._on_firm()
        self.account.setCurrentIndex(max(0, self.account.findData(case.account_id)))
        self.title.setText(case.title)
        self.category.setCurrentIndex(self.category.findData(case.category.value))
        self.amount.setText(case.amount)
        self.asset.setCurrentText(case.asset)
        self.network.setCurrentText(case.network)
        self.claim.setPlainText(case.claim)
        self.remedy.setPlainText(case.remedy)
        self.problem.set_moment(case.problem)
        self.seen_on.setText(case.seen_on)
        self.steps.setPlainText(case.steps)
        self.tags.setText(", ".join(case.tags))

    def _known_firm(self) -> Firm | None:
        name = self.firm.currentText().strip().casefold()
        return next((firm for firm in self._firms if firm.name.casefold() == name), None)

    def _on_firm(self) -> None:
        """Fit the rows below to the firm: its accounts, or what a new one needs."""
        firm = self._known_firm()
        self._new_firm.setVisible(firm is None and bool(self.firm.currentText().strip()))
        self._add_account.setEnabled(firm is not None)
        before = self.account.currentData()
        self.account.clear()
        self.account.addItem(self.tr("Not given"), 0)
        for account in self._accounts:
            if firm is not None and account.firm_id == firm.id:
                self.account.addItem(account_words(account), account.id)
        # A new case is with the only account there is: without it every letter and checklist would lack it.
        only = 1 if self.dossier is None and self.account.count() == 2 else 0
        self.account.setCurrentIndex(max(only, self.account.findData(before)))

    def _wish_account(self) -> None:
        if firm := self._known_firm():
            self.account_requested.emit(firm.id)


def account_words(account: Account) -> str:
    """Return what an account is known by, in one line."""
    uid = QCoreApplication.translate("case_dialog", "UID {uid}").format(uid=account.uid) if account.uid else ""
    return texts.joined(uid, account.user_name, account.email) or f"#{account.id}"


def _typed(values: Sequence[str]) -> QComboBox:
    """Return a combo box that offers values and takes any other."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(list(values))
    box.setCurrentText("")
    box.setMinimumContentsLength(len("Arbitrum"))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
