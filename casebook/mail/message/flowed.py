"""Text in format=flowed (RFC 3676): soft line ends joined, quotes kept apart, stuffing removed."""

from __future__ import annotations


def unfold(text: str, *, delete_space: bool = False) -> str:
    """Return the text with its paragraphs on one line each. `delete_space` is the sender's `delsp=yes`."""
    lines, open_quotes = list[list[str]](), -1
    for line in text.split("\n"):
        content = line.lstrip(">")
        quotes = len(line) - len(content)
        content = content.removeprefix(" ")  # space-stuffing (RFC 3676, 4.4)
        signature = content.rstrip("\r") == "-- "
        if quotes == open_quotes and not signature:
            lines[-1].append(content)
        else:
            lines.append(["> " * min(quotes, 20), content])
        flows = content.endswith(" ") and not signature
        open_quotes = quotes if flows else -1
        if flows and delete_space:
            lines[-1][-1] = content[:-1]
    return "\n".join("".join(pieces) for pieces in lines)
