"""Every pane and every dialog of the window, each with what opens it, on one casebook that has some of everything."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from casebook import paths
from casebook.cli.demo_cases import make_cases
from casebook.gui import dialogs
from casebook.gui.main_window import MainWindow
from casebook.guide import Guide
from casebook.journal import Journal
from casebook.journal.terms import Channel, LetterKind
from casebook.journal.times import system_zone
from tests.gui import sample

Maker = Callable[[], object]
PANES = ("today", "inbox", "open", "waiting", "closed")
"""The actions that show a page in the middle of the window."""


def build(folder: Path, language: str = "en") -> Journal:
    """Make the casebook: that of the pictures, and the demonstration's own cases beside it."""
    journal = sample.build(folder, language)
    guide = Guide.load(paths.resources() / "guides")
    make_cases(journal, guide, journal.clock() + timedelta(hours=1), system_zone())
    return journal


def rich_case(journal: Journal) -> int:
    """Return the case with the most in it."""
    return max(journal.cases.rows(), key=lambda row: row.contacts).id


def opened_by_action(window: MainWindow) -> dict[str, Maker]:
    """Return what opens a dialog by an action of the window, by the action's name."""
    names = (
        *("help", "keys", "about", "new_case", "new_firm", "edit_case", "close_case", "follow_up", "promise"),
        *("request", "reference", "history", "bin", "purge", "preferences", "export", "exports", "letter", "backups"),
        *("protection", "gaps", "import_mail", "mailboxes", "paste_chat", "reminders", "calendar", "help_search"),
        *("where", "ladder", "deadlines", "checklist", "templates"),
    )
    act = window.actions_
    return {name: act[name].trigger for name in names if name in {spec.name for spec, _ in act}}


def makers(window: MainWindow, journal: Journal) -> dict[str, Maker]:
    """Return what opens each dialog, by a name for it; each starts from the case that has the most in it."""
    do, case = window.commands, rich_case(journal)
    assert do is not None
    firm = journal.cases.get(case).firm_id
    contacts = journal.contacts.of_case(case)
    mail = next(c for c in contacts if journal.mail.is_mail([c.id]))
    pictures = {e.name: e for e in journal.exhibits.of_case(case)}
    picture = next(e for e in pictures.values() if e.media_type == "image/png")
    follow_up = next(f.id for f in journal.follow_ups.of_case(case))
    promise = next(p.id for p in journal.promises.of_case(case))
    request = next((r.id for r in journal.requests.of_case(case)), 0)
    made: dict[str, Maker] = {
        **opened_by_action(window),
        "contact": lambda: do.contact.open(mail.id),
        "said": lambda: do.contact.open(contacts[0].id),
        "amend": lambda: do.contact.amend(contacts[0].id),
        "details": lambda: do.contact.details(contacts[0].id),
        "annotate": lambda: do.contact.annotate(contacts[0].id),
        "parts": lambda: do.imports.show_parts(mail.id),
        "exhibit": lambda: do.exhibit.open(picture.id),
        "describe": lambda: do.exhibit.describe(picture.id),
        "exhibit-facts": lambda: do.exhibit.edit_facts(picture.id),
        "transfer": lambda: do.money.add_transfer(case),
        "loss": lambda: do.money.add_loss(case),
        "firm": lambda: do.firm.edit(firm),
        "account": lambda: do.firm.new_account(firm),
        "ticket": lambda: do.reference.add_ticket(case),
        "answer-promise": lambda: do.promise.answer(promise),
        "edit-promise": lambda: do.promise.edit(promise),
        "snooze": lambda: do.follow_up.snooze(follow_up),
        "drop": lambda: do.follow_up.drop(follow_up),
        "change": lambda: do.follow_up.change(follow_up),
        "explain": lambda: do.follow_up.explain(follow_up),
        "channels": lambda: do.advice.channels(firm),
        "channel": lambda: do.advice.add_channel(firm),
        "firm-rules": lambda: do.deadline.show_rules(firm),
        "deadline": lambda: do.deadline.add(case),
        "firm-rule": lambda: do.deadline.set_rule(firm, "mail-resend"),
        "chooser": lambda: do.mail.choose([row.contact_id for row in journal.inbox.waiting()][:1]),
        "register": lambda: do.senders.show_register(firm),
        "official": lambda: do.senders.add(firm),
        "code": lambda: do.senders.set_code(firm),
        "write": lambda: do.message.open(case, str(LetterKind.NUDGE), channel=str(Channel.EMAIL)),
        "check": do.check.verify,
        "purge-contact": lambda: do.purge.contact(contacts[0].id),
        "accept": do.check.accept,
    }
    if request:
        made["edit-request"] = lambda: do.request.edit(request)
        made["supply"] = lambda: do.request.supply(request)
    return made


def dialog_classes() -> set[type[QDialog]]:
    """Return every dialog there is that is opened as it stands, not only inherited from."""
    found: set[type[QDialog]] = set()
    for info in pkgutil.iter_modules(dialogs.__path__):
        module = importlib.import_module(f"{dialogs.__name__}.{info.name}")
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if issubclass(kind, QDialog) and kind.__module__ == module.__name__:
                found.add(kind)
    return {kind for kind in found if not kind.__subclasses__()}


def shown(window: MainWindow) -> list[QWidget]:
    """Return the dialogs and popups on the screen beside the window."""
    from PySide6.QtWidgets import QApplication

    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window and isinstance(w, QObject)]
