"""Write VERIFY.txt: how to check a pack with tools that a stranger has, what each says, and what it does not say."""

from __future__ import annotations

import mmap
from pathlib import Path

from casebook.dossier.collect import Facts
from casebook.dossier.names import CHECKPOINT, MANIFEST, ORIGINALS, PDF, STAMP, VERIFY
from casebook.dossier.pages.annex import COMMANDS
from casebook.dossier.pages.labels import Labels
from casebook.dossier.proof.identity import Credential

_INSIDE = ["mkdir ../inside", f"pdfdetach -saveall -o ../inside {PDF}", f"diff -r ../inside {ORIGINALS}"]
_SIGNATURE = [f"pdfsig {PDF}"]
_WHOSE = [
    f"cp {PDF} ../copy.pdf && (cd .. && pdfsig -dump copy.pdf)",
    "openssl pkcs7 -inform DER -in ../copy.pdf.sig0 -print_certs -out ../signer.pem",
    "openssl x509 -in ../signer.pem -noout -fingerprint -sha256",
]
_STAMP = [
    f"openssl ts -reply -in {STAMP} -token_out -out ../token.der",
    "openssl pkcs7 -inform DER -in ../token.der -print_certs -out ../service.pem",
    f"openssl ts -verify -in {STAMP} -data {MANIFEST} -CAfile ../service.pem -partial_chain",
    f"openssl ts -reply -in {STAMP} -text",
]
_STAMP_TRUSTED = [f"openssl ts -verify -in {STAMP} -data {MANIFEST} -CAfile ../root.pem -untrusted ../service.pem"]


def write_verify(
    facts: Facts, labels: Labels, pack: Path, *, credential: Credential | None = None, stamp_host: str = ""
) -> None:
    """Write VERIFY.txt into a pack whose PDF is there, in the reader's language.

    `credential` is what the PDF was signed with; `stamp_host` is the service that is asked for a time stamp. Where
    the ledger is signed, CHECKPOINT.txt comes with it.
    """
    words, systems = labels.group("verify"), labels.group("system")
    about = words["about"].format(number=facts.case.number, title=" ".join(facts.case.title.split()))
    state = labels("as_of", time=labels.stamp(facts.as_of), entry=facts.head.number)
    lines = [words["heading"], "", about, state, f"{labels.group('rows')['head_hash']}: {facts.head.hash}", ""]
    lines += [words["list"], "", words["how"], ""]
    for system, commands in COMMANDS.items():
        lines += [f"{systems[system]}:", "", *_typed(commands)]
    lines += [words["one"], "", *_typed([f"certutil -hashfile {PDF} SHA256"])]
    lines += [words["first"], "", *_typed([f"head -n 1 {MANIFEST}", f"tail -n +2 {MANIFEST} | sha256sum"])]
    lines += [words["program"], "", *_typed(["casebook verify ."])]
    if _carries_files(pack / PDF):
        lines += [words["inside"], "", *_typed(_INSIDE), words["inside_says"], ""]
    if credential:
        lines += _signature(labels, facts, credential)
    if stamp_host:
        lines += [words["stamp"].format(host=stamp_host), "", *_typed(_STAMP), words["stamp_says"], ""]
        lines += [words["stamp_trusted"], "", *_typed(_STAMP_TRUSTED)]
    if facts.checkpoint:
        (pack / CHECKPOINT).write_bytes(facts.checkpoint.note.encode())
        lines += [words["signed"], "", *_typed([facts.checkpoint.public])]
    lines += [words["limits"], ""]
    (pack / VERIFY).write_bytes("\n".join(lines).encode())


def _signature(labels: Labels, facts: Facts, credential: Credential) -> list[str]:
    words = labels.group("verify")
    who = words["signature_self" if credential.self_signed else "signature_issued"]
    return [
        words["signature"].format(name=credential.subject), "", *_typed(_SIGNATURE),
        words["signature_says"].format(time=labels.stamp(facts.as_of)), "",
        who.format(name=credential.subject), "", *_typed([_pairs(credential.fingerprint)]),
        words["signature_key"], "", *_typed(_WHOSE),
    ]  # fmt: skip


def _typed(commands: list[str]) -> list[str]:
    return [*(f"    {command}" for command in commands), ""]


def _pairs(digits: str) -> str:
    """Return a fingerprint as other programs print it: `AB:CD:…`."""
    return ":".join(digits[at : at + 2] for at in range(0, len(digits), 2)).upper()


def _carries_files(pdf: Path) -> bool:
    with pdf.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(b"/EmbeddedFiles") >= 0
