"""What a message seems to name, in words short enough for a button and long enough for a tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from casebook.gui import texts

if TYPE_CHECKING:
    from casebook.mail.filing.proposals.kinds import Proposal, ProposalKind

_LONGEST, _LONGEST_IDENTIFIER = 44, 28


def caption(kind: ProposalKind) -> str:
    """Return what a thing of this kind is called."""
    from casebook.mail.filing.proposals.kinds import ProposalKind

    return {
        ProposalKind.TICKET: QCoreApplication.translate("found_words", "ticket"),
        ProposalKind.ORDER: QCoreApplication.translate("found_words", "order"),
        ProposalKind.TXID: QCoreApplication.translate("found_words", "TxID"),
        ProposalKind.ADDRESS: QCoreApplication.translate("found_words", "address"),
        ProposalKind.AMOUNT: QCoreApplication.translate("found_words", "amount"),
        ProposalKind.AGENT: QCoreApplication.translate("found_words", "agent"),
        ProposalKind.PROMISE: QCoreApplication.translate("found_words", "promise"),
        ProposalKind.REQUEST: QCoreApplication.translate("found_words", "asked for"),
    }[kind]


def short(proposal: Proposal) -> str:
    """Return kind and value on one line, shortened in the middle where it is an identifier, else at the end."""
    from casebook.mail.filing.proposals.kinds import ProposalKind

    value = whole(proposal)
    identifier = proposal.kind in {ProposalKind.TXID, ProposalKind.ADDRESS}
    if len(value) > (_LONGEST_IDENTIFIER if identifier else _LONGEST):
        value = f"{value[:14]}…{value[-10:]}" if identifier else f"{value[: _LONGEST - 1].rstrip()}…"
    due = texts.short_time(proposal.due.local) if proposal.due else ""
    by = QCoreApplication.translate("found_words", "by {time}").format(time=due) if due else ""
    return texts.joined(f"{caption(proposal.kind)} {value}", by)


def whole(proposal: Proposal) -> str:
    """Return the value in full, on one line."""
    number = f"#{proposal.agent_id}" if proposal.agent_id else ""
    return " ".join(" ".join((proposal.value, proposal.asset, number)).split())


def why(proposal: Proposal) -> str:
    """Return what a tip says: the value in full, how sure it is, and the line it stands in."""
    from casebook.mail.filing.proposals.kinds import ProposalKind

    sure = QCoreApplication.translate("found_words", "its form leaves no doubt")
    if proposal.kind is ProposalKind.ADDRESS and proposal.network:
        template = QCoreApplication.translate("found_words", "its checksum is right for {network}")
        sure = template.format(network=proposal.network)
        if not proposal.sure:
            sure = QCoreApplication.translate("found_words", "it carries no checksum: compare every letter")
    elif not proposal.sure:
        sure = QCoreApplication.translate("found_words", "a guess from the words around it")
    return "\n".join(filter(None, (whole(proposal), sure, f"“{proposal.words}”" if proposal.words else "")))
