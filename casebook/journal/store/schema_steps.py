"""The SQL steps themselves. A released step is never edited: add the next one, and keep an old file in the tests."""

from __future__ import annotations

_MOMENT = """
  {0}_at TEXT{1}, {0}_zone TEXT{1}, {0}_offset INTEGER{1}, {0}_precision TEXT{1}, {0}_known TEXT{1}"""


def _moment(name: str, *, required: bool) -> str:
    return _MOMENT.format(name, " NOT NULL" if required else "")


_STEP_1 = (
    # This table never changes shape: every program, however old, reads min_reader from it.
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE firm (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL COLLATE NOCASE UNIQUE, kind TEXT NOT NULL,
  country TEXT NOT NULL, zone TEXT NOT NULL, note TEXT NOT NULL, recorded_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT, firm_id INTEGER NOT NULL REFERENCES firm(id), holder TEXT NOT NULL,
  uid TEXT NOT NULL, user_name TEXT NOT NULL, email TEXT NOT NULL, aliases TEXT NOT NULL, phone TEXT NOT NULL,
  vip_tier TEXT NOT NULL, vip_tier_on TEXT NOT NULL, note TEXT NOT NULL, recorded_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX account_firm ON account (firm_id)",
    # AUTOINCREMENT: a local number is never given twice, whatever becomes of its case.
    f"""CREATE TABLE "case" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, firm_id INTEGER NOT NULL REFERENCES firm(id),
  account_id INTEGER REFERENCES account(id), title TEXT NOT NULL, category TEXT NOT NULL, status TEXT NOT NULL,
  amount TEXT NOT NULL, asset TEXT NOT NULL, network TEXT NOT NULL, claim TEXT NOT NULL, remedy TEXT NOT NULL,
  {_moment("problem", required=False)},
  outcome TEXT NOT NULL, opened_at TEXT NOT NULL, closed_at TEXT, recorded_at TEXT NOT NULL) STRICT""",
    'CREATE INDEX case_firm ON "case" (firm_id)',
    f"""CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER REFERENCES "case"(id), channel TEXT NOT NULL,
  direction TEXT NOT NULL, {_moment("happened", required=True)},
  agent TEXT NOT NULL, agent_id TEXT NOT NULL, bot INTEGER, platform TEXT NOT NULL, subject TEXT NOT NULL,
  text TEXT NOT NULL, outcome TEXT NOT NULL, automatic TEXT NOT NULL, tickets TEXT NOT NULL,
  amended INTEGER NOT NULL, discarded INTEGER NOT NULL, recorded_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX contact_time ON contact (case_id, happened_at, id)",
    "CREATE INDEX contact_waiting ON contact (id) WHERE case_id IS NULL AND discarded = 0",
    """CREATE TABLE exhibit (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER REFERENCES "case"(id),
  contact_id INTEGER REFERENCES contact(id), number INTEGER, name TEXT NOT NULL, media_type TEXT NOT NULL,
  source TEXT NOT NULL, inline INTEGER NOT NULL, description TEXT NOT NULL, taken_at TEXT,
  sha256 TEXT NOT NULL, size INTEGER NOT NULL, recorded_at TEXT NOT NULL, UNIQUE (case_id, number)) STRICT""",
    "CREATE INDEX exhibit_contact ON exhibit (contact_id)",
    "CREATE INDEX exhibit_file ON exhibit (sha256)",
    """CREATE TABLE ticket (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id),
  contact_id INTEGER REFERENCES contact(id), number TEXT NOT NULL, recorded_at TEXT NOT NULL,
  UNIQUE (case_id, number)) STRICT""",
    "CREATE INDEX ticket_number ON ticket (number)",
    """CREATE TABLE reference (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id),
  contact_id INTEGER REFERENCES contact(id), kind TEXT NOT NULL, value TEXT NOT NULL, network TEXT NOT NULL,
  note TEXT NOT NULL, recorded_at TEXT NOT NULL, UNIQUE (case_id, kind, value, network)) STRICT""",
    f"""CREATE TABLE promise (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id),
  contact_id INTEGER REFERENCES contact(id), agent TEXT NOT NULL, text TEXT NOT NULL,
  {_moment("due", required=False)},
  state TEXT NOT NULL, resolved_at TEXT, resolution TEXT NOT NULL, recorded_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX promise_case ON promise (case_id)",
    "CREATE INDEX promise_due ON promise (due_at) WHERE state = 'open'",
    """CREATE TABLE request (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id),
  contact_id INTEGER REFERENCES contact(id), text TEXT NOT NULL, state TEXT NOT NULL, supplied_at TEXT,
  recorded_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX request_case ON request (case_id)",
    f"""CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id),
  contact_id INTEGER REFERENCES contact(id), promise_id INTEGER REFERENCES promise(id),
  {_moment("due", required=True)},
  reason TEXT NOT NULL, rule TEXT NOT NULL, explanation TEXT NOT NULL, snoozed_until TEXT, shown_at TEXT,
  state TEXT NOT NULL, answered_at TEXT, answer TEXT NOT NULL, recorded_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX follow_up_case ON follow_up (case_id)",
    "CREATE INDEX follow_up_due ON follow_up (due_at) WHERE state = 'open'",
    """CREATE TABLE amendment (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER REFERENCES "case"(id),
  contact_id INTEGER NOT NULL REFERENCES contact(id), field TEXT NOT NULL, before TEXT NOT NULL,
  after TEXT NOT NULL, reason TEXT NOT NULL, recorded_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX amendment_contact ON amendment (contact_id)",
    """CREATE TABLE mail (
  id INTEGER PRIMARY KEY REFERENCES contact(id), message_id TEXT NOT NULL, in_reply_to TEXT NOT NULL,
  refs TEXT NOT NULL, thread_id INTEGER NOT NULL, sender TEXT NOT NULL, sender_name TEXT NOT NULL,
  recipients TEXT NOT NULL, cc TEXT NOT NULL, subject TEXT NOT NULL, date_header TEXT NOT NULL,
  source TEXT NOT NULL, problems TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL) STRICT""",
    "CREATE INDEX mail_thread ON mail (thread_id)",
    # Every Message-ID that any mail names, its own or another's, leads to one thread; absent mails count too.
    "CREATE TABLE thread_key (message_id TEXT PRIMARY KEY, thread_id INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX thread_key_thread ON thread_key (thread_id)",
    """CREATE TABLE ledger (
  number INTEGER PRIMARY KEY, entry TEXT NOT NULL, hash TEXT NOT NULL,
  which TEXT GENERATED ALWAYS AS (json_extract(entry, '$.which')) VIRTUAL,
  case_id INTEGER GENERATED ALWAYS AS (json_extract(entry, '$.case')) VIRTUAL) STRICT""",
    "CREATE INDEX ledger_case ON ledger (case_id)",
    # Beside the chain, so that private words can be erased later while the chain still verifies.
    """CREATE TABLE ledger_payload (
  number INTEGER PRIMARY KEY REFERENCES ledger(number), salt TEXT NOT NULL, payload TEXT NOT NULL) STRICT""",
    """CREATE TRIGGER ledger_insert BEFORE INSERT ON ledger
  WHEN NEW.number IS NOT (SELECT ifnull(max(number), 0) + 1 FROM ledger)
  BEGIN SELECT RAISE(ABORT, 'the ledger only grows at its end'); END""",
    """CREATE TRIGGER ledger_update BEFORE UPDATE ON ledger
  BEGIN SELECT RAISE(ABORT, 'a ledger entry is never changed'); END""",
    """CREATE TRIGGER ledger_delete BEFORE DELETE ON ledger
  BEGIN SELECT RAISE(ABORT, 'a ledger entry is never deleted'); END""",
    """CREATE TABLE search_doc (
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, target_id INTEGER NOT NULL, UNIQUE (kind, target_id)
  ) STRICT""",
    """CREATE VIRTUAL TABLE search_words USING fts5 (
  words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TABLE ident (
  value TEXT NOT NULL, rev TEXT NOT NULL, doc INTEGER NOT NULL REFERENCES search_doc(id), PRIMARY KEY (value, doc)
  ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX ident_rev ON ident (rev, doc)",
    "CREATE INDEX ident_doc ON ident (doc)",
)

_STEP_2 = (
    # The bin: what is deleted stays for a while and can be put back.
    'ALTER TABLE "case" ADD COLUMN deleted_at TEXT',
    "ALTER TABLE contact ADD COLUMN deleted_at TEXT",
    "ALTER TABLE exhibit ADD COLUMN deleted_at TEXT",
    # A purged record keeps its number and its place, and nothing else.
    "ALTER TABLE contact ADD COLUMN purged_at TEXT",
    "ALTER TABLE exhibit ADD COLUMN purged_at TEXT",
    # What was recorded of one record, one after the other.
    "CREATE INDEX ledger_which ON ledger (which)",
    # Once its message was purged, a mail has no hash: several may have none.
    "ALTER TABLE mail RENAME TO old_mail",
    """CREATE TABLE mail (
  id INTEGER PRIMARY KEY REFERENCES contact(id), message_id TEXT NOT NULL, in_reply_to TEXT NOT NULL,
  refs TEXT NOT NULL, thread_id INTEGER NOT NULL, sender TEXT NOT NULL, sender_name TEXT NOT NULL,
  recipients TEXT NOT NULL, cc TEXT NOT NULL, subject TEXT NOT NULL, date_header TEXT NOT NULL,
  source TEXT NOT NULL, problems TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL) STRICT""",
    """INSERT INTO mail (id, message_id, in_reply_to, refs, thread_id, sender, sender_name, recipients, cc, subject,
  date_header, source, problems, sha256, size) SELECT id, message_id, in_reply_to, refs, thread_id, sender,
  sender_name, recipients, cc, subject, date_header, source, problems, sha256, size FROM old_mail""",
    "DROP TABLE old_mail",
    "CREATE INDEX mail_thread ON mail (thread_id)",
    "CREATE INDEX mail_file ON mail (sha256)",
    # Signed notes (C2SP tlog-checkpoint) that pin the ledger's hash at a number.
    "CREATE TABLE checkpoint (number INTEGER PRIMARY KEY REFERENCES ledger(number), note TEXT NOT NULL) STRICT",
    """CREATE TRIGGER checkpoint_update BEFORE UPDATE ON checkpoint
  BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END""",
    """CREATE TRIGGER checkpoint_delete BEFORE DELETE ON checkpoint
  BEGIN SELECT RAISE(ABORT, 'a checkpoint is never deleted'); END""",
    # A case that came from another casebook, and the file that holds its history there.
    """CREATE TABLE imported_case (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id), origin TEXT NOT NULL,
  origin_case INTEGER NOT NULL, head_number INTEGER NOT NULL, head_hash TEXT NOT NULL, sha256 TEXT NOT NULL,
  size INTEGER NOT NULL, recorded_at TEXT NOT NULL) STRICT""",
    # What is being written and not recorded yet; no fact of a case, so the ledger does not know it.
    """CREATE TABLE draft (
  case_id INTEGER PRIMARY KEY REFERENCES "case"(id), words TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE draft_file (
  case_id INTEGER NOT NULL REFERENCES draft(case_id) ON DELETE CASCADE, position INTEGER NOT NULL,
  name TEXT NOT NULL, media_type TEXT NOT NULL, source TEXT NOT NULL, description TEXT NOT NULL, taken_at TEXT,
  path TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (case_id, position)) STRICT, WITHOUT ROWID""",
)

_STEP_3 = (
    # What a dossier's reader asks for beyond the story itself; null: not given.
    *(f"ALTER TABLE firm ADD COLUMN {name} TEXT" for name in ("legal_name", "licence", "address")),
    *(
        f'ALTER TABLE "case" ADD COLUMN {name} TEXT'
        for name in ("body", "representative", "client_reference", "proceedings", "insolvency", "deadline_source")
    ),
    *(
        f'ALTER TABLE "case" ADD COLUMN deadline_{name}'
        for name in ("at TEXT", "zone TEXT", "offset INTEGER", "precision TEXT", "known TEXT")
    ),
    'ALTER TABLE "case" ADD COLUMN final_contact_id INTEGER REFERENCES contact(id)',
    *(f"ALTER TABLE contact ADD COLUMN {name} TEXT" for name in ("role", "translation")),
    *(
        f"ALTER TABLE exhibit ADD COLUMN {name} TEXT"
        for name in (
            *("origin", "url", "dated_on", "crop", "translation", "transcript", "clause", "consent", "read_at"),
        )
    ),
    f"""CREATE TABLE transfer (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id),
  contact_id INTEGER REFERENCES contact(id), exhibit_id INTEGER REFERENCES exhibit(id), kind TEXT NOT NULL,
  {_moment("made", required=False)},
  asset TEXT NOT NULL, network TEXT NOT NULL, amount TEXT NOT NULL, fee TEXT NOT NULL, from_address TEXT NOT NULL,
  to_address TEXT NOT NULL, txid TEXT NOT NULL, order_number TEXT NOT NULL, status TEXT NOT NULL,
  explorer TEXT NOT NULL, note TEXT NOT NULL, recorded_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX transfer_case ON transfer (case_id)",
    f"""CREATE TABLE loss (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id),
  exhibit_id INTEGER REFERENCES exhibit(id), kind TEXT NOT NULL, what TEXT NOT NULL, amount TEXT NOT NULL,
  asset TEXT NOT NULL, rate TEXT NOT NULL, currency TEXT NOT NULL, rate_source TEXT NOT NULL,
  {_moment("rated", required=False)},
  note TEXT NOT NULL, recorded_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX loss_case ON loss (case_id)",
    """CREATE TABLE redaction (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id),
  exhibit_id INTEGER NOT NULL REFERENCES exhibit(id), reason TEXT NOT NULL, areas TEXT NOT NULL, name TEXT NOT NULL,
  media_type TEXT NOT NULL, original_sha256 TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  recorded_at TEXT NOT NULL, withdrawn_at TEXT) STRICT""",
    "CREATE INDEX redaction_case ON redaction (case_id)",
    "CREATE INDEX redaction_exhibit ON redaction (exhibit_id)",
    """CREATE TABLE export (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id), name TEXT NOT NULL,
  language TEXT NOT NULL, audience TEXT NOT NULL, form TEXT NOT NULL, paper TEXT NOT NULL, recipient TEXT NOT NULL,
  parts INTEGER NOT NULL, head_number INTEGER NOT NULL, head_hash TEXT NOT NULL, manifests TEXT NOT NULL,
  signed_by TEXT NOT NULL, stamp TEXT NOT NULL, stamp_host TEXT NOT NULL, recorded_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX export_case ON export (case_id)",
    """CREATE TABLE answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id), finding TEXT NOT NULL,
  text TEXT NOT NULL, recorded_at TEXT NOT NULL, UNIQUE (case_id, finding)) STRICT""",
)

_STEP_4 = (
    # Found in a message itself, so the ledger need not tell of it: where its quote and its signature begin (characters
    # into the text), where an answer would go, the marks of a support desk, and what makes two copies the same message.
    *(f"ALTER TABLE contact ADD COLUMN {name} INTEGER" for name in ("quote_at", "signature_at")),
    *(f"ALTER TABLE mail ADD COLUMN {name} TEXT" for name in ("reply_to", "marks", "essence")),
    "CREATE INDEX mail_essence ON mail (essence) WHERE essence IS NOT NULL",
    # Counting and listing what waits reads this and no row.
    "DROP INDEX contact_waiting",
    """CREATE INDEX contact_waiting ON contact (happened_at, id)
  WHERE case_id IS NULL AND discarded = 0 AND deleted_at IS NULL""",
    # A further copy of a message that came from elsewhere, its bytes as they came.
    """CREATE TABLE mail_copy (
  id INTEGER PRIMARY KEY AUTOINCREMENT, contact_id INTEGER NOT NULL REFERENCES contact(id), source TEXT NOT NULL,
  sha256 TEXT NOT NULL, size INTEGER NOT NULL, recorded_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX mail_copy_contact ON mail_copy (contact_id)",
    "CREATE INDEX mail_copy_file ON mail_copy (sha256)",
    # A stretch of a conversation, whose contact it is: the exact bytes of its messages in the exported file.
    """CREATE TABLE chat (
  id INTEGER PRIMARY KEY REFERENCES contact(id), platform TEXT NOT NULL, conversation TEXT NOT NULL,
  title TEXT NOT NULL, thread_id INTEGER NOT NULL, source TEXT NOT NULL, problems TEXT NOT NULL,
  sha256 TEXT NOT NULL, size INTEGER NOT NULL) STRICT""",
    "CREATE INDEX chat_thread ON chat (thread_id)",
    # Which lines of a conversation are here already; follows from the chats.
    """CREATE TABLE chat_line (key TEXT PRIMARY KEY, contact_id INTEGER NOT NULL REFERENCES chat(id)) STRICT,
  WITHOUT ROWID""",
    "CREATE INDEX chat_line_contact ON chat_line (contact_id)",
    # By which address, domain, handle or number a firm really writes, and how the user knows.
    """CREATE TABLE official (
  id INTEGER PRIMARY KEY AUTOINCREMENT, firm_id INTEGER NOT NULL REFERENCES firm(id), kind TEXT NOT NULL,
  value TEXT NOT NULL, platform TEXT NOT NULL, how TEXT NOT NULL, verified_at TEXT NOT NULL, note TEXT NOT NULL,
  recorded_at TEXT NOT NULL, withdrawn_at TEXT) STRICT""",
    "CREATE INDEX official_firm ON official (firm_id)",
    # An anti-phishing code: only a fingerprint of it, by which it is recognised and not read back.
    """CREATE TABLE phishing_code (
  id INTEGER PRIMARY KEY AUTOINCREMENT, firm_id INTEGER NOT NULL REFERENCES firm(id), salt TEXT NOT NULL,
  fingerprint TEXT NOT NULL, length INTEGER NOT NULL, since TEXT NOT NULL, until TEXT NOT NULL,
  recorded_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX phishing_code_firm ON phishing_code (firm_id)",
    # A DKIM check with the key as it was fetched, so that it can be checked again when the key is gone.
    """CREATE TABLE dkim (
  id INTEGER PRIMARY KEY AUTOINCREMENT, contact_id INTEGER NOT NULL REFERENCES contact(id), result TEXT NOT NULL,
  domain TEXT NOT NULL, selector TEXT NOT NULL, detail TEXT NOT NULL, key_record TEXT NOT NULL,
  answer TEXT NOT NULL, server TEXT NOT NULL, fetched_at TEXT, recorded_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX dkim_contact ON dkim (contact_id)",
    # What a contact's words seemed to name and the user did not want; no fact of a case.
    """CREATE TABLE passed_over (
  contact_id INTEGER NOT NULL REFERENCES contact(id), kind TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (contact_id, kind, value)) STRICT, WITHOUT ROWID""",
    # A mailbox on a server, and how far each folder was read; the password is kept by the system's keyring.
    """CREATE TABLE mailbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, host TEXT NOT NULL, port INTEGER NOT NULL,
  security TEXT NOT NULL, user TEXT NOT NULL, fingerprint TEXT NOT NULL, search TEXT NOT NULL,
  recorded_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE mailbox_folder (
  mailbox_id INTEGER NOT NULL REFERENCES mailbox(id) ON DELETE CASCADE, name TEXT NOT NULL, chosen INTEGER NOT NULL,
  uidvalidity INTEGER NOT NULL, last_uid INTEGER NOT NULL, read_at TEXT, PRIMARY KEY (mailbox_id, name)) STRICT,
  WITHOUT ROWID""",
)

_STEP_5 = (
    # How a contact went beside its words: waiting time, number and menu path, language, cost, consent to a recording,
    # words looked up in a help centre. One JSON object, null where nothing is known.
    "ALTER TABLE contact ADD COLUMN details TEXT",
    # Where the promise stands to be seen.
    "ALTER TABLE promise ADD COLUMN exhibit_id INTEGER REFERENCES exhibit(id)",
    # Until when support wants it, and with what it was supplied.
    *(f"ALTER TABLE request ADD COLUMN due_{name}" for name in ("at TEXT", "zone TEXT", "offset INTEGER")),
    *(f"ALTER TABLE request ADD COLUMN due_{name} TEXT" for name in ("precision", "known")),
    "ALTER TABLE request ADD COLUMN supplied_contact_id INTEGER REFERENCES contact(id)",
    "ALTER TABLE request ADD COLUMN identity INTEGER",
    # What support asks for in cases of account security, and the user's own number to be called back at.
    *(f"ALTER TABLE account ADD COLUMN {name} TEXT" for name in ("registered_on", "usual_ips", "callback")),
    # Where the problem was seen (web, app), and what the user did before.
    *(f'ALTER TABLE "case" ADD COLUMN {name} TEXT' for name in ("seen_on", "steps")),
    # A rule of the guide as it is for one firm: other figures, or not used at all.
    """CREATE TABLE firm_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT, firm_id INTEGER NOT NULL REFERENCES firm(id), rule TEXT NOT NULL,
  used INTEGER NOT NULL, unit TEXT NOT NULL, not_before INTEGER, not_after INTEGER, why TEXT NOT NULL,
  recorded_at TEXT NOT NULL, UNIQUE (firm_id, rule)) STRICT""",
    # A way to a firm's support: when it is open, in which languages, what it costs, where it was found.
    """CREATE TABLE firm_channel (
  id INTEGER PRIMARY KEY AUTOINCREMENT, firm_id INTEGER NOT NULL REFERENCES firm(id), channel TEXT NOT NULL,
  topic TEXT NOT NULL, place TEXT NOT NULL, hours TEXT NOT NULL, zone TEXT NOT NULL, languages TEXT NOT NULL,
  cost TEXT NOT NULL, note TEXT NOT NULL, checked_on TEXT NOT NULL, recorded_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX firm_channel_firm ON firm_channel (firm_id)",
    # A rule with a start in one case: its date as it was found, and what moved it since.
    f"""CREATE TABLE deadline (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id),
  contact_id INTEGER REFERENCES contact(id), rule TEXT NOT NULL, {_moment("start", required=True)},
  pauses TEXT NOT NULL, extensions TEXT NOT NULL, explanation TEXT NOT NULL, state TEXT NOT NULL, ended_at TEXT,
  ended_contact_id INTEGER REFERENCES contact(id), answer TEXT NOT NULL, recorded_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX deadline_case ON deadline (case_id)",
    *(f"ALTER TABLE follow_up ADD COLUMN {of}_id INTEGER REFERENCES {of}(id)" for of in ("request", "deadline")),
    "ALTER TABLE follow_up ADD COLUMN moved TEXT",  # why it was given another date
    # What the user says of an item of a checklist that no record answers.
    """CREATE TABLE check_mark (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id), item TEXT NOT NULL,
  state TEXT NOT NULL, note TEXT NOT NULL, recorded_at TEXT NOT NULL, UNIQUE (case_id, item)) STRICT""",
    # Three that are no fact of a case: the user's own templates, letters not sent yet, a chat or call under way.
    """CREATE TABLE template (
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, channel TEXT NOT NULL, language TEXT NOT NULL,
  subject TEXT NOT NULL, text TEXT NOT NULL, saved_at TEXT NOT NULL, UNIQUE (kind, channel, language)) STRICT""",
    """CREATE TABLE letter (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id) ON DELETE CASCADE,
  kind TEXT NOT NULL, channel TEXT NOT NULL, language TEXT NOT NULL, recipient TEXT NOT NULL, subject TEXT NOT NULL,
  text TEXT NOT NULL, exhibits TEXT NOT NULL, about TEXT NOT NULL, saved_at TEXT NOT NULL,
  UNIQUE (case_id, kind, channel, language)) STRICT""",
    """CREATE TABLE session (
  case_id INTEGER PRIMARY KEY REFERENCES "case"(id) ON DELETE CASCADE, channel TEXT NOT NULL,
  started_at TEXT NOT NULL, events TEXT NOT NULL, words TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT""",
    # The user's own words to sort cases by, one a line.
    'ALTER TABLE "case" ADD COLUMN tags TEXT',
    # The exhibit that this one is a copy of with arrows and words drawn on it, and those marks (JSON). No reference:
    # the original may be erased while its copy stays.
    "ALTER TABLE exhibit ADD COLUMN derived_from INTEGER",
    "ALTER TABLE exhibit ADD COLUMN marks TEXT",
    # A passage of a contact that the dossier quotes.
    """CREATE TABLE quote (
  id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES "case"(id),
  contact_id INTEGER NOT NULL REFERENCES contact(id), text TEXT NOT NULL, note TEXT NOT NULL,
  recorded_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX quote_case ON quote (case_id)",
    "CREATE INDEX quote_contact ON quote (contact_id)",
    # Few lie in the bin: with these told apart, the contacts of a case are counted without a look at each.
    "CREATE INDEX contact_binned ON contact (case_id) WHERE deleted_at IS NOT NULL",
    # Two that only save work: how the user likes to see the cases, and what was looked at last.
    """CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, definition TEXT NOT NULL,
  saved_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE visit (
  kind TEXT NOT NULL, record_id INTEGER NOT NULL, visited_at TEXT NOT NULL, PRIMARY KEY (kind, record_id)
) STRICT, WITHOUT ROWID""",
)

STEPS: tuple[tuple[str, ...], ...] = (_STEP_1, _STEP_2, _STEP_3, _STEP_4, _STEP_5)
