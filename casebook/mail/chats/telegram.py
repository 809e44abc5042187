"""Telegram Desktop's JSON export: `result.json` of one chat, or of the whole account."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from casebook.journal.errors import BadInput
from casebook.journal.times import HowKnown, Moment, Precision, from_wall, moment, offset_name
from casebook.mail.chats.json_stream import JsonStream
from casebook.mail.chats.lines import Conversation, Line, Media, clean, key_of, one_line
from casebook.mail.chats.stretches import Reading
from casebook.mail.chats.words import Words

PLATFORM = "Telegram"
_WHO = ("from", "actor")
_PRIVATE = frozenset({"personal_chat", "bot_chat"})
_NOT_INCLUDED = "(File "
# What an action of the system says besides its name; ids and paths are left to the raw message.
_TOLD = ("title", "members", "inviter", "new_title", "message", "text", "boosts", "amount", "currency", "reason_domain")
Wanted = Callable[[Conversation], bool]


def fits(start: str) -> bool:
    """Return whether the beginning of a JSON file is one of Telegram's."""
    single = '"messages"' in start and '"type"' in start and ('"from_id"' in start or '"actor_id"' in start)
    return single or ('"personal_information"' in start and '"about"' in start) or '"chats"' in start[:400]


def read(stream: JsonStream, reading: Reading, wanted: Wanted) -> Iterator[Conversation | Line]:
    """Yield each wanted conversation, followed by its lines. Raises BrokenJson."""
    return _chat(stream, reading, wanted, set(), alone=True)


def _chat(
    stream: JsonStream, reading: Reading, wanted: Wanted, own: set[str], *, alone: bool
) -> Iterator[Conversation | Line]:
    """Read one chat, or the whole account, which has chats in it."""
    about = dict[str, Any]()
    for name in stream.members():
        if name == "messages" and stream.peek() == "[":
            conversation = _conversation(about, own, alone=alone)
            if wanted(conversation):
                yield conversation
                yield from _messages(stream, reading, conversation)
            else:
                stream.skip()
        elif name in ("chats", "left_chats") and stream.peek() == "{":
            yield from _chats(stream, reading, wanted, own)
        elif name in ("name", "type", "id", "personal_information"):
            about[name] = stream.value()
            if name == "personal_information" and isinstance(about[name], dict) and "user_id" in about[name]:
                own.add(f"user{about[name]['user_id']}")
        else:
            stream.skip()


def _chats(stream: JsonStream, reading: Reading, wanted: Wanted, own: set[str]) -> Iterator[Conversation | Line]:
    for name in stream.members():
        if name != "list" or stream.peek() != "[":
            stream.skip()
            continue
        for _at in stream.items():
            if stream.peek() == "{":
                yield from _chat(stream, reading, wanted, own, alone=False)
            else:
                stream.skip()


def _conversation(about: Mapping[str, Any], own: set[str], *, alone: bool) -> Conversation:
    kind, ident = str(about.get("type") or ""), str(about.get("id") or about.get("name") or "")
    private = kind in _PRIVATE and about.get("id") is not None
    return Conversation(
        platform=PLATFORM,
        ident=ident,
        title=one_line(str(about.get("name") or ident)),
        kind=kind,
        own=frozenset(own),
        other=f"user{ident}" if private else "",
        bot=kind == "bot_chat",
        alone=alone,
    )


def _messages(stream: JsonStream, reading: Reading, conversation: Conversation) -> Iterator[Line]:
    words = Words(reading.language)
    for start in stream.items():
        message = stream.value()
        end = stream.position
        if not isinstance(message, dict):
            yield _unread(conversation, words, start, end)
            continue
        yield _line(message, conversation, reading, words, start, end)


def _line(
    message: Mapping[str, Any], conversation: Conversation, reading: Reading, words: Words, start: int, end: int
) -> Line:
    ident = str(message.get("id", ""))
    who_id = next((str(message[f"{name}_id"]) for name in _WHO if message.get(f"{name}_id")), "")
    who = next((one_line(message[name]) for name in _WHO if isinstance(message.get(name), str)), "")
    service = message.get("type") == "service" or (not who_id and not who and "action" in message)
    text = clean(_text(message.get("text")))
    media = tuple(_media(message))
    said = _action(message, who, words) if service else text
    basis = "\x1f".join((said if service else text, *(each.name for each in media if each.kind != "buttons")))
    if service:
        basis = "\x1f".join((str(message.get("action", "")), who_id))
    return Line(
        key=key_of(PLATFORM, conversation.ident, ident, who_id, basis),
        at=_at(message, "date", reading.zone),
        who="" if service else who or who_id or words("nobody"),
        words=said,
        start=start,
        end=end,
        who_id=who_id,
        bot=conversation.bot and bool(who_id) and who_id == conversation.other,
        ident=ident,
        answers=str(message.get("reply_to_message_id") or ""),
        media=media,
        before=_before(message, words),
        after=_after(message, reading, words),
    )


def _unread(conversation: Conversation, words: Words, start: int, end: int) -> Line:
    """Keep the place of what is no message: its bytes are in the raw stretch."""
    key = key_of(PLATFORM, conversation.ident, "unread", str(start), str(end))
    problem = f"what stands at bytes {start}-{end} of the export is no message; its bytes are kept"
    return Line(key, None, "", words("unread"), start, end, problem=problem)


