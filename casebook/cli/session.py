"""What every command is given: which casebook, how to answer, and what time it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import click

from casebook import paths
from casebook.cli import output, unlocking
from casebook.guide import Guide
from casebook.journal import Journal
from casebook.journal.errors import CasebookError, NotFound
from casebook.journal.secrecy.keys import Key, is_encrypted
from casebook.journal.store.database import holds_casebook
from casebook.journal.times import Clock, HowKnown, Moment, moment, system_zone, utc_now

OpenWindow = Callable[[Path, Sequence[Path]], int]
OpenForm = Callable[[Path, str], int]
"""Opens the quick form on a case as it was typed."""


@dataclass(slots=True)
class Session:
    """One run of the command line. `json` says whether answers are JSON instead of lines for people."""

    open_window: OpenWindow
    clock: Clock = utc_now
    book: Path = field(default_factory=paths.default_casebook)
    json: bool = False
    passphrase_file: Path | None = None
    open_form: OpenForm | None = None

    @contextmanager
    def journal(self, *, create: bool = False) -> Iterator[Journal]:
        """Open the casebook for one command; with `create` make it first where the folder is new or empty.

        Raises NotFound, NotACasebook, TooNew, Locked, Damaged, DiskTrouble.
        """
        if create and not holds_casebook(self.book):
            if self.passphrase_file is not None:
                raise NotFound(
                    "there is no casebook in {folder} yet: 'casebook encrypt' makes an encrypted one", folder=self.book
                )
            journal = Journal.create(self.book, self.clock, keys=paths.keys())
            self.note(f"made a new casebook in {self.book}")
        else:
            journal = Journal.open(self.book, self.clock, self.key(), keys=paths.keys())
        with journal:
            before = journal.ledger.head_number()
            yield journal
            if journal.ledger.head_number() != before:
                self._keep_calendar(journal)
            if journal.read_only is not None:
                self.note(str(journal.read_only))
            if stopped := journal.purge.unfinished():
                when = output.instant(stopped.at, self.zone())
                self.note(f"a purge of {when} was stopped: backups and logs may still hold it; purge once more")

    def _keep_calendar(self, journal: Journal) -> None:
        """Bring the calendar file up to date, where one is kept; what was recorded stays recorded if that fails."""
        if journal.preferences.get().calendar_file:
            from casebook.dossier import calendar_file

            try:
                calendar_file.keep(journal)
            except (CasebookError, OSError) as error:
                self.note(f"the calendar file is not up to date: {error}")

    def key(self, folder: Path | None = None) -> Key | None:
        """Return the key of the casebook (or of a backup in `folder`), None where it is plain. Raises Locked."""
        where = folder or self.book
        return unlocking.unlock(where, self.passphrase_file) if is_encrypted(where) else None

    def guide(self) -> Guide:
        """Return the guide that comes with the program."""
        return Guide.load(paths.resources() / "guides")

    def zone(self) -> str:
        """Return the IANA name of this computer's zone."""
        return system_zone()

    def now(self) -> Moment:
        """Return the present, as this computer's clock shows it."""
        return moment(self.clock(), self.zone(), known=HowKnown.DEVICE_CLOCK)

    def answer(self, value: object, lines: Sequence[str]) -> None:
        """Print the answer of a command and flush it: from then on a write counts as acknowledged."""
        output.write([output.as_json(value)] if self.json else lines)

    def note(self, text: str) -> None:
        """Say something worth knowing that is no error, on stderr."""
        self.say(f"note: {text}")

    def say(self, text: str) -> None:
        """Say something in one line on stderr."""
        click.echo(f"casebook: {output.one_line(text)}", err=True)


pass_session = click.make_pass_decorator(Session)


def _answer_in_json(context: click.Context, _parameter: click.Parameter, value: bool) -> bool:
    session = context.find_object(Session)
    if value and session:
        session.json = True
    return value


class Command(click.Command):
    """A command that understands `--json` after its name, as all of them do."""

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        wanted = click.Option(
            ["--json"],
            is_flag=True,
            expose_value=False,
            callback=_answer_in_json,
            help="Answer in JSON instead of lines.",
        )
        self.params.append(wanted)


class Group(click.Group):
    """A group of such commands."""

    command_class = Command
    group_class = type

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the named command; an unknown name is refused with the nearest known one. Raises UsageError."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), 1)
            hint = f": did you mean '{near[0]}'?" if near else ""
            raise click.UsageError(f"there is no command '{args[0]}'{hint}", ctx) from error
