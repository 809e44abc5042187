"""The gap report: each of thirteen planted gaps is one finding, and each way to fill one removes that one alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from casebook.dossier import gaps
from casebook.dossier.gaps import Finding, Gap
from casebook.journal import Journal
from casebook.journal.changes import Kind
from casebook.journal.errors import BadInput
from casebook.journal.records import Attachment
from casebook.journal.terms import Channel, Consent, Direction, ExhibitSource, ReferenceKind
from casebook.journal.times import parse
from tests.dossier.conftest import Clock, make
from tests.dossier.gap_book import PHRASE, TXID, ZONE, Planted, at, mail, plant
from tests.pace import within

WAYS = (
    "secret",
    "no-consent",
    "promise-late",
    "request-open",
    "silence",
    "no-exhibit:contact",
    "no-exhibit:transfer",
    "no-exhibit:loss",
    "call-alone",
    "no-source",
    "unread",
    "checklist:transaction-id",
    "checklist:problem-time",
)


@pytest.fixture
def planted(journal: Journal) -> Planted:
    return plant(journal)


def open_keys(planted: Planted) -> set[str]:
    return {finding.key for finding in gaps.of_case(planted.journal, planted.case) if not finding.answer}


def test_each_planted_gap_is_one_finding(planted: Planted) -> None:
    found = gaps.of_case(planted.journal, planted.case)
    assert len(found) == 13, [finding.key for finding in found]
    assert set(planted.ways) == set(WAYS)
    assert {f.kind for f in found} == set(Gap)
    assert [f.kind for f in found if f.stops] == [Gap.SECRET]
    assert found[0].kind is Gap.SECRET
    assert len({f.key for f in found}) == 13


@pytest.mark.parametrize("way", WAYS)
def test_filling_one_gap_removes_that_one_alone(planted: Planted, way: str) -> None:
    before = open_keys(planted)
    planted.ways[way]()
    gone = before - open_keys(planted)
    assert [key.startswith(way) for key in gone] == [True], gone
    assert open_keys(planted) < before


def test_with_every_gap_filled_nothing_is_left(planted: Planted) -> None:
    for way in WAYS:
        planted.ways[way]()
    assert open_keys(planted) == set()


def test_an_answer_stays_with_its_finding_and_can_be_taken_back(planted: Planted) -> None:
    key = next(key for key in open_keys(planted) if key.startswith("silence:"))
    planted.journal.answers.put(planted.case, key, "They were closed for the holidays.")
    found = {finding.key: finding for finding in gaps.of_case(planted.journal, planted.case)}
    assert found[key].answer == "They were closed for the holidays."
    assert len(found) == 13
    planted.journal.answers.remove(planted.case, key)
    assert key in open_keys(planted)


def test_the_export_stops_until_the_secret_is_answered(planted: Planted, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="1 secret"):
        make(planted.journal, planted.case, tmp_path / "dossier")
    assert not list(tmp_path.glob("dossier*"))
    assert not planted.journal.exports.of_case(planted.case)
    planted.ways["secret"]()
    assert (make(planted.journal, planted.case, tmp_path / "dossier") / "dossier.pdf").is_file()


def test_another_secret_in_the_same_place_is_a_new_finding(planted: Planted) -> None:
    planted.ways["secret"]()
    journal, case = planted.journal, planted.case
    leaking = next(c.id for c in journal.contacts.of_case(case) if c.subject == "Order 6")
    journal.contacts.amend(leaking, "all of it", text=f"{PHRASE}\nand the card 5555 5555 5555 4444")
    stopping = [f for f in gaps.of_case(journal, case) if f.stops]
    assert [str(f.values["secret"]) for f in stopping] == ["card-number"]


@pytest.mark.parametrize("place", ["text", "name", "description", "amended", "file", "raw", "html", "claim", "note"])
def test_a_secret_is_found_wherever_it_would_go_out(journal: Journal, place: str) -> None:
    firm = journal.firms.add("Kestrel Exchange", country="SG", zone=ZONE).made
    case = journal.cases.add(firm, "Hold", claim=PHRASE if place == "claim" else "").made
    own = {"lin@example.org"}
    file = Attachment("log.txt", PHRASE.encode("utf-16") if place == "file" else b"no words", "text/plain")
    if place == "name":
        file = Attachment(f"{PHRASE}.txt", b"no words", "text/plain")
    if place == "text":
        journal.contacts.log(
            case,
            channel=Channel.CHAT,
            direction=Direction.OUT,
            happened=at("2026-11-18 09:00"),
            text=f"Is it {PHRASE}?",
        )
    if place == "amended":
        made = journal.contacts.log(
            case, channel=Channel.CHAT, direction=Direction.OUT, happened=at("2026-11-18 09:00"), text=PHRASE
        ).made
        journal.contacts.amend(made, "removed", text="(removed)")
    exhibit = journal.exhibits.add(case, file).made
    if place == "description":
        journal.exhibits.describe(exhibit, f"my words {PHRASE}")
    if place in ("raw", "html"):
        words = PHRASE if place == "raw" else "<td>" + "</td>\n<td>".join(PHRASE.split()) + "</td>"
        kind = "plain" if place == "raw" else "html"
        sent = mail(1, "2026-11-18 09:00", text="see the other part")
        raw = f"From: lin@example.org\r\nContent-Type: text/{kind}; charset=utf-8\r\n\r\n{words}\r\n".encode()
        journal.mail.add([replace(sent, raw=raw)], case_id=case, own=own)
    if place == "note":
        journal.references.add(case, ReferenceKind.OTHER, "wallet", note=PHRASE)
    found = [f for f in gaps.of_case(journal, case) if f.kind is Gap.SECRET]
    assert len(found) == 1, found
    assert found[0].stops
    assert PHRASE not in repr(found)


def test_recorded_identifiers_are_no_secrets(journal: Journal) -> None:
    firm = journal.firms.add("Kestrel Exchange", country="SG", zone=ZONE).made
    case = journal.cases.add(firm, "Hold").made
    journal.transfers.add(case, txid=TXID, order_number="4556737586899855", amount="1")
    text = f"My private key? No: the TxID is private key {TXID[2:]}, order 4556 7375 8689 9855, 4556737586899855."
    journal.contacts.log(
        case, channel=Channel.CHAT, direction=Direction.OUT, happened=at("2026-11-18 09:00"), text=text
    )
    found = [f for f in gaps.of_case(journal, case) if f.kind is Gap.SECRET]
    assert [str(f.values["secret"]) for f in found] == ["card-number"]  # the one in groups, as a card is written


def test_the_redacted_copy_is_searched_instead_of_the_sealed_original(journal: Journal) -> None:
    firm = journal.firms.add("Kestrel Exchange", country="SG", zone=ZONE).made
    case = journal.cases.add(firm, "Hold").made
    exhibit = journal.exhibits.add(case, Attachment("log.txt", PHRASE.encode(), "text/plain")).made
    assert [f.place for f in gaps.of_case(journal, case) if f.stops] == [(Kind.EXHIBIT, exhibit)]
    journal.redactions.add(
        exhibit, "████".encode(), reason="private", areas=[], name="log.txt", media_type="text/plain"
    )
    assert not [f for f in gaps.of_case(journal, case) if f.stops]


def written(words: str) -> bytes:
    """Return a PDF with a text layer of one line."""
    stream = f"BT /F1 12 Tf 40 700 Td ({words}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 800] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, part) for n, part in enumerate(parts, 1))
    return body + b"trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n"


def test_pdfs_are_read_in_a_child_and_a_broken_one_harms_no_other(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casebook.paths.runtime", lambda: tmp_path / "runtime")
    firm = journal.firms.add("Kestrel Exchange", country="SG", zone=ZONE).made
    case = journal.cases.add(firm, "Hold").made
    contents = [b"%PDF-1.4 broken", written("nothing to see"), written(PHRASE), b"%PDF-1.7\n" + b"\0" * 9000]
    made = [
        journal.exhibits.add(case, Attachment(f"paper{n}.pdf", content, "application/pdf")).made
        for n, content in enumerate(contents)
    ]
    for _again in range(2):  # what was found clean before is not read again, what was not is
        found = [f for f in gaps.of_case(journal, case) if f.kind is Gap.SECRET]
        assert [f.place for f in found] == [(Kind.EXHIBIT, made[2])]
    journal.answers.put(case, found[0].key, "an example out of a book")
    assert not [f for f in gaps.of_case(journal, case) if f.stops]
    assert not list((tmp_path / "runtime").iterdir())  # the plain copies are gone


def test_a_child_that_dies_takes_one_pdf_with_it(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    firm = journal.firms.add("Kestrel Exchange", country="SG", zone=ZONE).made
    case = journal.cases.add(firm, "Hold").made
    for n, words in enumerate(("first of all", "KILL", PHRASE)):
        journal.exhibits.add(case, Attachment(f"paper{n}.pdf", written(words), "application/pdf"))
    monkeypatch.setattr("casebook.dossier.gaps.papers._MODULE", "tests.dossier.dying_reader")
    found = [f for f in gaps.of_case(journal, case) if f.kind is Gap.SECRET]
    assert [journal.exhibits.get(f.place[1]).name for f in found] == ["paper2.pdf"]


def _promise(journal: Journal, case: int) -> None:
    journal.promises.add(case, "released soon")


def _film(journal: Journal, case: int) -> None:
    made = journal.exhibits.add(case, Attachment("screen.mp4", b"film", "video/mp4")).made
    journal.exhibits.edit(made, origin="own screen", consent=Consent.NO)


def _inline(journal: Journal, case: int) -> None:
    logo = Attachment("logo.png", b"logo", "image/png", ExhibitSource.MAIL, inline=True)
    journal.mail.add([mail(1, "2026-11-18 09:00", attachments=(logo,))], case_id=case, own={"lin@example.org"})


@pytest.mark.parametrize(
    ("record", "expected"),
    [(_promise, {"no-exhibit:promise"}), (_film, {"no-consent:exhibit"}), (_inline, set())],
    ids=["promise-out-of-nowhere", "film", "picture-within-a-mail"],
)
def test_single_rules(journal: Journal, record: Callable[[Journal, int], None], expected: set[str]) -> None:
    firm = journal.firms.add("Kestrel Exchange", country="SG", zone=ZONE).made
    case = journal.cases.add(firm, "Hold").made
    record(journal, case)
    found = {f.key.rpartition(":")[0] for f in gaps.of_case(journal, case) if f.kind is not Gap.CHECKLIST}
    assert found == expected


def test_a_silence_up_to_now_ends_with_the_case(journal: Journal) -> None:
    firm = journal.firms.add("Kestrel Exchange", country="SG", zone=ZONE).made
    case = journal.cases.add(firm, "Hold").made
    journal.mail.add([mail(1, "2026-11-01 09:00")], case_id=case, own={"lin@example.org"})

    def silences(now: str) -> list[Finding]:
        found = gaps.of_case(journal, case, now=parse(now, ZONE).utc)
        return [finding for finding in found if finding.kind is Gap.SILENCE]

    assert not silences("2026-11-08 09:00")
    assert silences("2026-11-08 09:01")[0].values["until"] is None
    assert silences("2026-11-30 09:00")[0].values["days"] == 29
    journal.cases.close(case, "paid")  # on 20 November
    assert silences("2027-11-30 09:00")[0].values["days"] == 19


def test_a_thousand_contacts_are_searched_quickly(tmp_path: Path) -> None:
    with Journal.create(tmp_path / "large", Clock()) as journal:
        firm = journal.firms.add("Kestrel Exchange", country="SG", zone=ZONE).made
        case = journal.cases.add(firm, "Hold").made
        words = "I asked again what became of order 88213 and was told to wait for the network. " * 6
        with journal.transaction():
            for number in range(1000):
                journal.contacts.log(
                    case,
                    channel=Channel.CHAT,
                    direction=Direction.OUT,
                    happened=at(f"2026-11-{number % 18 + 1:02} 09:00"),
                    text=f"{words} {number}",
                )
        with within(5):
            found = gaps.of_case(journal, case)
            assert len([f for f in found if f.kind is Gap.NO_EXHIBIT]) == 1000
