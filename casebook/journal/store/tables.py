"""The tables as peewee sees them: how each column is stored, and one model a table."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from peewee import AutoField, Field, IntegerField, Model, TextField

from casebook.journal.times import HowKnown, Moment, Precision, from_text, to_text


class UtcField(Field):
    """An aware UTC datetime, kept in the one text form whose order is time order."""

    field_type = "TEXT"

    def db_value(self, value: datetime | str | None) -> str | None:
        """Return the stored text of a datetime."""
        return to_text(value) if isinstance(value, datetime) else value

    def python_value(self, value: str | None) -> datetime | None:
        """Return the aware UTC datetime of a stored text."""
        return None if value is None else from_text(value)


class ListField(Field):
    """A short list of texts, kept as JSON."""

    field_type = "TEXT"

    def db_value(self, value: tuple[str, ...] | str) -> str:
        """Return the stored JSON of the list."""
        return value if isinstance(value, str) else json.dumps(list(value), ensure_ascii=False)

    def python_value(self, value: str) -> tuple[str, ...]:
        """Return the list as a tuple."""
        return tuple(json.loads(value))


def moment_columns(name: str, moment: Moment | None) -> dict[str, Any]:
    """Return the five column values of a Moment under the prefix `name`."""
    if moment is None:
        return {f"{name}_{part}": None for part in ("at", "zone", "offset", "precision", "known")}
    return {
        f"{name}_at": moment.utc,
        f"{name}_zone": moment.zone,
        f"{name}_offset": moment.offset,
        f"{name}_precision": str(moment.precision),
        f"{name}_known": str(moment.known),
    }


def moment_of(row: dict[str, Any], name: str) -> Moment | None:
    """Return the Moment kept under the prefix `name`, or None where there is none."""
    if row[f"{name}_at"] is None:
        return None
    return Moment(
        row[f"{name}_at"],
        row[f"{name}_zone"],
        row[f"{name}_offset"],
        Precision(row[f"{name}_precision"]),
        HowKnown(row[f"{name}_known"]),
    )


class FirmTable(Model):
    """Exchanges, brokers, banks, bodies."""

    id = AutoField()
    name = TextField()
    kind = TextField()
    country = TextField()
    zone = TextField()
    note = TextField()
    recorded_at = UtcField()
    legal_name = TextField(null=True)
    licence = TextField(null=True)
    address = TextField(null=True)

    class Meta:
        table_name = "firm"


class AccountTable(Model):
    """The user's accounts at firms."""

    id = AutoField()
    firm_id = IntegerField()
    holder = TextField()
    uid = TextField()
    user_name = TextField()
    email = TextField()
    aliases = ListField()
    phone = TextField()
    vip_tier = TextField()
    vip_tier_on = TextField()
    note = TextField()
    recorded_at = UtcField()
    registered_on = TextField(null=True)
    usual_ips = TextField(null=True)
    callback = TextField(null=True)

    class Meta:
        table_name = "account"


class CaseTable(Model):
    """Problems."""

    id = AutoField()
    firm_id = IntegerField()
    account_id = IntegerField(null=True)
    title = TextField()
    category = TextField()
    status = TextField()
    amount = TextField()
    asset = TextField()
    network = TextField()
    claim = TextField()
    remedy = TextField()
    problem_at = UtcField(null=True)
    problem_zone = TextField(null=True)
    problem_offset = IntegerField(null=True)
    problem_precision = TextField(null=True)
    problem_known = TextField(null=True)
    outcome = TextField()
    opened_at = UtcField()
    closed_at = UtcField(null=True)
    recorded_at = UtcField()
    deleted_at = UtcField(null=True)
    body = TextField(null=True)
    representative = TextField(null=True)
    client_reference = TextField(null=True)
    proceedings = TextField(null=True)
    insolvency = TextField(null=True)
    deadline_source = TextField(null=True)
    deadline_at = UtcField(null=True)
    deadline_zone = TextField(null=True)
    deadline_offset = IntegerField(null=True)
    deadline_precision = TextField(null=True)
    deadline_known = TextField(null=True)
    final_contact_id = IntegerField(null=True)
    seen_on = TextField(null=True)
    steps = TextField(null=True)
    tags = TextField(null=True)

    class Meta:
        table_name = "case"


class ContactTable(Model):
    """Interactions; `case_id` is null while an imported mail waits in the inbox."""

    id = AutoField()
    case_id = IntegerField(null=True)
    channel = TextField()
    direction = TextField()
    happened_at = UtcField()
    happened_zone = TextField()
    happened_offset = IntegerField()
    happened_precision = TextField()
    happened_known = TextField()
    agent = TextField()
    agent_id = TextField()
    bot = IntegerField(null=True)
    platform = TextField()
    subject = TextField()
    text = TextField()
    outcome = TextField()
    automatic = TextField()
    tickets = ListField()
    amended = IntegerField()
    discarded = IntegerField()
    recorded_at = UtcField()
    deleted_at = UtcField(null=True)
    purged_at = UtcField(null=True)
    role = TextField(null=True)
    translation = TextField(null=True)
    quote_at = IntegerField(null=True)
    signature_at = IntegerField(null=True)
    details = TextField(null=True)

    class Meta:
        table_name = "contact"


