"""The declaration draft: sentences for the complainant to confirm, each with the record that it rests on."""

from __future__ import annotations

from datetime import timedelta

from casebook import __version__
from casebook.dossier.pages.figures import end_of
from casebook.dossier.pages.writer import Row, Writer

_AT_ONCE = timedelta(minutes=15)


def declaration(writer: Writer) -> Row:
    """Return the draft. A sentence without a record behind it is left out: there is nothing it could rest on."""
    words = writer.labels.group("declaration")
    found = [*_of_the_record(writer), *_of_the_files(writer), *_of_the_words(writer)]
    return {
        "note": words["note"],
        "sentences": [
            {"text": writer.text(words[key].format(**values)), "rests": writer.line(rests)}
            for key, values, rests in found
        ],
        "blanks": [words["name"], words["place"], words["signature"]],
    }


def _of_the_record(writer: Writer) -> list[tuple[str, dict[str, object], str]]:
    labels, facts = writer.labels, writer.facts
    words = labels.group("declaration")
    found: list[tuple[str, dict[str, object], str]] = []
    values: dict[str, object]
    holder = facts.account.holder.split("\n")[0].strip() if facts.account else ""
    if holder:
        values = {"name": holder, "number": facts.case.number, "firm": facts.firm.legal_name or facts.firm.name}
        found.append(("who", values, words["rests_account"]))
    first = min((c.recorded_at for c in facts.contacts), default=facts.case.recorded_at)
    started = labels.stamp(min(first, facts.case.recorded_at))
    entry = words["rests_ledger"].format(entry=facts.head.number)
    found.append(("kept", {"version": __version__, "time": started}, entry))
    if facts.contacts:
        values = {
            "n": len(facts.contacts),
            "start": labels.inline(facts.contacts[0].happened),
            "end": labels.inline(facts.contacts[-1].happened),
        }
        section = words["rests_section"].format(section=labels.group("labels")["chronology"])
        found.append(("contacts", values, section))
    return found


def _of_the_files(writer: Writer) -> list[tuple[str, dict[str, object], str]]:
    labels, selection = writer.labels, writer.selection.exhibits
    words = labels.group("declaration")
    listed = words["rests_section"].format(section=labels.group("labels")["exhibit_list"])
    found: list[tuple[str, dict[str, object], str]] = []
    by_source: dict[str, list[str]] = {}
    for item in selection:
        by_source.setdefault(str(item.exhibit.source), []).append(item.exhibit.label)
    for source in ("pasted", "dropped", "file", "mail", "chat"):
        if source in by_source:
            found.append((f"source_{source}", {"labels": labels.joined(by_source[source])}, listed))
    groups = {
        "redacted": [item.label for item in selection if item.redacted],
        "withheld": [item.exhibit.label for item in selection if item.kept_back not in ("", "purged")],
        "transcripts": [item.exhibit.label for item in selection if item.exhibit.transcript],
        "translations": [item.exhibit.label for item in selection if item.exhibit.translation],
    }
    for key, members in groups.items():
        if members:
            rests = listed if key in ("transcripts", "translations") else words["rests_annex"]
            found.append((key, {"labels": labels.joined(members)}, rests))
    return found


def _of_the_words(writer: Writer) -> list[tuple[str, dict[str, object], str]]:
    labels, facts = writer.labels, writer.facts
    words = labels.group("declaration")
    story = words["rests_section"].format(section=labels.group("labels")["chronology"])
    late = sum(c.recorded_at - end_of(c) > _AT_ONCE for c in facts.contacts)
    counts = {
        "late": late,
        "translated": sum(bool(c.translation) for c in facts.contacts),
        "amended": len({a.contact_id for a in facts.amendments}),
    }
    return [(key, {"n": n}, story) for key, n in counts.items() if n]
