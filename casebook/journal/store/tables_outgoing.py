"""The tables of what only a dossier needs, as peewee sees them: transfers, losses, redactions, exports, answers."""

from __future__ import annotations

from peewee import AutoField, IntegerField, Model, TextField

from casebook.journal.store.tables import ListField, UtcField


class TransferTable(Model):
    """Movements of money or assets."""

    id = AutoField()
    case_id = IntegerField()
    contact_id = IntegerField(null=True)
    exhibit_id = IntegerField(null=True)
    kind = TextField()
    made_at = UtcField(null=True)
    made_zone = TextField(null=True)
    made_offset = IntegerField(null=True)
    made_precision = TextField(null=True)
    made_known = TextField(null=True)
    asset = TextField()
    network = TextField()
    amount = TextField()
    fee = TextField()
    from_address = TextField()
    to_address = TextField()
    txid = TextField()
    order_number = TextField()
    status = TextField()
    explorer = TextField()
    note = TextField()
    recorded_at = UtcField()

    class Meta:
        table_name = "transfer"


class LossTable(Model):
    """Lines of the loss table."""

    id = AutoField()
    case_id = IntegerField()
    exhibit_id = IntegerField(null=True)
    kind = TextField()
    what = TextField()
    amount = TextField()
    asset = TextField()
    rate = TextField()
    currency = TextField()
    rate_source = TextField()
    rated_at = UtcField(null=True)
    rated_zone = TextField(null=True)
    rated_offset = IntegerField(null=True)
    rated_precision = TextField(null=True)
    rated_known = TextField(null=True)
    note = TextField()
    recorded_at = UtcField()

    class Meta:
        table_name = "loss"


class RedactionTable(Model):
    """Copies of exhibits with parts burnt out."""

    id = AutoField()
    case_id = IntegerField()
    exhibit_id = IntegerField()
    reason = TextField()
    areas = TextField()
    name = TextField()
    media_type = TextField()
    original_sha256 = TextField()
    sha256 = TextField()
    size = IntegerField()
    recorded_at = UtcField()
    withdrawn_at = UtcField(null=True)

    class Meta:
        table_name = "redaction"


class ExportTable(Model):
    """Dossiers that went out."""

    id = AutoField()
    case_id = IntegerField()
    name = TextField()
    language = TextField()
    audience = TextField()
    form = TextField()
    paper = TextField()
    recipient = TextField()
    parts = IntegerField()
    head_number = IntegerField()
    head_hash = TextField()
    manifests = ListField()
    signed_by = TextField()
    stamp = TextField()
    stamp_host = TextField()
    recorded_at = UtcField()

    class Meta:
        table_name = "export"


class AnswerTable(Model):
    """Answers to findings of the gap report."""

    id = AutoField()
    case_id = IntegerField()
    finding = TextField()
    text = TextField()
    recorded_at = UtcField()

    class Meta:
        table_name = "answer"
