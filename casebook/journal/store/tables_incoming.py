"""The tables of what came in beside the mails, as peewee sees them: copies, chats, official contacts, checks."""

from __future__ import annotations

from peewee import AutoField, CompositeKey, IntegerField, Model, TextField

from casebook.journal.store.tables import ListField, UtcField


class MailCopyTable(Model):
    """Further copies of a mail."""

    id = AutoField()
    contact_id = IntegerField()
    source = TextField()
    sha256 = TextField()
    size = IntegerField()
    recorded_at = UtcField()

    class Meta:
        table_name = "mail_copy"


class ChatTable(Model):
    """The conversation side of a contact; shares the contact's id."""

    id = IntegerField(primary_key=True)
    platform = TextField()
    conversation = TextField()
    title = TextField()
    thread_id = IntegerField()
    source = TextField()
    problems = ListField()
    sha256 = TextField()
    size = IntegerField()

    class Meta:
        table_name = "chat"


class OfficialTable(Model):
    """Verified ways in which a firm writes."""

    id = AutoField()
    firm_id = IntegerField()
    kind = TextField()
    value = TextField()
    platform = TextField()
    how = TextField()
    verified_at = UtcField()
    note = TextField()
    recorded_at = UtcField()
    withdrawn_at = UtcField(null=True)

    class Meta:
        table_name = "official"


class PhishingCodeTable(Model):
    """Fingerprints of anti-phishing codes."""

    id = AutoField()
    firm_id = IntegerField()
    salt = TextField()
    fingerprint = TextField()
    length = IntegerField()
    since = TextField()
    until = TextField()
    recorded_at = UtcField()

    class Meta:
        table_name = "phishing_code"


class DkimTable(Model):
    """DKIM checks with their keys."""

    id = AutoField()
    contact_id = IntegerField()
    result = TextField()
    domain = TextField()
    selector = TextField()
    detail = TextField()
    key_record = TextField()
    answer = TextField()
    server = TextField()
    fetched_at = UtcField(null=True)
    recorded_at = UtcField()

    class Meta:
        table_name = "dkim"


class MailboxTable(Model):
    """Mailboxes on servers."""

    id = AutoField()
    name = TextField()
    host = TextField()
    port = IntegerField()
    security = TextField()
    user = TextField()
    fingerprint = TextField()
    search = TextField()
    recorded_at = UtcField()

    class Meta:
        table_name = "mailbox"


class MailboxFolderTable(Model):
    """How far each folder of a mailbox was read."""

    mailbox_id = IntegerField()
    name = TextField()
    chosen = IntegerField()
    uidvalidity = IntegerField()
    last_uid = IntegerField()
    read_at = UtcField(null=True)

    class Meta:
        table_name = "mailbox_folder"
        primary_key = CompositeKey("mailbox_id", "name")
