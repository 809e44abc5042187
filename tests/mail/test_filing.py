"""What files itself is filed right, always; what cannot be told waits with a suggestion; shown on a labelled set."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from casebook.journal import Journal
from casebook.mail import importer
from casebook.mail.filing.judging import Doubt
from casebook.mail.filing.matching import Matcher
from casebook.mail.filing.settling import settle
from tests.mail import labelled
from tests.mail.labelled import PLANS, Labelled


def finish(work):
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


class Sorted:
    """A casebook into which the labelled set was imported, and where each mail went."""

    def __init__(self, journal: Journal, folder: Path, seed: int) -> None:
        self.journal = journal
        self.mails = labelled.correspondence(seed)
        self.cases = labelled.prepare(journal)
        for number, case in enumerate(self.cases):
            first = [mail for mail in self.mails if mail.by_hand and mail.case == number]
            if first:
                labelled.write(first, folder / f"{number}.mbox")
                finish(importer.run(journal, [folder / f"{number}.mbox"], case_id=case))
            if PLANS[number].closed:
                journal.cases.close(case)
        labelled.write([mail for mail in self.mails if not mail.by_hand], folder / "rest.mbox")
        place = Matcher.from_journal(journal).place
        self.report = finish(importer.run(journal, [folder / "rest.mbox"], place=place, settle=settle))
        self.by_hash = {hashlib.sha256(mail.raw).hexdigest(): mail for mail in self.mails}

    def results(self) -> list[tuple[Labelled, int | None]]:
        """Return each mail that was not filed by hand with the place of the case it went to, None where it waits."""
        found = []
        for contact in self.report.placed:
            mail = self.by_hash[self.journal.mail.of_contact(contact).raw.sha256]
            case = self.journal.contacts.get(contact).case_id
            found.append((mail, self.cases.index(case) if case else None))
        return found


@pytest.fixture(scope="module")
def sorted_mails(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("labelled")
    with Journal.create(folder / "book") as journal:
        yield Sorted(journal, folder, seed=7)


def table(results: list[tuple[Labelled, int | None]]) -> str:
    """Return how many of each kind belong to a case, were filed, filed wrongly, and wait."""
    kinds: dict[str, Counter[str]] = {}
    for mail, case in results:
        row = kinds.setdefault(mail.kind, Counter())
        row["all"] += 1
        row["belong"] += mail.case is not None
        row["filed"] += case is not None
        row["wrong"] += case is not None and case != mail.case
        row["wait"] += case is None
    names = ("all", "belong", "filed", "wrong", "wait")
    lines = [f"{'kind':26}" + "".join(f"{name:>8}" for name in names)]
    lines += [f"{kind:26}" + "".join(f"{row[name]:8}" for name in names) for kind, row in sorted(kinds.items())]
    return "\n".join(lines)


def test_what_files_itself_is_right_and_most_does(sorted_mails: Sorted, capsys: pytest.CaptureFixture[str]) -> None:
    results = sorted_mails.results()
    assert len(sorted_mails.mails) == 300
    filed = [(mail, case) for mail, case in results if case is not None]
    wrong = [(mail.kind, mail.case, case) for mail, case in filed if mail.case != case]
    belong = [mail for mail, _ in results if mail.case is not None and not PLANS[mail.case].closed]
    recall = len(filed) / len(belong)
    with capsys.disabled():
        print(f"\n{table(results)}\nprecision {1 - len(wrong) / len(filed):.1%}, recall {recall:.1%}")
    assert not wrong
    assert recall >= 0.9


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_arrival_changes_nothing_of_that(tmp_path: Path, seed: int) -> None:
    with Journal.create(tmp_path / "book") as journal:
        results = Sorted(journal, tmp_path, seed).results()
    assert not [(mail.kind, mail.case, case) for mail, case in results if case is not None and mail.case != case]
    belong = [mail for mail, _ in results if mail.case is not None and not PLANS[mail.case].closed]
    assert sum(case is not None for _, case in results) / len(belong) >= 0.9


def test_what_waits_though_it_belongs_somewhere_is_suggested_there(sorted_mails: Sorted) -> None:
    journal = sorted_mails.journal
    ranked = Matcher.from_journal(journal).rank(journal.inbox.waiting())
    assert not any(found[0].certain for found in ranked.values())
    misses = []
    for row in journal.inbox.waiting():
        mail = sorted_mails.by_hash[journal.mail.of_contact(row.contact_id).raw.sha256]
        found = ranked.get(row.contact_id, ())
        if mail.case is not None and sorted_mails.cases[mail.case] not in [each.case_id for each in found[:2]]:
            misses.append((mail.kind, mail.case))
        if mail.kind in {"private"}:
            assert not found
        if mail.kind == "look-alike":
            assert all(each.doubt in {Doubt.IMPOSTOR, Doubt.GUESS} for each in found)
            assert found[0].doubt is Doubt.IMPOSTOR
    assert not misses
