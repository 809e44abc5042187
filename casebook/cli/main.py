"""The command line as a whole: arguments in, exit code out, and every failure in one line."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from casebook import __version__, paths
from casebook.cli.advice import next_step, resend_check, show_ladder, where
from casebook.cli.backup import backup, backup_rules, restore
from casebook.cli.bin import bin_
from casebook.cli.calendar import calendar
from casebook.cli.case import case, contact
from casebook.cli.case_bulk import view
from casebook.cli.channel import channel
from casebook.cli.chats import chat
from casebook.cli.data import dump, load
from casebook.cli.deadline import deadline
from casebook.cli.demo import demo
from casebook.cli.details import contact_details
from casebook.cli.doctor import doctor
from casebook.cli.draft import draft
from casebook.cli.export import export, verify
from casebook.cli.exports import exports
from casebook.cli.firm import account, firm
from casebook.cli.follow_up import due, explain, follow_up
from casebook.cli.gaps import gaps
from casebook.cli.help_search import help_search
from casebook.cli.history import history
from casebook.cli.inbox import inbox
from casebook.cli.log import amend, log
from casebook.cli.look import look
from casebook.cli.mail import import_mail
from casebook.cli.mail_out import mail
from casebook.cli.mailbox import mailbox
from casebook.cli.mark import check_exhibit, mark, show_exhibit
from casebook.cli.output import one_line
from casebook.cli.preferences import preferences
from casebook.cli.promise import promise
from casebook.cli.propose import propose
from casebook.cli.protection import decrypt, encrypt, passphrase
from casebook.cli.purge import purge
from casebook.cli.quote import quote
from casebook.cli.ready import name_files, ready, subject, tick
from casebook.cli.redact import redact, redactions, unredact
from casebook.cli.reference import exhibit, reference, ticket
from casebook.cli.remind import autostart, remind, reminders
from casebook.cli.request import request
from casebook.cli.rule import rule
from casebook.cli.search import search
from casebook.cli.sender import anti_phishing, dkim, official, who
from casebook.cli.sent import sent
from casebook.cli.session import Group, OpenForm, OpenWindow, Session
from casebook.cli.session_commands import session_
from casebook.cli.stamp import stamp
from casebook.cli.template import template
from casebook.cli.transfer import loss, transfer
from casebook.cli.undo import undo
from casebook.cli.watch import watch
from casebook.journal.errors import CasebookError
from casebook.journal.secrecy import discreet
from casebook.journal.times import Clock, utc_now

OK, REFUSED, USAGE = 0, 1, 2


def run(
    argv: Sequence[str], *, open_window: OpenWindow, open_form: OpenForm | None = None, clock: Clock = utc_now
) -> int:
    """Run one command and return its exit code: 0 ok, 1 refused or not found, 2 usage. Without one, open the window.

    Whatever goes wrong is one line on stderr that begins with `casebook:`.
    """
    _speak_any_script()
    try:
        code = main.main(
            list(argv), "casebook", standalone_mode=False, obj=Session(open_window, clock, open_form=open_form)
        )
    except click.exceptions.Exit as error:
        return error.exit_code
    except SystemExit as error:  # click's own way out of a broken pipe
        return error.code if isinstance(error.code, int) else REFUSED
    except BaseException as error:  # the last door: a person gets one line
        return _refused(error)
    return code if isinstance(code, int) else OK


@click.group(cls=Group, invoke_without_command=True)
@click.option("--book", type=click.Path(path_type=Path), metavar="DIR", help="The casebook's folder.")
@click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The passphrase of an encrypted casebook, in a file.",
)
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON instead of lines.")
@click.version_option(__version__, message="casebook %(version)s")
@click.pass_context
def main(context: click.Context, book: Path | None, passphrase_file: Path | None, as_json: bool) -> int:
    """Casebook: a private journal for a dispute with an exchange or broker.

    Without a command it opens the window. The casebook is --book DIR, else $CASEBOOK_DIR, else a folder among the
    user's data. CASE is a local number: C-12 or 12. The passphrase of an encrypted casebook is taken from
    --passphrase-file, from $CASEBOOK_PASSPHRASE, from this computer's keyring, or asked for.
    """
    session: Session = context.obj
    session.json = as_json
    session.passphrase_file = passphrase_file
    if book is not None:
        session.book = book
    if context.invoked_subcommand is None:
        return session.open_window(session.book, [])
    return OK


for command in (
    firm, account, case, view, contact, log, amend, ticket, reference, exhibit, transfer, loss,
    promise, request, quote, follow_up, due, explain, deadline, rule,
    look, import_mail, chat, inbox, mail, propose,
    search, history, undo, gaps, draft, sent, template, export, exports, verify, stamp, demo, doctor,
    encrypt, decrypt, passphrase,
    backup, backup_rules, restore, preferences,
    dump, load, bin_, purge,
    ready, tick, subject, name_files, help_search,
    next_step, resend_check, where, show_ladder, channel,
    official, anti_phishing, who, dkim, mailbox, watch,
    session_,
    calendar, remind, reminders, autostart,
):  # fmt: skip
    main.add_command(command)
contact.add_command(contact_details)
for command in (redact, unredact, redactions, mark, show_exhibit, check_exhibit):
    exhibit.add_command(command)


def _refused(error: BaseException) -> int:
    """Say in one line what went wrong and return the exit code; what is our own fault goes to the log as well."""
    if isinstance(error, OSError):
        _leave_output()
        if error.errno == errno.EPIPE:
            return OK
    message = _message(error)
    with contextlib.suppress(OSError):  # nobody may be listening; the exit code still says it
        click.echo(f"casebook: {one_line(message)}", err=True)
    return USAGE if isinstance(error, click.UsageError) else REFUSED


def _leave_output() -> None:
    # What is left in the buffer is not tried again at exit: older interpreters would turn that into exit code 120.
    with contextlib.suppress(OSError, ValueError):
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, sys.stdout.fileno())
        os.close(sink)


def _message(error: BaseException) -> str:
    if isinstance(error, click.ClickException):
        return _usage(error) if isinstance(error, click.UsageError) else error.format_message()
    if isinstance(error, CasebookError):
        return str(error)
    if isinstance(error, click.Abort | KeyboardInterrupt):
        return "stopped; what was reported as done is kept"
    if isinstance(error, UnicodeError):
        return "a value holds bytes that are no text: check the encoding of your terminal"
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error)
    return f"this is a fault of Casebook itself ({type(error).__name__}: {error}); {_logged(error)}"


def _usage(error: click.UsageError) -> str:
    """Return what is wrong with the arguments, and where to read more."""
    where = error.ctx.command_path if error.ctx else "casebook"
    if isinstance(error, click.exceptions.NoArgsIsHelpError) and error.ctx:
        known = ", ".join(error.ctx.command.to_info_dict(error.ctx).get("commands", ()))
        return f"'{where}' needs a command: {known}" if known else f"see '{where} --help'"
    return f"{error.format_message().rstrip('.')} (see '{where} --help')"


def _logged(error: BaseException) -> str:
    """Write the traceback to the log, and say where it is."""
    path = paths.logs() / "casebook.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{utc_now().isoformat()} {__version__}\n{discreet.trace(error)}\n")
    except OSError:
        return "the details could not be written to a log"
    return f"the details are in {path}"


def _speak_any_script() -> None:
    """Let Chinese text through whatever the terminal's encoding is; a character it cannot show becomes an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