def _text(value: Any) -> str:
    """Return the words of a message: a text, or a list of texts and formatted pieces."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        return ""
    pieces = list[str]()
    for piece in value:
        said = piece.get("text") if isinstance(piece, dict) else piece
        said = said if isinstance(said, str) else ""
        link = piece.get("href") if isinstance(piece, dict) else None
        pieces.append(f"{said} <{link}>" if isinstance(link, str) and link != said else said)
    return "".join(pieces)


def _media(message: Mapping[str, Any]) -> Iterator[Media]:
    if "photo" in message:
        yield _file(message, "photo", "photo")
    if "file" in message:
        yield _file(message, "file", str(message.get("media_type") or "file"))
    if isinstance(place := message.get("location_information"), dict):
        yield Media("location", f"{place.get('latitude')}, {place.get('longitude')}")
    if isinstance(card := message.get("contact_information"), dict):
        parts = (card.get("first_name"), card.get("last_name"), card.get("phone_number"))
        yield Media("contact", " ".join(str(part) for part in parts if part))
    if isinstance(poll := message.get("poll"), dict):
        answers = poll.get("answers")
        options = [str(each.get("text")) for each in answers or () if isinstance(each, dict)] if answers else []
        yield Media("poll", f"{poll.get('question')} ({' / '.join(options)})")
    if isinstance(bill := message.get("invoice_information"), dict):
        parts = (bill.get("title"), bill.get("amount"), bill.get("currency"))
        yield Media("invoice", " ".join(str(part) for part in parts if part is not None))
    if labels := [label for row in _rows(message.get("inline_bot_buttons")) for label in row]:
        yield Media("buttons", " | ".join(labels))


def _rows(value: Any) -> Iterator[list[str]]:
    for row in value if isinstance(value, list) else ():
        if isinstance(row, list):
            yield [str(each["text"]) for each in row if isinstance(each, dict) and each.get("text")]


def _file(message: Mapping[str, Any], where: str, kind: str) -> Media:
    path = message[where] if isinstance(message[where], str) else ""
    name = message.get("file_name") if where == "file" else None
    media_type = message.get("mime_type") if where == "file" else "image/jpeg"
    left_out = path.startswith(_NOT_INCLUDED)  # "(File not included. Change data exporting settings to download.)"
    shown = name if isinstance(name, str) else "" if left_out else path.rpartition("/")[2]
    if kind == "sticker" and isinstance(sign := message.get("sticker_emoji"), str):
        shown = f"{sign} {shown}".strip()
    return Media(kind, one_line(shown), "" if left_out else path, media_type if isinstance(media_type, str) else "")


def _before(message: Mapping[str, Any], words: Words) -> tuple[str, ...]:
    if "forwarded_from" not in message:
        return ()
    who = message["forwarded_from"]
    return (words("forwarded", who=one_line(who) if isinstance(who, str) else words("nobody")),)


def _after(message: Mapping[str, Any], reading: Reading, words: Words) -> tuple[str, ...]:
    found = list[str]()
    if edited := _at(message, "edited", reading.zone):
        found.append(words("edited", time=f"{edited.local:%Y-%m-%d %H:%M}"))
    if isinstance(bot := message.get("via_bot"), str):
        found.append(f"via {bot}")
    return tuple(found)


def _action(message: Mapping[str, Any], who: str, words: Words) -> str:
    """Return what a notice of the system says: who, what, and what it names."""
    told = [words(str(message.get("action") or "service"))]
    for name in _TOLD:
        value = message.get(name)
        if isinstance(value, list):
            value = ", ".join(str(each) for each in value if each)
        if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
            told.append(str(value))
    if isinstance(length := message.get("duration_seconds"), int):
        told.append(words("seconds", n=length))
    if isinstance(why := message.get("discard_reason"), str):
        told.append(why.replace("_", " "))
    if text := _text(message.get("text")):
        told.append(text)
    return one_line(f"{who}: {', '.join(told)}" if who else ", ".join(told))


def _at(message: Mapping[str, Any], name: str, zone: str) -> Moment | None:
    """Return when: exact where the export states the seconds since 1970, else the exporting computer's wall clock."""
    wall = _wall(message.get(name))
    try:
        seconds = int(message.get(f"{name}_unixtime") or 0)
        when = datetime.fromtimestamp(seconds, UTC) if seconds else None
    except (ValueError, TypeError, OverflowError, OSError):
        when = None
    try:
        if when is None:
            return from_wall(wall, zone, Precision.ABOUT, HowKnown.CHAT_EXPORT) if wall else None
        here = moment(when, zone, known=HowKnown.CHAT_EXPORT)
        shift = wall.replace(tzinfo=UTC) - when if wall else timedelta(seconds=here.offset)
    except (BadInput, OverflowError, ValueError):
        return None
    offset = int(shift.total_seconds())
    if offset == here.offset or abs(offset) > 14 * 3600 or offset % 900:
        return here
    return Moment(here.utc, offset_name(offset), offset, Precision.EXACT, HowKnown.CHAT_EXPORT)


def _wall(value: Any) -> datetime | None:
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found.replace(tzinfo=None) if found and 1990 < found.year < 2200 else None
