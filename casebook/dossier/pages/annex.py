"""The annex: what can be checked and how, what cannot, who kept the record, what was covered, what stayed back."""

from __future__ import annotations

from urllib.parse import urlsplit

from casebook import __version__
from casebook.dossier.names import MANIFEST, mail_path
from casebook.dossier.pages.declaration import declaration
from casebook.dossier.pages.evidence import kept_back
from casebook.dossier.pages.glyphs import Cleaner, code, name
from casebook.dossier.pages.labels import grouped
from casebook.dossier.pages.mailheads import mail_headers
from casebook.dossier.pages.writer import Row, Writer
from casebook.journal.outgoing import Export
from casebook.journal.terms import ReferenceKind

COMMANDS = {
    "linux": [f"sha256sum -c {MANIFEST}"],
    "macos": [f"shasum -a 256 -c {MANIFEST}"],
    "windows": [
        f"Get-Content {MANIFEST} | Where-Object {{ $_ -notmatch '^#' }} | ForEach-Object {{",
        "  $hash, $file = $_ -split '  ', 2",
        '  if ((Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash -ne $hash) { "DIFFERS: $file" } }',
    ],
}
"""What to type to check a pack with nothing but the system's own tools."""


def integrity(writer: Writer, cleaner: Cleaner, *, embedded: bool) -> Row:
    """Return the annex. It comes last, so that the characters shown by their code are all known by then."""
    labels = writer.labels
    words = labels.group("annex")
    data: Row = {
        "words": dict(words),
        "limits": [*labels.lines("limits"), *_proofs(writer)],
        "checking": labels.lines("checking"),
        "commands": [{"system": labels.group("system")[system], "lines": lines} for system, lines in COMMANDS.items()],
        "custody": _custody(writer),
        "exports": [_export(writer, export) for export in writer.facts.exports],
        "method": [*labels.lines("method"), *_method(writer), labels("embedded" if embedded else "not_embedded")],
        "redactions": _redactions(writer),
        "kept": _kept(writer),
        "mail_headers": None if writer.short else mail_headers(writer),
        "declaration": declaration(writer),
        "hashes": hash_list(writer),
    }
    data["codes"] = [
        {"shown": code(char), "name": name(char), "times": str(times)} for char, times in sorted(cleaner.shown.items())
    ]
    return data


def hash_list(writer: Writer) -> list[Row]:
    """Return path, size and SHA-256 of every original in the pack."""
    return [
        {"path": writer.line(path), "size": [grouped(stored.size)], "sha256": stored.sha256}
        for path, stored in writer.selection.files().items()
    ]


def _proofs(writer: Writer) -> list[str]:
    """Say whether anything of a third party stands behind the pack: of the time, of the name, or of neither."""
    words, choices = writer.labels.group("annex"), writer.choices
    found = []
    if choices.signing:
        found.append(words["signed"])
        if not choices.signing.file:
            found.append(words["self_signed"])
    if choices.stamp_url:
        host = urlsplit(choices.stamp_url).hostname or choices.stamp_url
        found.append(words["stamped"].format(host=writer.plain(host)))
    if not choices.signing:
        found.append(words["not_signed"])
    if not choices.stamp_url:
        found.append(words["not_stamped"])
    return found


def _method(writer: Writer) -> list[str]:
    """Return the sentences that only some dossiers need: each says how what is in this one was made."""
    words, facts = writer.labels.group("annex"), writer.facts
    selection = writer.selection.exhibits
    found = []
    if any(item.redacted for item in selection):
        found.append(words["method_redacted"])
    if any(item.exhibit.translation for item in selection) or any(c.translation for c in facts.contacts):
        found.append(words["method_translation"])
    if any(item.exhibit.transcript for item in selection):
        found.append(words["method_transcript"])
    return [*found, words["method_machine"]]


def _custody(writer: Writer) -> list[Row]:
    labels, facts, row = writer.labels, writer.facts, writer.row
    head, values, words = facts.head, labels.group("rows"), labels.group("annex")
    taken = [e.recorded_at for e in facts.exhibits]
    recorded = min((c.recorded_at for c in facts.contacts), default=facts.case.recorded_at)
    rows = [
        row("kept_by", values["kept_by_value"]),
        row("device", _devices(writer)),
        row("program", values["program_value"].format(version=__version__)),
        row("record_first", labels.stamp(min(recorded, facts.case.recorded_at))),
        {"key": words["files_first"], "value": writer.text(labels.stamp(min(taken)) if taken else words["no_files"])},
    ]
    if taken:
        rows.append({"key": words["files_last"], "value": writer.text(labels.stamp(max(taken)))})
    return [
        *rows,
        row("head_entry", values["head_value"].format(entry=head.number, time=labels.stamp(facts.as_of))),
        # In two halves, so that it is not broken just before its end.
        {**row("head_hash", ""), "value": [{"rtl": False, "lines": [[[head.hash[:32]], [head.hash[32:]]]]}]},
        row("export", values["export_value"].format(time=labels.stamp(facts.as_of))),
    ]


def _devices(writer: Writer) -> str:
    """Return the devices that were recorded among the references, and nothing that was guessed."""
    values = [r.value for r in writer.facts.references if r.kind is ReferenceKind.DEVICE]
    return writer.labels.joined(list(dict.fromkeys(values)))


def _export(writer: Writer, export: Export) -> Row:
    """Return one earlier dossier. To the firm it is not said for whom the others were."""
    labels = writer.labels
    words = labels.group("annex")
    what = [labels.of("forms", export.form), labels.of("languages", export.language)]
    if not writer.for_firm:
        what.append(labels.of("audiences", export.audience))
    if export.parts > 1:
        what.append(words["parts"].format(n=export.parts))
    return {
        "when": [labels.stamp(export.recorded_at)],
        "what": writer.line(labels.joined(what)),
        "head": [words["entry"].format(n=export.head_number)],
        "hashes": list(export.manifests),
    }


def _redactions(writer: Writer) -> list[Row]:
    labels, words = writer.labels, writer.labels.group("annex")
    rows = []
    for item in writer.selection.exhibits:
        if item.redaction is None:
            continue
        state = "copy_goes" if item.redacted else "original_goes" if item.file else "nothing_goes"
        rows.append(
            {
                "number": item.exhibit.number,
                "label": f"{item.exhibit.label}R",
                "reason": writer.text(item.redaction.reason, narrow=True),
                "made": [labels("recorded", time=labels.stamp(item.redaction.recorded_at))],
                "state": [words[state]],
                "copy": item.redaction.file.sha256,
                "sealed": item.redaction.original_sha256,
            }
        )
    return rows


def _kept(writer: Writer) -> list[Row]:
    """Return everything of the record that does not go out, each with its reason."""
    selection, words = writer.selection, writer.labels.group("annex")
    rows: list[Row] = [
        {
            "to": f"ex-{item.exhibit.number}",
            "what": item.exhibit.label,
            "file": writer.text(item.exhibit.name, narrow=True),
            "reason": writer.text(kept_back(writer, item)),
        }
        for item in selection.exhibits
        if not item.file
    ]
    for number, reason in sorted(selection.mails_kept_back.items()):
        rows.append(
            {
                "to": f"no-{number}",
                "what": words["raw_of"].format(n=number),
                "file": writer.text(mail_path(number).rpartition("/")[2], narrow=True),
                "reason": writer.text(writer.labels.of("kept_back", reason)),
            }
        )
    return rows
