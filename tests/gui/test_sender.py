"""Who wrote this, in the window: the panel beside a mail, the register of a firm, and the look-up of a key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.commands.contact import ContactCommands
from casebook.gui.commands.sender import SenderCommands
from casebook.gui.dialogs.contact_dialog import ContactDialog
from casebook.gui.feed import Feed
from casebook.gui.models import standing_words
from casebook.gui.worker import Worker
from casebook.guide.impostors.words import FINDINGS, STANDINGS
from casebook.journal.terms import DkimResult, OfficialKind
from casebook.mail.authenticity.signatures import DETAILS
from casebook.mail.authenticity.words import SENTENCES
from casebook.mail.message.parse import parse
from tests.gui import small_book
from tests.gui.small_book import Sample
from tests.mail.name_server import DOMAIN, NAME, mail, rsa_keys, serving, signed

HOW = "its help page, typed by hand"


@pytest.fixture
def small(tmp_path: Path, qapp: QApplication):
    made = small_book.build(tmp_path / "small")
    yield made
    made.journal.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def senders(small: Sample, feed: Feed, window: QWidget, worker: Worker) -> SenderCommands:
    return SenderCommands(small.journal, feed, window, worker, worker)


@pytest.fixture
def contacts(small: Sample, feed: Feed, window: QWidget, senders: SenderCommands) -> ContactCommands:
    made = ContactCommands(small.journal, feed, window)
    made.mail_shown.connect(senders.follow)
    return made


def bring_in(small: Sample, raw: bytes) -> int:
    return small.journal.mail.add([parse(raw, "one.eml")], case_id=small.withdrawal).contacts[0]


def opened(contacts: ContactCommands, contact_id: int, qtbot: QtBot) -> ContactDialog:
    """Open a mail and wait until the message itself was looked at."""
    dialog = contacts.open(contact_id)
    qtbot.waitUntil(lambda: dialog.who.who is not None and dialog.who.who.code is not None)
    return dialog


def test_a_look_alike_is_warned_of_and_can_not_be_made_official_from_there(
    small: Sample, contacts: ContactCommands, qtbot: QtBot
) -> None:
    small.journal.officials.add(small.kestrel, OfficialKind.DOMAIN, DOMAIN, how=HOW)
    dialog = opened(contacts, bring_in(small, mail(sender="Kestrel <help@kestreI.example>")), qtbot)
    assert dialog.who.lines[0].startswith("kestrei.example looks like kestrel.example")
    assert dialog.who.official.isHidden()
    dialog.close()


def test_an_unknown_sender_goes_into_the_register_with_how_it_is_known(
    small: Sample, contacts: ContactCommands, senders: SenderCommands, feed: Feed, qtbot: QtBot
) -> None:
    dialog = opened(contacts, bring_in(small, mail()), qtbot)
    assert dialog.who.official.isVisible()
    with qtbot.waitSignal(dialog.who.official_requested):
        dialog.who.official.click()
    form = senders.add_from_mail(dialog.who.who.contact_id)
    assert form is not None
    assert form.value.text() == f"support@{DOMAIN}"
    form.accept()
    assert form.notice.text() == "How do you know that this is the firm? Say where you looked it up."
    form.how.setText(HOW)
    form.accept()
    made = small.journal.officials.all(small.kestrel)
    assert [(o.value, o.how) for o in made] == [(f"support@{DOMAIN}", HOW)]
    qtbot.waitUntil(lambda: "verified by you" in dialog.who.lines[0])
    assert dialog.who.official.isHidden()
    dialog.close()


def test_the_key_is_asked_for_only_after_the_button_that_names_the_server(
    small: Sample, contacts: ContactCommands, senders: SenderCommands, qtbot: QtBot
) -> None:
    keys = rsa_keys()
    contact = bring_in(small, signed(keys))
    dialog = opened(contacts, contact, qtbot)
    assert dialog.who.check.isVisible()
    with serving({NAME: [keys.record]}) as server:
        asking = senders.look_up(dialog.who, contact)
        assert asking is not None
        asking.server.setText("not a server")
        asking.accept()
        assert "not the address of a name server" in asking.notice.text()
        asking.server.setText(server.address)
        assert asking.save_button.text() == f"Ask {server.address}"
        assert server.asked == []
        asking.accept()
        qtbot.waitUntil(lambda: bool(small.journal.dkim.of_contact(contact)))
    assert small.journal.dkim.of_contact(contact)[0].result is DkimResult.PASS
    qtbot.waitUntil(lambda: any("signed these headers" in line for line in dialog.who.lines))
    dialog.close()


def test_the_register_of_a_firm_is_kept_in_its_dialog(small: Sample, senders: SenderCommands, qtbot: QtBot) -> None:
    dialog = senders.show_register(small.kestrel)
    assert dialog.contacts.isHidden()
    form = senders.add(small.kestrel, parent=dialog)
    form.kind.setCurrentIndex(form.kind.findData(OfficialKind.HANDLE.value))
    form.value.setText("@KestrelHelp")
    form.platform.setText("Telegram")
    form.how.setText(HOW)
    form.accept()
    assert dialog.contacts.item(0, 0).text() == "kestrelhelp · Telegram"
    small.clock.tick(days=91)
    dialog.show_register(small.journal.officials.all(), (), small.clock())
    assert dialog.contacts.item(0, 3).text() == "look up again"
    dialog.contacts.selectRow(0)
    with qtbot.waitSignal(dialog.again_requested) as wish:
        dialog.again.click()
    again = senders.verify_again(wish.args[0])
    again.accept()
    assert dialog.contacts.item(0, 3).text() == ""
    dialog.contacts.selectRow(0)
    dialog.withdraw.click()
    assert dialog.contacts.item(0, 3).text() == "withdrawn"
    code = senders.set_code(small.kestrel, parent=dialog)
    code.code.setText("Blue-Heron-7")
    code.accept()
    assert dialog.codes.rowCount() == 1
    assert dialog.codes.item(0, 2).text() == "in use"
    dialog.codes.selectRow(0)
    dialog.remove.click()
    assert small.journal.phishing_codes.all() == []
    dialog.close()


def test_every_sentence_can_be_translated() -> None:
    assert {k: str(v) for k, v in standing_words.STANDINGS.items()} == STANDINGS
    assert {str(k): str(v) for k, v in standing_words.FINDINGS.items()} == {str(k): v for k, v in FINDINGS.items()}
    assert {k: str(v) for k, v in standing_words.FACTS.items()} == SENTENCES
    assert tuple(map(str, standing_words.DETAILS)) == DETAILS
