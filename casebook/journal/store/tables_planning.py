"""The tables of what the guide works with: rules and channels of a firm, deadlines, checklists, letters, sessions."""

from __future__ import annotations

from peewee import AutoField, IntegerField, Model, TextField

from casebook.journal.store.tables import ListField, UtcField


class FirmRuleTable(Model):
    """Rules of the guide as they are for one firm."""

    id = AutoField()
    firm_id = IntegerField()
    rule = TextField()
    used = IntegerField()
    unit = TextField()
    not_before = IntegerField(null=True)
    not_after = IntegerField(null=True)
    why = TextField()
    recorded_at = UtcField()

    class Meta:
        table_name = "firm_rule"


class FirmChannelTable(Model):
    """Ways to a firm's support."""

    id = AutoField()
    firm_id = IntegerField()
    channel = TextField()
    topic = TextField()
    place = TextField()
    hours = TextField()
    zone = TextField()
    languages = ListField()
    cost = TextField()
    note = TextField()
    checked_on = TextField()
    recorded_at = UtcField()

    class Meta:
        table_name = "firm_channel"


class DeadlineTable(Model):
    """Rules with a start in a case."""

    id = AutoField()
    case_id = IntegerField()
    contact_id = IntegerField(null=True)
    rule = TextField()
    start_at = UtcField()
    start_zone = TextField()
    start_offset = IntegerField()
    start_precision = TextField()
    start_known = TextField()
    pauses = TextField()
    extensions = TextField()
    explanation = TextField()
    state = TextField()
    ended_at = UtcField(null=True)
    ended_contact_id = IntegerField(null=True)
    answer = TextField()
    recorded_at = UtcField()

    class Meta:
        table_name = "deadline"


class CheckMarkTable(Model):
    """What the user says of items of a checklist."""

    id = AutoField()
    case_id = IntegerField()
    item = TextField()
    state = TextField()
    note = TextField()
    recorded_at = UtcField()

    class Meta:
        table_name = "check_mark"


class TemplateTable(Model):
    """The user's own templates."""

    id = AutoField()
    kind = TextField()
    channel = TextField()
    language = TextField()
    subject = TextField()
    text = TextField()
    saved_at = UtcField()

    class Meta:
        table_name = "template"


class LetterTable(Model):
    """Letters not sent yet."""

    id = AutoField()
    case_id = IntegerField()
    kind = TextField()
    channel = TextField()
    language = TextField()
    recipient = TextField()
    subject = TextField()
    text = TextField()
    exhibits = TextField()
    about = TextField()
    saved_at = UtcField()

    class Meta:
        table_name = "letter"


class QuoteTable(Model):
    """Passages of contacts that the dossier quotes."""

    id = AutoField()
    case_id = IntegerField()
    contact_id = IntegerField()
    text = TextField()
    note = TextField()
    recorded_at = UtcField()

    class Meta:
        table_name = "quote"
