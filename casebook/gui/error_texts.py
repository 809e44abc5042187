"""The refusals of the rooms behind the window, for the translators: `texts.error_text` looks them up by template.

The rooms themselves know no Qt and raise plain English; a test holds this table and the rooms together.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from casebook.gui.error_texts_guide import PLANNING, PLANNING_NOUNS
from casebook.gui.error_texts_incoming import INCOMING, INCOMING_NOUNS
from casebook.gui.error_texts_window import STAMP_NOUNS, WINDOW_TEMPLATES

TEMPLATES = (
    QT_TRANSLATE_NOOP("errors", "'{amount}' is not an amount: write digits, such as 1250.50"),
    QT_TRANSLATE_NOOP("errors", "there is no case C-{number} in this casebook: see 'casebook case list'"),
    QT_TRANSLATE_NOOP("errors", "'{text}' is not a case: write its number, such as C-12"),
    QT_TRANSLATE_NOOP("errors", "there is no {name} {number} in this casebook"),
    QT_TRANSLATE_NOOP("errors", "C-{number} is closed already"),
    QT_TRANSLATE_NOOP("errors", "C-{number} is open already"),
    QT_TRANSLATE_NOOP("errors", "a case needs a title: say in a few words what went wrong"),
    QT_TRANSLATE_NOOP("errors", "there is no casebook in {folder}: name another folder with --book"),
    QT_TRANSLATE_NOOP("errors", "a change to a recorded fact needs a reason"),
    QT_TRANSLATE_NOOP("errors", "an empty contact says nothing: write what happened, or attach a screenshot"),
    QT_TRANSLATE_NOOP("errors", "nothing would change"),
    QT_TRANSLATE_NOOP("errors", "'{value}' is not a known {what}: choose one of {names}"),
    QT_TRANSLATE_NOOP("errors", "'{field}' cannot be edited"),
    QT_TRANSLATE_NOOP("errors", "the database refused ({reason}) at {path}: nothing was changed"),
    QT_TRANSLATE_NOOP("errors", "the disk is full: free some space and try again; nothing was changed in {path}"),
    QT_TRANSLATE_NOOP("errors", "{path} cannot be written: check its permissions, or choose another folder"),
    QT_TRANSLATE_NOOP("errors", "{path} is busy in another program: close that one, or try again in a moment"),
    QT_TRANSLATE_NOOP(
        "errors", "{path} is damaged: run 'casebook verify', and 'casebook restore --replace' to bring a backup back"
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "the disk refused ({reason}) at {path}: nothing was changed; check the disk and try again",
    ),
    QT_TRANSLATE_NOOP("errors", "{path} is not what was put in: put it back from a copy of the casebook"),
    QT_TRANSLATE_NOOP("errors", "there is no file {path} to attach: check the name"),
    QT_TRANSLATE_NOOP("errors", "{name} is empty (0 bytes): save or take it again, then attach it"),
    QT_TRANSLATE_NOOP(
        "errors", "{name} claims to be {wide} x {high} pixels, which no screen has: take the screenshot again"
    ),
    QT_TRANSLATE_NOOP("errors", "{path} is missing: put it back from a copy of the casebook"),
    QT_TRANSLATE_NOOP("errors", "'{address}' is not a mail address: write name@example.org"),
    QT_TRANSLATE_NOOP("errors", "'{country}' is not a country: write its two-letter code, such as SG or GB"),
    QT_TRANSLATE_NOOP("errors", "'{date}' is not a date: write 2026-11-20"),
    QT_TRANSLATE_NOOP("errors", "there is no firm '{name}' in this casebook: add it first, or check the name"),
    QT_TRANSLATE_NOOP("errors", "the firm '{name}' is in this casebook already"),
    QT_TRANSLATE_NOOP("errors", "there is no firm {number} in this casebook"),
    QT_TRANSLATE_NOOP("errors", "a firm needs a name"),
    QT_TRANSLATE_NOOP("errors", "a follow-up needs a reason: what is to be done?"),
    QT_TRANSLATE_NOOP("errors", "say why it is no longer needed"),
    QT_TRANSLATE_NOOP("errors", "follow-up {number} is answered already ({state})"),
    QT_TRANSLATE_NOOP("errors", "follow-up {number} is open already"),
    QT_TRANSLATE_NOOP("errors", "a follow-up can only be snoozed into the future"),
    QT_TRANSLATE_NOOP(
        "errors",
        "there is no casebook in {folder}: start Casebook or record something with --book to make one",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{folder} is not empty: choose a new folder for the casebook, or open the one that is there",
    ),
    QT_TRANSLATE_NOOP("errors", "that mail is filed in C-{number} already"),
    QT_TRANSLATE_NOOP("errors", "a promise needs words: what did they say would happen?"),
    QT_TRANSLATE_NOOP("errors", "a request needs words: what did they ask for?"),
    QT_TRANSLATE_NOOP("errors", "the promise is marked '{state}' already"),
    QT_TRANSLATE_NOOP("errors", "the request is marked as supplied already"),
    QT_TRANSLATE_NOOP("errors", "a ticket number cannot be empty"),
    QT_TRANSLATE_NOOP("errors", "a reference cannot be empty"),
    QT_TRANSLATE_NOOP("errors", "'{value}' is recorded in C-{number} already"),
    QT_TRANSLATE_NOOP("errors", "{path} is a database of another program, not a casebook: choose another folder"),
    QT_TRANSLATE_NOOP(
        "errors",
        "{path} was written by Casebook {writer}, which is newer than this one ({own}): update Casebook "
        "and open it again; nothing was changed",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{path} could not be upgraded to schema {number}: a reference broke; nothing was changed",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "'{name}' is not a time zone: give a name such as Asia/Singapore, or an offset such as +08:00",
    ),
    QT_TRANSLATE_NOOP("errors", "'{text}' is not a time: write 2026-11-20 14:03, or 2026-11-20 for the day alone"),
    QT_TRANSLATE_NOOP("errors", "this is not a mail: it has no header lines such as From, Subject or Date"),
    QT_TRANSLATE_NOOP("errors", "there is no file or folder {path}: look at the name again"),
    QT_TRANSLATE_NOOP("errors", "the dossier holds characters that cannot be printed: {characters}"),
    QT_TRANSLATE_NOOP("errors", "{path} cannot be written ({reason}): choose a folder that you may write to"),
    QT_TRANSLATE_NOOP("errors", "a dossier is for 'outside' or 'firm', not for '{audience}'"),
    QT_TRANSLATE_NOOP("errors", "'{paper}' is not a paper size of the dossier: choose a4 or letter"),
    QT_TRANSLATE_NOOP("errors", "there is no folder {folder}: make it first, or choose another place"),
    QT_TRANSLATE_NOOP("errors", "{path} exists already: choose another name, or have it replaced"),
    QT_TRANSLATE_NOOP("errors", "{path} is no dossier and is left alone: choose another name"),
    QT_TRANSLATE_NOOP("errors", "the disk is full: free some space, or export {path} to another disk"),
    QT_TRANSLATE_NOOP("errors", "the fonts of the dossier are missing: install the Python package '{name}'"),
    QT_TRANSLATE_NOOP("errors", "the pictures of the dossier cannot be written: free some space and export again"),
    QT_TRANSLATE_NOOP(
        "errors",
        "the pictures of the dossier cannot be drawn: free some space and memory, and export again",
    ),
    QT_TRANSLATE_NOOP("errors", "the dossier is not available in '{language}': choose en or zh"),
    QT_TRANSLATE_NOOP("errors", "the dossier could not be typeset ({reason}); the record is unchanged"),
    QT_TRANSLATE_NOOP(
        "errors",
        "typesetting the dossier took too long and was stopped: export again when the computer is less busy",
    ),
    QT_TRANSLATE_NOOP("errors", "the dossier cannot be written ({reason}): free some space and export again"),
    QT_TRANSLATE_NOOP("errors", "{path} is not a dossier: it holds no {manifest}"),
    QT_TRANSLATE_NOOP("errors", "there is no {path}: give the folder or the ZIP file of a dossier"),
    QT_TRANSLATE_NOOP("errors", "{path} cannot be read ({reason}): check the disk and its permissions"),
    QT_TRANSLATE_NOOP("errors", "{path} is not a dossier: give its folder or its ZIP file"),
    QT_TRANSLATE_NOOP("errors", "the rule {rule} names no time, so nothing can be due"),
    QT_TRANSLATE_NOOP("errors", "the time {time} lies too far away to count from"),
    QT_TRANSLATE_NOOP("errors", "this follow-up does not say how its date was found"),
    QT_TRANSLATE_NOOP("errors", "the guide file {file}, rule {rule}: {problem}"),
    QT_TRANSLATE_NOOP("errors", "no guide rules were found in {folder}: install Casebook again"),
    QT_TRANSLATE_NOOP("errors", "the guide file {file} may hold nothing but [[rule]] tables"),
    QT_TRANSLATE_NOOP("errors", "the guide file {file} cannot be read: {reason}"),
    QT_TRANSLATE_NOOP("errors", "'{letter}' does not occur in a recovery key: compare it with your copy"),
    QT_TRANSLATE_NOOP(
        "errors", "a recovery key has {length} letters and digits, not {count}: compare it with your copy"
    ),
    QT_TRANSLATE_NOOP("errors", "the recovery key is mistyped somewhere: compare it with your copy, group by group"),
    QT_TRANSLATE_NOOP("errors", "{path} is missing: put it back from a backup of this casebook"),
    QT_TRANSLATE_NOOP("errors", "{path} is damaged: put it back from a backup of this casebook"),
    QT_TRANSLATE_NOOP(
        "errors", "the passphrase is not right: look at capitals and the keyboard's language, or use the recovery key"
    ),
    QT_TRANSLATE_NOOP("errors", "that recovery key belongs to another casebook, or was replaced by a newer one"),
    QT_TRANSLATE_NOOP(
        "errors", "this computer's keyring does not take the key: unlock the keyring, or type the passphrase"
    ),
    QT_TRANSLATE_NOOP(
        "errors", "the passphrase is too short: take at least {letters} letters, or {characters} Chinese characters"
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{folder} cannot be written and is open for reading only: check its permissions, or copy it to a disk"
        " that can be written",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{folder} is on a network drive ({kind}), where a database can be destroyed: move the casebook to a "
        "disk of this computer, and let its backups go to the network drive",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{copy} is a second copy of this casebook, made by a program that synchronises folders; {folder} is "
        "open for reading only: keep the right one, move the other away, and open it again",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{folder} cannot be written and is open for reading only, without the last changes, which are still "
        "in {log}: copy the whole folder to a disk that can be written, and open it there",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "the casebook in {folder} is open in another program: close its window or wait for the command, then try again",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "another program is rewriting the casebook in {folder}: wait until it is done, then open it again",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{folder} was written by an older Casebook and must be brought up to date before it can be read here:"
        " put it where it can be written, without a second copy beside it, and open it again",
    ),
    QT_TRANSLATE_NOOP("errors", "a file changed while it was being read: nothing was kept of it; try again"),
    QT_TRANSLATE_NOOP(
        "errors",
        "contact {number} is locked: give a reason for the change, and its earlier words stay readable",
    ),
    QT_TRANSLATE_NOOP("errors", "the casebook in {folder} is encrypted already"),
    QT_TRANSLATE_NOOP("errors", "the casebook in {folder} is not encrypted"),
    QT_TRANSLATE_NOOP("errors", "{path} could not be read back in its new form: nothing was changed"),
    QT_TRANSLATE_NOOP("errors", "{path} has changes in {log} that could not be read: nothing was changed"),
    QT_TRANSLATE_NOOP("errors", "{label} is in the bin: put it back first"),
    QT_TRANSLATE_NOOP("errors", "{label} is in the bin already"),
    QT_TRANSLATE_NOOP("errors", "{label} is not in the bin"),
    QT_TRANSLATE_NOOP("errors", "{label} was erased for good and cannot be put back"),
    QT_TRANSLATE_NOOP("errors", "{path} is there already: choose another name, or replace it"),
    QT_TRANSLATE_NOOP(
        "errors",
        "{path} is not as it was written (at {where}): fetch it again from where it was made; nothing was changed",
    ),
    QT_TRANSLATE_NOOP("errors", "there is no file {path}: check the name"),
    QT_TRANSLATE_NOOP("errors", "{path} is not an archive of Casebook: choose the file that was exported"),
    QT_TRANSLATE_NOOP("errors", "{path} claims to hold far more than its own size: it is damaged, or made to do harm"),
    QT_TRANSLATE_NOOP("errors", "{path} holds one case: use 'casebook case import-data' for it"),
    QT_TRANSLATE_NOOP("errors", "{path} holds a whole casebook: use 'casebook load' for it"),
    QT_TRANSLATE_NOOP("errors", "{path} is no ZIP file, or only a part of one: choose the file that was exported"),
    QT_TRANSLATE_NOOP("errors", "{path} was taken in before: it is C-{number} here"),
    QT_TRANSLATE_NOOP(
        "errors", "the casebook is not as it was recorded ({where}: {what}): restore a backup, then try again"
    ),
    QT_TRANSLATE_NOOP("errors", "{folder} is not empty: choose a new folder for the casebook"),
    QT_TRANSLATE_NOOP("errors", "{path} was written by this casebook: it is C-{number}"),
    QT_TRANSLATE_NOOP(
        "errors",
        "a mail of that case is filed in C-{number} here ({subject}) and cannot be in two cases: delete C-{number} for "
        "good first, or leave the other case where it is",
    ),
    QT_TRANSLATE_NOOP("errors", "a backup is not changed: restore it, and write in the casebook"),
    QT_TRANSLATE_NOOP("errors", "another program is working on the backups in {folder}: wait until it is done"),
    QT_TRANSLATE_NOOP("errors", "the rewritten backup {path} could not be read back: it is left as it was"),
    QT_TRANSLATE_NOOP("errors", "{path} cannot be read: the backup is left as it was"),
    QT_TRANSLATE_NOOP("errors", "{folder} is inside the casebook: choose a folder on another drive for backups"),
    QT_TRANSLATE_NOOP("errors", "the backup folder {folder} is not there: connect its drive, or choose another folder"),
    QT_TRANSLATE_NOOP("errors", "'{why}' cannot be part of a backup's name: take letters, digits and hyphens"),
    QT_TRANSLATE_NOOP(
        "errors", "the backups in {folder} are not there any more: connect their drive, or choose the folder again"
    ),
    QT_TRANSLATE_NOOP("errors", "there is no backup in {path}: see 'casebook backup --list'"),
    QT_TRANSLATE_NOOP("errors", "{folder} is not empty: choose a new folder to restore to"),
    QT_TRANSLATE_NOOP(
        "errors",
        "there is a casebook in {folder}: restore to another folder with --to, or have it replaced "
        "with --replace, which keeps it beside",
    ),
    QT_TRANSLATE_NOOP("errors", "the backup {path} is not whole ({where}: {what}): choose another one"),
    QT_TRANSLATE_NOOP("errors", "{path} is gone: 'casebook restore' brings back the backup of {when}"),
    QT_TRANSLATE_NOOP("errors", "{path} is damaged ({reason})"),
    QT_TRANSLATE_NOOP(
        "errors",
        "{path} is damaged: 'casebook restore --replace' brings back the backup of {when}, and keeps the "
        "damaged file beside it",
    ),
    QT_TRANSLATE_NOOP("errors", "say why the ledger is right although this computer saw another one"),
    QT_TRANSLATE_NOOP("errors", "there is nothing to accept: the ledger goes on from what this computer last saw"),
    QT_TRANSLATE_NOOP("errors", "{path} does not say which ledger entry it ends with: compare with another one"),
    QT_TRANSLATE_NOOP("errors", "{path} names no entry of the ledger: give a dossier, a backup, or the hash itself"),
    QT_TRANSLATE_NOOP(
        "errors",
        "what is to be purged must have at least {number} characters: shorter words stand in too many places",
    ),
    QT_TRANSLATE_NOOP("errors", "this file was purged: nothing is left of it"),
    QT_TRANSLATE_NOOP(
        "errors",
        "the casebook in {folder} is being read, so that the last traces are still there: close its "
        "other windows and purge again",
    ),
    QT_TRANSLATE_NOOP("errors", "the backups in {folder} are not connected: connect them and purge again"),
    QT_TRANSLATE_NOOP(
        "errors",
        "{path} is a damaged database that was kept: delete it if you do not need it",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{path} was written by a newer Casebook: update this one and try again; nothing was changed",
    ),
    QT_TRANSLATE_NOOP("errors", "{path} is encrypted: unlock it with its passphrase or its recovery key"),
    QT_TRANSLATE_NOOP(
        "errors", "{path} is not a casebook: it is another file, damaged, or encrypted and {keys} is missing beside it"
    ),
    QT_TRANSLATE_NOOP("errors", "{value} is not possible for '{name}': give a number from 0 up"),
    QT_TRANSLATE_NOOP("errors", "{path} is inside the casebook, which keeps its own files only: choose another place"),
    QT_TRANSLATE_NOOP("errors", "{path} holds it and is none of the casebook's own files: look at it and delete it"),
    QT_TRANSLATE_NOOP("errors", "a check changes nothing"),
    QT_TRANSLATE_NOOP("errors", "contact {number} is not in C-{case}: name one of its own"),
    QT_TRANSLATE_NOOP("errors", "a redaction needs a reason: say why these parts are covered"),
    QT_TRANSLATE_NOOP("errors", "an answer needs words: say why it is as it is"),
    QT_TRANSLATE_NOOP("errors", "this exhibit has no file that could be redacted"),
    QT_TRANSLATE_NOOP("errors", "this redaction was taken back already"),
    QT_TRANSLATE_NOOP("errors", "a transfer needs an amount, a TxID, an order number or an address"),
    QT_TRANSLATE_NOOP("errors", "a loss needs an amount: write digits, such as 1250.50"),
    QT_TRANSLATE_NOOP("errors", "a loss needs words: say what was lost or paid"),
    QT_TRANSLATE_NOOP(
        "errors",
        "a signature needs a certificate file, or a name to make one for: at most 64 letters, or 21 Chinese ones",
    ),
    QT_TRANSLATE_NOOP("errors", "the key for signing cannot be kept ({reason}): free some space"),
    QT_TRANSLATE_NOOP("errors", "the certificate file {path} cannot be read ({reason}): check its name"),
    QT_TRANSLATE_NOOP(
        "errors", "{path} cannot be opened with this passphrase, or is no certificate file (.p12, .pfx or .pem)"
    ),
    QT_TRANSLATE_NOOP("errors", "{path} holds no private key with its certificate: export both into one .p12 file"),
    QT_TRANSLATE_NOOP("errors", "the key in {path} is of a kind that cannot sign a PDF: take RSA or an elliptic curve"),
    QT_TRANSLATE_NOOP("errors", "the certificate in {path} ended on {date}: choose a newer one"),
    QT_TRANSLATE_NOOP(
        "errors", "'{url}' is not the address of a time-stamp service: it begins with https:// or http://"
    ),
    QT_TRANSLATE_NOOP("errors", "the address of a time-stamp service cannot hold a name, a password or a '#'"),
    QT_TRANSLATE_NOOP("errors", "{host} gave no time stamp ({what}): try again later"),
    QT_TRANSLATE_NOOP("errors", "the dossier could not be signed ({reason}); the record is unchanged"),
    QT_TRANSLATE_NOOP("errors", "this computer does not know where {name} lies: give it up, or make it again"),
    QT_TRANSLATE_NOOP("errors", "this export waits for no time stamp"),
    QT_TRANSLATE_NOOP("errors", "{path} is another pack by now, or was changed"),
    QT_TRANSLATE_NOOP("errors", "{path} is not there any more"),
    QT_TRANSLATE_NOOP("errors", "{path} cannot be written ({reason}): check its permissions"),
    QT_TRANSLATE_NOOP(
        "errors",
        "'{text}' is not an area: write page,left,top,right,bottom in pixels, such as 1,40,120,600,180",
    ),
    QT_TRANSLATE_NOOP("errors", "{exhibit} has no redacted copy"),
    QT_TRANSLATE_NOOP(
        "errors",
        "{exhibit} cannot be drawn, so that nothing can be covered on it: add a picture of what it shows, "
        "and redact that",
    ),
    QT_TRANSLATE_NOOP("errors", "no words were named to look for"),
    QT_TRANSLATE_NOOP("errors", "nothing is covered yet: mark what is not to be read"),
    QT_TRANSLATE_NOOP(
        "errors",
        "the area {area} does not lie on {exhibit}: pages count from 1 to {pages}, pixels from the top left",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{exhibit} is a kind of file that cannot be redacted here: make a PDF or a picture of it, add that "
        "as an exhibit, and redact it",
    ),
    QT_TRANSLATE_NOOP("errors", "the redacted copy cannot be written ({reason}): free some space"),
    QT_TRANSLATE_NOOP(
        "errors",
        "{exhibit} is protected by a password: save it without one, add that as an exhibit, and redact it",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{exhibit} has {pages} pages, more than the {most} that can be redacted at once: split it, and add "
        "the parts as exhibits",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{exhibit} is too large a picture to be redacted here ({wide} x {high} pixels): cut it into parts, "
        "and add them as exhibits",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{exhibit} is too long a text to be redacted here: keep a part of it as a file, and add that",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{exhibit} holds no text that can be read: make a PDF or a picture of it, and redact that",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "the dossier may hold {count} secret(s) such as a key, a seed phrase or a password: remove them, or answer"
        " these findings of the gap report first",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "the pages of the dossier alone take {size} bytes, and a part may have {limit}: choose a larger limit",
    ),
    QT_TRANSLATE_NOOP("errors", "the dossier would have {count} parts: choose a larger limit"),
    QT_TRANSLATE_NOOP(
        "errors",
        "{label} takes {size} bytes with its pages and does not fit into a part of {limit}: choose a larger limit",
    ),
    QT_TRANSLATE_NOOP("errors", "the dossier cannot be divided into parts of {limit} bytes: choose a larger limit"),
    QT_TRANSLATE_NOOP("errors", "a dossier is 'full' or 'short', not '{form}'"),
    QT_TRANSLATE_NOOP("errors", "the size of a part cannot be negative"),
    QT_TRANSLATE_NOOP("errors", "'{text}' is not a size: give one such as 25MB, or one of {keys}"),
    QT_TRANSLATE_NOOP("errors", "{path} must end in .docx or .txt: choose such a name"),
    QT_TRANSLATE_NOOP("errors", "there are no drafts in '{language}': choose en or zh"),
    *INCOMING,  # what comes in has a file of its own, and so has the guide
    *PLANNING,
    *WINDOW_TEMPLATES,
)
"""Every template that journal, mail, dossier and guide raise."""

NOUNS = (
    QT_TRANSLATE_NOOP("nouns", "firm"),
    QT_TRANSLATE_NOOP("nouns", "account"),
    QT_TRANSLATE_NOOP("nouns", "case"),
    QT_TRANSLATE_NOOP("nouns", "contact"),
    QT_TRANSLATE_NOOP("nouns", "mail"),
    QT_TRANSLATE_NOOP("nouns", "chat"),
    QT_TRANSLATE_NOOP("nouns", "exhibit"),
    QT_TRANSLATE_NOOP("nouns", "promise"),
    QT_TRANSLATE_NOOP("nouns", "request"),
    QT_TRANSLATE_NOOP("nouns", "follow-up"),
    QT_TRANSLATE_NOOP("nouns", "channel"),
    QT_TRANSLATE_NOOP("nouns", "direction"),
    QT_TRANSLATE_NOOP("nouns", "kind of firm"),
    QT_TRANSLATE_NOOP("nouns", "kind of problem"),
    QT_TRANSLATE_NOOP("nouns", "kind of reference"),
    QT_TRANSLATE_NOOP("nouns", "open"),
    QT_TRANSLATE_NOOP("nouns", "kept"),
    QT_TRANSLATE_NOOP("nouns", "broken"),
    QT_TRANSLATE_NOOP("nouns", "withdrawn"),
    QT_TRANSLATE_NOOP("nouns", "done"),
    QT_TRANSLATE_NOOP("nouns", "dropped"),
    *STAMP_NOUNS,
    *INCOMING_NOUNS,
    *PLANNING_NOUNS,
)
"""Words that stand as values in the templates."""