class ExhibitTable(Model):
    """Attachments as evidence."""

    id = AutoField()
    case_id = IntegerField(null=True)
    contact_id = IntegerField(null=True)
    number = IntegerField(null=True)
    name = TextField()
    media_type = TextField()
    source = TextField()
    inline = IntegerField()
    description = TextField()
    taken_at = UtcField(null=True)
    sha256 = TextField()
    size = IntegerField()
    recorded_at = UtcField()
    deleted_at = UtcField(null=True)
    purged_at = UtcField(null=True)
    origin = TextField(null=True)
    url = TextField(null=True)
    dated_on = TextField(null=True)
    crop = TextField(null=True)
    translation = TextField(null=True)
    transcript = TextField(null=True)
    clause = TextField(null=True)
    consent = TextField(null=True)
    read_at = UtcField(null=True)
    derived_from = IntegerField(null=True)
    marks = TextField(null=True)

    class Meta:
        table_name = "exhibit"


class TicketTable(Model):
    """The firms' own numbers."""

    id = AutoField()
    case_id = IntegerField()
    contact_id = IntegerField(null=True)
    number = TextField()
    recorded_at = UtcField()

    class Meta:
        table_name = "ticket"


class ReferenceTable(Model):
    """Typed identifiers."""

    id = AutoField()
    case_id = IntegerField()
    contact_id = IntegerField(null=True)
    kind = TextField()
    value = TextField()
    network = TextField()
    note = TextField()
    recorded_at = UtcField()

    class Meta:
        table_name = "reference"


class PromiseTable(Model):
    """What agents said would happen."""

    id = AutoField()
    case_id = IntegerField()
    contact_id = IntegerField(null=True)
    agent = TextField()
    text = TextField()
    due_at = UtcField(null=True)
    due_zone = TextField(null=True)
    due_offset = IntegerField(null=True)
    due_precision = TextField(null=True)
    due_known = TextField(null=True)
    state = TextField()
    resolved_at = UtcField(null=True)
    resolution = TextField()
    recorded_at = UtcField()
    exhibit_id = IntegerField(null=True)

    class Meta:
        table_name = "promise"


class RequestTable(Model):
    """What support asked the user to supply."""

    id = AutoField()
    case_id = IntegerField()
    contact_id = IntegerField(null=True)
    text = TextField()
    state = TextField()
    supplied_at = UtcField(null=True)
    recorded_at = UtcField()
    due_at = UtcField(null=True)
    due_zone = TextField(null=True)
    due_offset = IntegerField(null=True)
    due_precision = TextField(null=True)
    due_known = TextField(null=True)
    supplied_contact_id = IntegerField(null=True)
    identity = IntegerField(null=True)

    class Meta:
        table_name = "request"


class FollowUpTable(Model):
    """Due dates with a reason."""

    id = AutoField()
    case_id = IntegerField()
    contact_id = IntegerField(null=True)
    promise_id = IntegerField(null=True)
    due_at = UtcField()
    due_zone = TextField()
    due_offset = IntegerField()
    due_precision = TextField()
    due_known = TextField()
    reason = TextField()
    rule = TextField()
    explanation = TextField()
    snoozed_until = UtcField(null=True)
    shown_at = UtcField(null=True)
    state = TextField()
    answered_at = UtcField(null=True)
    answer = TextField()
    recorded_at = UtcField()
    request_id = IntegerField(null=True)
    deadline_id = IntegerField(null=True)
    moved = TextField(null=True)

    class Meta:
        table_name = "follow_up"


class AmendmentTable(Model):
    """Later changes to recorded facts."""

    id = AutoField()
    case_id = IntegerField(null=True)
    contact_id = IntegerField()
    field = TextField()
    before = TextField()
    after = TextField()
    reason = TextField()
    recorded_at = UtcField()

    class Meta:
        table_name = "amendment"


class MailTable(Model):
    """The mail side of a contact; shares the contact's id."""

    id = IntegerField(primary_key=True)
    message_id = TextField()
    in_reply_to = ListField()
    refs = ListField()
    thread_id = IntegerField()
    sender = TextField()
    sender_name = TextField()
    recipients = ListField()
    cc = ListField()
    subject = TextField()
    date_header = TextField()
    source = TextField()
    problems = ListField()
    sha256 = TextField()
    size = IntegerField()
    reply_to = TextField(null=True)
    marks = TextField(null=True)
    essence = TextField(null=True)

    class Meta:
        table_name = "mail"


class ImportedCaseTable(Model):
    """Cases that came from another casebook."""

    id = AutoField()
    case_id = IntegerField()
    origin = TextField()
    origin_case = IntegerField()
    head_number = IntegerField()
    head_hash = TextField()
    sha256 = TextField()
    size = IntegerField()
    recorded_at = UtcField()

    class Meta:
        table_name = "imported_case"
