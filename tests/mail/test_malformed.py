"""The malformed mails: nothing crashes, nothing is lost, what can be understood is; and Python's own test mails."""

import importlib.util
from pathlib import Path

import pytest

from casebook.mail.message import body, outline
from casebook.mail.message.parse import NotAMail, parse
from tests.mail.malformed import Bad, all_of_them
from tests.mail.samples import mail, word
from tests.pace import within

MAILS = all_of_them()


def test_there_are_two_hundred_of_them() -> None:
    assert len(MAILS) >= 200
    assert len({each.name for each in MAILS}) == len({each.raw for each in MAILS}) == len(MAILS)


@pytest.mark.parametrize("bad", MAILS, ids=lambda bad: bad.name)
def test_what_can_be_understood_is(bad: Bad) -> None:
    with within(1):
        found = parse(bad.raw, bad.name)
    assert found.raw == bad.raw
    for wanted, got in ((bad.subject, found.subject), (bad.sender, found.sender), (bad.text, found.text)):
        assert wanted is None or got == wanted
    if bad.files is not None:
        assert tuple(each.name for each in found.attachments) == bad.files
    if bad.sent is not None:
        assert found.sent
        assert found.sent.utc.replace(tzinfo=None).isoformat() == bad.sent
    assert found.text.isprintable() or not any(ord(each) < 32 and each not in "\n\t" for each in found.text)
    assert outline.of(bad.raw)


def test_a_fault_of_this_program_costs_no_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_: object, **__: object) -> None:
        raise IndexError

    monkeypatch.setattr(body, "read", fault)
    raw = mail(b"T", Subject=word("放行"))
    found = parse(raw, "x")
    assert (found.raw, found.sender, found.message_id) == (raw, "support@kestrel.example", "1@kestrel.example")
    assert found.problems == ("this message could not be read (IndexError): only its bytes are kept",)


def own_mails() -> list[Path]:
    """Return the test mails that come with the running Python."""
    spec = importlib.util.find_spec("test.test_email") if importlib.util.find_spec("test") else None
    folders = spec.submodule_search_locations if spec else None
    return sorted(path for folder in folders or () for path in Path(folder, "data").glob("msg_*.txt"))


@pytest.mark.skipif(not own_mails(), reason="this Python comes without its own tests")
def test_the_test_mails_of_python_itself() -> None:
    read = 0
    for path in own_mails():
        raw = path.read_bytes()
        with within(1):
            try:
                found = parse(raw, path.name)
            except NotAMail:
                assert b":" not in raw.splitlines()[0], path.name  # words without a header
                continue
        assert found.raw == raw, path.name
        assert found.text.strip() or found.attachments or len(raw) < 1_000, path.name
        read += 1
    assert read >= 40
