"""`casebook propose`: what a message seems to name, to be taken over or waved away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from casebook.cli import output
from casebook.cli.options import RECORD_NUMBER
from casebook.cli.session import Command, Session, pass_session
from casebook.journal.errors import BadInput

if TYPE_CHECKING:
    from casebook.mail.filing.proposals.kinds import Proposal


@click.command("propose", cls=Command)
@click.argument("contact", type=RECORD_NUMBER)
@click.option("--accept", "taken", multiple=True, type=RECORD_NUMBER, metavar="N", help="Record this one in the case.")
@click.option("--accept-sure", is_flag=True, help="Record all those whose form leaves no doubt.")
@click.option("--pass-over", "waved", multiple=True, type=RECORD_NUMBER, metavar="N", help="Do not offer it again.")
@pass_session
def propose(
    session: Session, *, contact: int, taken: tuple[int, ...], accept_sure: bool, waved: tuple[int, ...]
) -> None:
    """List what a contact's words seem to name: ticket numbers, orders, TxIDs, addresses, promises, requests.

    Nothing of it is recorded unless you say so; the numbers are those of this list.
    """
    from casebook.mail.filing.proposals import offers

    with session.journal() as journal:
        found = offers.offers(journal, contact)
        for number in (*taken, *waved):
            if number > len(found):
                raise BadInput("there is no proposal {number}: see 'casebook propose'", number=number)
        accepted = [each for place, each in enumerate(found, 1) if place in taken or (accept_sure and each.sure)]
        with journal.transaction():
            if accepted:
                offers.accept(journal, contact, accepted)
            journal.passed_over.add(contact, [offers.key(found[place - 1]) for place in waved])
        left = offers.offers(journal, contact) if accepted or waved else found
        rows = [_row(place, each) for place, each in enumerate(left, 1)]
        done = [f"recorded {each.kind} {_value(each)}" for each in accepted]
        done += [f"will not offer {found[place - 1].kind} {_value(found[place - 1])} again" for place in waved]
        session.answer(
            [_shape(place, each) for place, each in enumerate(left, 1)],
            [*done, *output.table(rows, empty="this contact names nothing that the case does not know")],
        )


def _row(place: int, proposal: Proposal) -> tuple[str, ...]:
    sure = "sure" if proposal.sure else "maybe"
    due = f"by {output.time(proposal.due)}" if proposal.due else ""
    return str(place), str(proposal.kind), sure, _value(proposal), due or proposal.network, proposal.words


def _value(proposal: Proposal) -> str:
    parts = (proposal.value, proposal.asset, f"#{proposal.agent_id}" if proposal.agent_id else "")
    return output.one_line(" ".join(filter(None, parts)), 80)


def _shape(place: int, proposal: Proposal) -> dict[str, object]:
    return {
        "number": place,
        "kind": str(proposal.kind),
        "value": proposal.value,
        "sure": proposal.sure,
        "network": proposal.network,
        "asset": proposal.asset,
        "agent_id": proposal.agent_id,
        "due_at": proposal.due.rfc3339 if proposal.due else None,
        "words": proposal.words,
    }
