"""The journal: the one door to a casebook, for the window and for the command line alike."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from casebook.journal.backup.backups import Backups, make_before
from casebook.journal.calendar_rows import CalendarRows
from casebook.journal.core import Core, Noted
from casebook.journal.errors import CasebookError, NotACasebook, NotFound, ReadOnly
from casebook.journal.kinds.cases import Cases
from casebook.journal.kinds.chats import Chats
from casebook.journal.kinds.check_marks import CheckMarks
from casebook.journal.kinds.contacts import Contacts
from casebook.journal.kinds.deadlines import Deadlines
from casebook.journal.kinds.dkim import DkimChecks
from casebook.journal.kinds.drafts import Drafts
from casebook.journal.kinds.exhibits import Exhibits
from casebook.journal.kinds.exports import Answers, Exports, Redactions
from casebook.journal.kinds.firm_figures import FirmsFigures
from casebook.journal.kinds.firm_rules import FirmChannels, FirmRules
from casebook.journal.kinds.firms import Accounts, Firms
from casebook.journal.kinds.follow_ups import FollowUps
from casebook.journal.kinds.inbox import Inbox
from casebook.journal.kinds.known_by import KnownBy
from casebook.journal.kinds.letters import Letters, Templates
from casebook.journal.kinds.mail import Mails
from casebook.journal.kinds.mailboxes import Mailboxes
from casebook.journal.kinds.officials import Officials, PhishingCodes
from casebook.journal.kinds.passed_over import PassedOver
from casebook.journal.kinds.promises import Promises
from casebook.journal.kinds.quotes import Quotes
from casebook.journal.kinds.references import References, Tickets
from casebook.journal.kinds.requests import Requests
from casebook.journal.kinds.saved_views import SavedViews, Visits
from casebook.journal.kinds.search import Search
from casebook.journal.kinds.sessions import Sessions
from casebook.journal.kinds.transfers import Losses, Transfers
from casebook.journal.preferences import PreferencesRoom
from casebook.journal.progress import Progress
from casebook.journal.proof.audit import check_journal, check_tail
from casebook.journal.proof.audit_ledger import Claim
from casebook.journal.proof.checkpoints import Checkpoints
from casebook.journal.proof.elsewhere import Elsewhere
from casebook.journal.proof.history import History
from casebook.journal.proof.witness import forget
from casebook.journal.records import Verdict
from casebook.journal.removal.bin import Bin
from casebook.journal.removal.erasing import Rooms, with_plain_rooms
from casebook.journal.removal.purge import Purge
from casebook.journal.removal.steps import Steps
from casebook.journal.secrecy import convert
from casebook.journal.secrecy.keys import KEYS_NAME, Key
from casebook.journal.store import occupancy, places
from casebook.journal.store.database import disk_errors, holds_casebook, one, pending_log, rows
from casebook.journal.store.database_name import DATABASE_NAME
from casebook.journal.store.files import sync_folder
from casebook.journal.store.occupancy import LOCK_NAME, Occupancy
from casebook.journal.store.schema import create_file, inspect, upgrade
from casebook.journal.store.schema_steps import STEPS
from casebook.journal.store.seal import make_seal, seal_path
from casebook.journal.store.start_check import check_unclean, clear_stopped, naming_backup, refuse_lost
from casebook.journal.times import Clock, utc_now
from casebook.journal.transfer.case_archive import CaseArchives


class Journal:
    """An open casebook. Usable from several threads; each calls `release()` when its work is done."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        key: Key | None = None,
        read_only: CasebookError | None = None,
        keys: Path | None = None,
    ) -> None:
        self.folder = folder
        self.clock = clock
        self.key = key
        """The keys of an encrypted casebook; None for a plain one."""
        self.read_only = read_only
        """Why nothing may be written, in one sentence; None where all is as usual."""
        self._core = Core(folder / DATABASE_NAME, clock, key, read_only)
        self._lent = False
        self.ledger = self._core.ledger
        self.elsewhere = Elsewhere(self._core)
        self.checkpoints = Checkpoints(self._core, keys)
        self.history = History(self._core)
        self.search = Search(self._core)
        self.preferences = PreferencesRoom(self._core)
        self.firms = Firms(self._core)
        self.accounts = Accounts(self._core)
        self.cases = Cases(self._core)
        self.exhibits = Exhibits(self._core)
        self.tickets = Tickets(self._core)
        self.references = References(self._core)
        self.contacts = Contacts(self._core, self.exhibits, self.tickets)
        self.follow_ups = FollowUps(self._core)
        self.promises = Promises(self._core, self.follow_ups)
        self.requests = Requests(self._core, self.follow_ups)
        self.mail = Mails(self._core, self.contacts, self.exhibits)
        self.chats = Chats(self._core, self.contacts, self.exhibits, self.mail)
        self.inbox = Inbox(self._core, self.contacts, self.exhibits)
        self.known_by = KnownBy(self._core)
        self.mailboxes = Mailboxes(self._core)
        self.drafts = Drafts(self._core)
        self.passed_over = PassedOver(self._core)
        self.transfers = Transfers(self._core)
        self.losses = Losses(self._core)
        self.redactions = Redactions(self._core)
        self.exports = Exports(self._core)
        self.answers = Answers(self._core)
        self.officials = Officials(self._core)
        self.phishing_codes = PhishingCodes(self._core)
        self.dkim = DkimChecks(self._core)
        self._open_planning()
        rooms = self._rooms = self._told_rooms()
        self.purge = Purge(self._core, rooms, self._sweep)
        self.bin = Bin(self._core, rooms, self.preferences, self._sweep)
        self.steps = Steps(self._core, rooms, self.bin, self.contacts, self.inbox)
        self.backups = Backups(self._core, self.preferences, self.checkpoints.sign)
        self.archives = CaseArchives(self._core, rooms)

    def _open_planning(self) -> None:
        """Open the rooms that the guide works with."""
        self.firm_rules = FirmRules(self._core)
        self.firm_channels = FirmChannels(self._core)
        self.firm_figures = FirmsFigures(self._core)
        self.deadlines = Deadlines(self._core)
        self.check_marks = CheckMarks(self._core)
        self.templates = Templates(self._core)
        self.letters = Letters(self._core)
        self.sessions = Sessions(self._core)
        self.quotes = Quotes(self._core)
        self.saved_views = SavedViews(self._core)
        self.visits = Visits(self._core)
        self.calendar_rows = CalendarRows(self._core, self.follow_ups)

    def _told_rooms(self) -> Rooms:
        """Return the rooms whose records the ledger tells of."""
        return with_plain_rooms(
            self._core,
            *(self.firms, self.accounts, self.cases, self.exhibits, self.tickets, self.references, self.contacts),
            *(self.promises, self.requests, self.follow_ups, self.mail, self.chats),
            *(self.transfers, self.losses, self.redactions, self.exports, self.answers),
            *(self.officials, self.phishing_codes, self.dkim),
            *(self.firm_rules, self.firm_channels, self.deadlines, self.check_marks, self.quotes),
        )

    @classmethod
    def create(
        cls, folder: Path, clock: Clock = utc_now, key: Key | None = None, *, keys: Path | None = None
    ) -> Journal:
        """Make a new, empty casebook in `folder` and open it; encrypted with `key`, whose file is there already.

        Raises NotACasebook when the folder holds anything else, BadPlace, Busy, DiskTrouble when it cannot be written.
        """
        places.refuse_network(folder)
        refuse_lost(folder)
        with disk_errors(folder):
            refuse_full(folder)
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # nobody else's business
            with occupancy.alone(folder):
                refuse_full(folder)  # of two programs that make one at the same time, the second finds it made
                create_file(folder / DATABASE_NAME, clock, key=key)
            sync_folder(folder)
        if keys is not None:
            forget(keys, folder)  # what was seen of an earlier casebook in this folder says nothing of the new one
        return cls.open(folder, clock, key, keys=keys)

    @classmethod
    def open(
        cls,
        folder: Path,
        clock: Clock = utc_now,
        key: Key | None = None,
        held: Occupancy | None = None,
        *,
        keys: Path | None = None,
    ) -> Journal:
        """Open the casebook in `folder`, bring its schema up to date after a backup, and sweep what a crash left.

        Where it must not or cannot be written it is opened for reading only, and `read_only` says why. `held` is the
        hold of a caller that has the casebook for itself. `keys` is a folder outside it, where this computer keeps its
        signing keys and what it last saw of each ledger; without it no checkpoint is signed. Raises NotFound when there
        is none, NotACasebook, TooNew, Locked, BadPlace, Busy, Damaged, DiskTrouble; then nothing changed.
        """
        path = folder / DATABASE_NAME
        if not holds_casebook(folder):
            refuse_lost(folder)
            raise NotFound(
                "there is no casebook in {folder}: start Casebook or record something with --book to make one",
                folder=folder,
            )
        places.refuse_network(folder)
        with disk_errors(path):
            reason = places.reading_only(folder)
            hold = held or occupancy.share(folder)
        try:
            with naming_backup(folder):
                version = inspect(path, key, read_only=reason is not None or pending_log(path)).version
                if reason is None:
                    check_unclean(folder, key, hold if held is None else None)
            if version < len(STEPS):
                if reason is not None:
                    raise _too_old_to_read(folder)
                with hold.alone():
                    upgrade(path, lambda: make_before(folder, clock, "before-upgrade", key), key=key)
            journal = cls(folder, clock, key, reason, keys)
            journal._core.hold = hold
            journal._lent = held is not None
            try:
                if reason is None:
                    journal._sweep()
                    journal._finish_erasing()
                with suppress(CasebookError):  # what was seen is for the check; nobody is kept from reading by it
                    journal.checkpoints.note()
            except CasebookError:
                journal._core.database.close()
                raise
        except BaseException:
            if held is None:
                hold.release()
            raise
        return journal

    @contextmanager
    def transaction(self) -> Iterator[Noted]:
        """Make several writes one: all of them are saved at the end, or none."""
        with self._core.write() as noted:
            yield noted

    def dump(self, path: Path, *, replace: bool = False) -> Generator[Progress, None, Path]:
        """Write the whole casebook to a ZIP that is documented and not encrypted; yields progress, returns the path."""
        from casebook.journal.transfer.dump import write_dump

        return (yield from write_dump(self._core, path, replace=replace))

    def verify(self, against: Iterable[Claim] = ()) -> Generator[Progress, None, Verdict]:
        """Check database, ledger, records and attachments; yields progress, returns the Verdict.

        `against` is what earlier dossiers or backups say of the ledger.
        """
        head = self.ledger.head()
        verdict = yield from check_journal(self._core, self.checkpoints.keys, against)
        if verdict.ok:
            self.checkpoints.checked = head.number, head.hash
        return verdict

    def verify_tail(self) -> Generator[Progress, None, Verdict]:
        """Check only what was recorded since the ledger was last found whole, which takes a moment."""
        return check_tail(self._core, self.checkpoints)

    def health(self) -> dict[str, str]:
        """Return a few figures for a look at the casebook's health, as texts by name."""
        run = self._core.database
        meta = dict(rows(run, "SELECT key, value FROM meta"))
        version, driver = one(run, "PRAGMA user_version"), one(run, "SELECT sqlite_version()")
        sound = one(run, "PRAGMA quick_check(1)")
        head = self.ledger.head()
        return {
            "casebook": str(self.folder),
            "created": meta.get("created_at", "?"),
            "schema": str(version[0] if version else "?"),
            "sqlite": str(driver[0] if driver else "?"),
            "database": str(sound[0] if sound else "?"),
            "ledger entries": str(head.number),
            "ledger head": head.hash,
        }

    def release(self) -> None:
        """Close this thread's connection; the next call opens a new one."""
        self._core.database.close()

    def close(self) -> None:
        """Close the casebook and seal it, so that a change made from outside is noticed."""
        try:
            self._vouch()
            if self.read_only is None and (self._core.wrote or not seal_path(self._core.path).exists()):
                self._settle()
        finally:
            self._core.database.close()
            if self._core.hold is not None and not self._lent:
                self._core.hold.release()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _vouch(self) -> None:
        with suppress(CasebookError):  # closing must not fail; the next close signs
            if self._core.wrote:
                self.checkpoints.sign()
            else:
                self.checkpoints.note()

    def _settle(self) -> None:
        # Closing must not fail: what matters is committed. Without a seal the next close makes one.
        run = self._core.database
        try:
            with disk_errors(self._core.path):
                run.execute_sql("PRAGMA busy_timeout=200")
                run.execute_sql("PRAGMA optimize")
                state = one(run, "PRAGMA wal_checkpoint(TRUNCATE)")
                if state is None or state[0] != 0:
                    return  # another program reads or writes; the last one to close seals
                with run.atomic("IMMEDIATE"):
                    log = self._core.path.with_name(self._core.path.name + "-wal")
                    if not log.exists() or log.stat().st_size == 0:
                        make_seal(self._core.path)
        except CasebookError:
            return

    def _finish_erasing(self) -> None:
        """Do what a stopped purge had left to do, and empty the bin of what has been in it for long enough."""
        # On a full disk, or while another program reads, it waits for the next start: opening comes first.
        for work in (self.purge.resume, self.bin.empty_expired):
            with suppress(CasebookError):
                work()

    def _sweep(self) -> None:
        if convert.unfinished(self.folder):
            convert.resume(self._core)
        clear_stopped(self.folder)
        if not self._core.files.left_behind():
            return
        # Inside a write transaction no other writer can be half-way through putting its files.
        with self._core.write():
            self._core.files.sweep({file.sha256 for file in self._core.stored_files()})


def refuse_full(folder: Path) -> None:
    """Raise NotACasebook for a folder that is not new or empty."""
    if folder.exists() and (
        not folder.is_dir()
        or any(not e.name.startswith(".") and e.name not in {KEYS_NAME, LOCK_NAME} for e in folder.iterdir())
    ):
        raise NotACasebook(
            "{folder} is not empty: choose a new folder for the casebook, or open the one that is there",
            folder=folder,
        )


def _too_old_to_read(folder: Path) -> ReadOnly:
    return ReadOnly(
        "{folder} was written by an older Casebook and must be brought up to date before it can be read here: put it "
        "where it can be written, without a second copy beside it, and open it again",
        folder=folder,
    )
