"""What the annex says of a mail's signature: what was checked, when, with which key, and what that leaves open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from casebook.dossier.collect import RawHead, collect
from casebook.dossier.headers import with_headers
from casebook.dossier.pages.mailheads import mail_headers
from casebook.journal import Journal
from casebook.journal.incoming import DkimCheck
from casebook.journal.kinds.dkim import NewDkimCheck
from casebook.journal.terms import DkimResult
from casebook.mail.message.parse import parse
from tests.dossier.builder import facts
from tests.dossier.conftest import fill, make
from tests.dossier.test_evidence import pages
from tests.dossier.writing import writer
from tests.mail.name_server import rsa_keys, signed

FETCHED = datetime(2026, 11, 20, 6, 3, tzinfo=UTC)
KEYS = rsa_keys()
PASSED = NewDkimCheck(
    DkimResult.PASS,
    "kestrel.example",
    "s2026",
    "only the first 12 characters of the body are signed; the subject is not signed",
    KEYS.record,
    "an answer",
    "192.0.2.53",
    FETCHED,
)
PROVES = "not which person wrote them, nor that what they say is true"


def said(result: DkimResult, language: str = "en") -> str:
    """Return what the annex says of a check with that result."""
    row = rows_of(replace(PASSED, result=result, detail=""), language)
    return words(row["checks"][0]["text"])


def words(line: list[str | list[str]]) -> str:
    """Return a line's runs and pieces as one text."""
    return "".join(part if isinstance(part, str) else "".join(part) for part in line)


def rows_of(check: NewDkimCheck, language: str = "en") -> dict[str, Any]:
    made = facts()
    number = made.contacts[0].id
    kept = DkimCheck(1, number, recorded_at=FETCHED, **{n: getattr(check, n) for n in NewDkimCheck.__slots__})
    head = RawHead(b"DKIM-Signature: v=1; d=kestrel.example; s=s2026\r\n", 50)
    made = replace(made, headers={number: head}, dkim={number: (kept,)})
    return mail_headers(writer(made, language))["rows"][0]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_result_has_its_own_sentence(language: str) -> None:
    sentences = {said(result, language) for result in DkimResult}
    assert len(sentences) == len(DkimResult)
    assert all("2026-11-20 06:03 UTC" in sentence for sentence in sentences)


def test_a_pass_names_key_server_and_time_and_what_it_leaves_open() -> None:
    row = rows_of(PASSED)
    check = row["checks"][0]
    text = words(check["text"])
    for part in ("192.0.2.53", "s2026._domainkey.kestrel.example", "first 12 characters", "subject is not", PROVES):
        assert part in text, part
    assert "".join(check["key"]).replace(" ", "") == KEYS.record.replace(" ", "")
    assert PROVES not in said(DkimResult.FAIL)


@pytest.mark.slow
def test_the_check_stands_on_the_page_and_no_code_does(journal: Journal, tmp_path: Path) -> None:
    case = fill(journal)
    raw = signed(KEYS)
    [contact] = journal.mail.add([parse(raw, "one.eml")], case_id=case).contacts
    journal.dkim.add(contact, [replace(PASSED, detail="")])
    journal.phishing_codes.set(journal.cases.get(case).firm_id, "Blue-Heron-7")
    assert with_headers(journal, collect(journal, case)).dkim[contact][0].key_record == KEYS.record
    folder = make(journal, case, tmp_path / "out")
    text = "".join("".join(pages(folder)).split())
    assert "Checkedon2026-11-2006:03UTCwiththekeybelow" in text
    assert KEYS.record.split("p=")[1][:40] in text
    code = journal.phishing_codes.all()[0]
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert code.fingerprint.encode() not in content
            assert b"Blue-Heron-7" not in content
    assert "Blue-Heron-7" not in text
