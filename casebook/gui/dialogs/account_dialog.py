"""The dialog of an account: how the firm knows the user, and from which addresses the user writes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from casebook.gui.dialogs.form import FormDialog
from casebook.gui.widgets.parts import plain_label, side_by_side, text_area
from casebook.journal.records import Account


@dataclass(frozen=True, slots=True)
class AccountDraft:
    """What the dialog holds; the names are those of the journal's fields."""

    holder: str
    uid: str
    user_name: str
    email: str
    aliases: tuple[str, ...]
    phone: str
    vip_tier: str
    vip_tier_on: str
    registered_on: str
    usual_ips: str
    callback: str
    note: str


class AccountDialog(FormDialog):
    """Makes an account at a firm, or edits one. Nothing in it is required but something."""

    def __init__(self, firm: str, *, account: Account | None = None, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_width(600)
        self.setWindowTitle(self.tr("Your account at {firm}").format(firm=firm))
        self.save_button.setText(self.tr("Add account") if account is None else self.tr("Save"))
        self.add_wide(
            plain_label(
                self.tr(
                    "Your own mail addresses decide the direction of imported mail: what comes from one of them was "
                    "sent by you, everything else was received."
                ),
                kind="muted",
            )
        )
        self.uid, self.user_name, self.email = QLineEdit(), QLineEdit(), QLineEdit()
        self.phone, self.vip_tier, self.vip_tier_on = QLineEdit(), QLineEdit(), QLineEdit()
        self.holder, self.aliases = text_area(2), text_area(2)
        self.note = text_area(2)
        self.add_row(
            self.tr("Name and address"),
            self.holder,
            self.tr("As the firm has them; they stand on the dossier's front page."),
        )
        self.add_row(self.tr("UID"), self.uid)
        self.add_row(self.tr("User name"), self.user_name)
        self.email.setPlaceholderText("name@example.org")
        self.add_row(self.tr("Registered mail address"), self.email)
        self.add_row(
            self.tr("Other addresses"), self.aliases, self.tr("Every other address you write from, one on each line.")
        )
        self.add_row(self.tr("Bound phone"), self.phone)
        self.callback, self.registered_on, self.usual_ips = QLineEdit(), QLineEdit(), QLineEdit()
        self.callback.setPlaceholderText(self.tr("Number and hours, where they can reach you"))
        self.add_row(self.tr("To call you back"), self.callback)
        self.registered_on.setPlaceholderText("2024-03-01")
        self.registered_on.setToolTip(
            self.tr("The day on which you opened the account: asked for when it was taken over")
        )
        self.usual_ips.setPlaceholderText(self.tr("From which IP addresses you usually log in"))
        self.add_row(self.tr("Opened on"), self.registered_on)
        self.add_row(self.tr("Usual IP addresses"), self.usual_ips)
        self.vip_tier_on.setPlaceholderText(self.tr("seen on, e.g. 2026-11-20"))
        self.vip_tier_on.setAccessibleName(self.tr("VIP tier seen on"))
        self.vip_tier_on.setToolTip(self.tr("The day on which you had this tier; left out: today"))
        self.add_row(self.tr("VIP tier"), side_by_side(self.vip_tier, self.vip_tier_on))
        self.vip_tier.setAccessibleName(self.tr("VIP tier"))
        self.add_row(self.tr("Note"), self.note)
        if account is not None:
            self._show(account)
        self.uid.setFocus()

    def draft(self) -> AccountDraft:
        """Return what is in the fields."""
        aliases = (part.strip() for part in re.split(r"[\s,;，；]+", self.aliases.toPlainText()))
        return AccountDraft(
            holder=self.holder.toPlainText().strip(),
            uid=self.uid.text().strip(),
            user_name=self.user_name.text().strip(),
            email=self.email.text().strip(),
            aliases=tuple(part for part in aliases if part),
            phone=self.phone.text().strip(),
            vip_tier=self.vip_tier.text().strip(),
            vip_tier_on=self.vip_tier_on.text().strip(),
            registered_on=self.registered_on.text().strip(),
            usual_ips=self.usual_ips.text().strip(),
            callback=self.callback.text().strip(),
            note=self.note.toPlainText().strip(),
        )

    def fault(self) -> tuple[str, QWidget | None] | None:
        """An account by which nobody could know it is none."""
        draft = self.draft()
        if not any((draft.uid, draft.user_name, draft.email, draft.aliases, draft.phone)):
            return self.tr("Fill in at least one thing by which the firm knows you."), self.uid
        return None

    def _show(self, account: Account) -> None:
        self.holder.setPlainText(account.holder)
        self.uid.setText(account.uid)
        self.user_name.setText(account.user_name)
        self.email.setText(account.email)
        self.aliases.setPlainText("\n".join(account.aliases))
        self.phone.setText(account.phone)
        self.vip_tier.setText(account.vip_tier)
        self.vip_tier_on.setText(account.vip_tier_on)
        self.registered_on.setText(account.registered_on)
        self.usual_ips.setText(account.usual_ips)
        self.callback.setText(account.callback)
        self.note.setPlainText(account.note)
