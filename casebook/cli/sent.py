"""`casebook sent`: the user has sent a message; it becomes a contact, and the next clock is set."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from casebook.cli import output, shapes
from casebook.cli.draft import kept_letter
from casebook.cli.message_options import about_options, wanted
from casebook.cli.options import choice, stated_time, time_options, words
from casebook.cli.session import Command, Session, pass_session
from casebook.journal.errors import BadInput
from casebook.journal.terms import LetterKind


@click.command(cls=Command)
@click.argument("case")
@click.option("--kind", type=choice(LetterKind), help="What it was for. Left out: what --answers asks for.")
@about_options("--answers")
@time_options("it was sent")
@click.option("--subject", help="The subject as it was sent. Left out: that of the kept message.")
@click.option("--text", help="The words as they were sent; - reads standard input. Left out: those kept.")
@click.option("--platform", default="", help="Which one, on social media.")
@click.option("--no-follow-up", is_flag=True, help="Set no follow-up for it.")
@pass_session
def sent(
    session: Session, /, case: str, kind: str | None, subject: str | None, text: str | None, **options: Any
) -> None:
    """Log a message as sent: its words, recipient and attachments, and when to ask again.

    What it answers is marked: the follow-up it came from, what support asked for. The words are those of --text, else
    the message kept with 'casebook draft --keep'.
    """
    from casebook.dossier.messages import sent as sending

    stamp = {name: options.pop(name) for name in ("about", "date_only", "known")}
    happened = stated_time(session, options.pop("at"), options.pop("zone"), **stamp)
    with session.journal() as journal:
        found = wanted(session, journal, case, kind, options)
        message = found.message
        kept = kept_letter(journal, found.case_id, message)
        if kept is not None and text is None:
            message = replace(message, subject=kept.subject, text=kept.text)
            if options["recipient"] is None:
                message = replace(message, recipient=kept.recipient)
            if not options["exhibits"] and not options["no_exhibits"]:
                message = replace(message, exhibits=kept.exhibits)
        elif text is None:
            raise BadInput(
                "no such message is kept: give its words with --text, or keep it with 'casebook draft --keep'"
            )
        else:
            message = replace(message, text=words(text))
        if subject is not None:
            message = replace(message, subject=subject)
        made = sending.log(
            journal,
            session.guide(),
            found.case_id,
            message,
            happened,
            zone=session.zone(),
            language=options["lang"],
            platform=options["platform"],
            ask_again=not options["no_follow_up"],
            letter_id=kept.id if kept else None,
        )
        contact = journal.contacts.get(made.contact_id)
        following = journal.follow_ups.get(made.next) if made.next else None
        shape = shapes.contact(contact) | {
            "follow_up": shapes.follow_up(following) if following else None,
            "answered": list(made.answered),
            "supplied": list(made.supplied),
        }
        lines = [
            f"logged contact {contact.id} in C-{found.case_id}: {contact.channel} out, {output.time(contact.happened)}"
        ]
        lines += [f"done: follow-up {number}" for number in made.answered]
        lines += [f"supplied: request {number}" for number in made.supplied]
        if following:
            lines.append(
                f"follow-up {following.id}, due {output.time(following.due)}: {output.one_line(following.reason, 80)}"
            )
        session.answer(shape, lines)
