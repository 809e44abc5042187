"""Discord chats as JSON, in the form of the common exporter: one channel or direct conversation in each file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from casebook.journal.errors import BadInput
from casebook.journal.times import HowKnown, Moment, Precision, from_wall, milliseconds, moment, offset_name
from casebook.mail.chats.json_stream import JsonStream
from casebook.mail.chats.lines import Conversation, Line, Media, clean, key_of, one_line
from casebook.mail.chats.stretches import Reading
from casebook.mail.chats.telegram import Wanted
from casebook.mail.chats.words import Words

PLATFORM = "Discord"
_SAID = frozenset({"Default", "Reply", "ApplicationCommand", "ContextMenuCommand", "ThreadStarterMessage", "0", "19"})
_DIRECT = frozenset({"DirectTextChat", "DirectGroupTextChat"})


def fits(start: str) -> bool:
    """Return whether the beginning of a JSON file is one of this exporter's."""
    return '"guild"' in start and '"channel"' in start and ('"messages"' in start or '"exportedAt"' in start)


def read(stream: JsonStream, reading: Reading, wanted: Wanted) -> Iterator[Conversation | Line]:
    """Yield the conversation if it is wanted, followed by its lines. Raises BrokenJson."""
    about = dict[str, Any]()
    for name in stream.members():
        if name == "messages" and stream.peek() == "[":
            conversation = _conversation(about)
            if wanted(conversation):
                yield conversation
                yield from _messages(stream, reading, conversation)
            else:
                stream.skip()
        elif name in ("guild", "channel"):
            about[name] = stream.value()
        else:
            stream.skip()


def _conversation(about: Mapping[str, Any]) -> Conversation:
    guild, channel = _dict(about.get("guild")), _dict(about.get("channel"))
    kind, name = str(channel.get("type") or ""), one_line(str(channel.get("name") or ""))
    server = "" if kind in _DIRECT else one_line(str(guild.get("name") or ""))
    return Conversation(
        platform=PLATFORM,
        ident=str(channel.get("id") or name),
        title=" · ".join(filter(None, (server, f"#{name}" if server and name else name))),
        kind=kind,
        alone=True,
        other=name if kind == "DirectTextChat" else "",  # which is called after whom it is with
    )


def _messages(stream: JsonStream, reading: Reading, conversation: Conversation) -> Iterator[Line]:
    words = Words(reading.language)
    for start in stream.items():
        message = stream.value()
        end = stream.position
        if isinstance(message, dict):
            yield _line(message, conversation, reading, words, start, end)
            continue
        key = key_of(PLATFORM, conversation.ident, "unread", str(start), str(end))
        problem = f"what stands at bytes {start}-{end} of the export is no message; its bytes are kept"
        yield Line(key, None, "", words("unread"), start, end, problem=problem)


def _line(
    message: Mapping[str, Any], conversation: Conversation, reading: Reading, words: Words, start: int, end: int
) -> Line:
    author, ident = _dict(message.get("author")), str(message.get("id", ""))
    who_id = str(author.get("id") or "")
    names = (author.get("nickname"), author.get("name"))
    who = next((one_line(name) for name in names if isinstance(name, str) and name.strip()), "") or who_id
    kind, content = str(message.get("type") or "Default"), message.get("content")
    said = clean(content) if isinstance(content, str) else ""
    media = tuple(_media(message))
    service, basis = kind not in _SAID, (said, *(each.name for each in media))
    if service:
        basis = (kind, *basis)
        ended = _at(message.get("callEndedTimestamp"), reading.zone)
        until = f" – {ended.local:%Y-%m-%d %H:%M}" if ended else ""
        said = one_line(f"{who}: {words('phone_call') if kind == 'Call' else kind}{until} {said}")
    edited = _at(message.get("timestampEdited"), reading.zone)
    answers = _dict(message.get("reference")).get("messageId") if kind in ("Reply", "19") else None
    return Line(
        key=key_of(PLATFORM, conversation.ident, ident, who_id, *basis),
        at=_at(message.get("timestamp"), reading.zone),
        who="" if service else who or words("nobody"),
        words=said,
        start=start,
        end=end,
        who_id=str(author.get("name") or who_id) if conversation.other else who_id,
        bot=author.get("isBot") is True,
        ident=ident,
        answers=str(answers or ""),
        media=media,
        after=(words("edited", time=f"{edited.local:%Y-%m-%d %H:%M}"),) if edited else (),
    )


def _media(message: Mapping[str, Any]) -> Iterator[Media]:
    for each in _dicts(message.get("attachments")):
        url, name = str(each.get("url") or ""), one_line(str(each.get("fileName") or ""))
        # With media downloaded the address is a path beside the export; else it is left where it is.
        yield Media("file", name or url.rpartition("/")[2], "" if "://" in url else url)
    for each in _dicts(message.get("stickers")):
        yield Media("sticker", one_line(str(each.get("name") or "")))
    for each in _dicts(message.get("embeds")):
        parts = (each.get("title"), each.get("url"), each.get("description"))
        if told := " ".join(one_line(part) for part in parts if isinstance(part, str) and part):
            yield Media("embed", told)


def _at(value: Any, zone: str) -> Moment | None:
    """Return when: exact, with the offset the exporter wrote."""
    try:
        when = datetime.fromisoformat(value) if isinstance(value, str) else None
        if when is None or not 1990 < when.year < 2200:
            return None
        shift = when.utcoffset()
        if shift is None:
            return from_wall(when, zone, Precision.ABOUT, HowKnown.CHAT_EXPORT)
        here, offset = moment(when, zone, known=HowKnown.CHAT_EXPORT), int(shift.total_seconds())
    except (ValueError, OverflowError, BadInput):
        return None
    if offset in (here.offset, 0) or offset % 60:
        return here
    return Moment(milliseconds(when), offset_name(offset), offset, Precision.EXACT, HowKnown.CHAT_EXPORT)


def _dict(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: Any) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
