"""An HTML body as plain text that reads well: blocks as lines, links and pictures named, nothing fetched or run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from casebook.mail.message.page import Page

_LONGEST = 4_000_000
_MOST_NODES = 300_000
_DATA_URI = re.compile(r"data:[a-zA-Z/+.;=-]{0,80},[^\"'\s<>]*")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]{0,30})")
_LONG_TAG = re.compile(r"<[a-zA-Z/!][^<>]{8000}")
_ATTRIBUTE = re.compile(r"([a-zA-Z-]{1,30})\s{0,5}=\s{0,5}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_HIDDEN = re.compile(r"display\s{0,5}:\s{0,5}none", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9._:-]{2,40})", re.IGNORECASE)

SKIPPED = frozenset(
    [
        "head",
        "script",
        "style",
        "title",
        "template",
        "noframes",
        "object",
        "embed",
        "applet",
        "svg",
        "math",
        "iframe",
        "audio",
        "video",
        "canvas",
        "select",
    ]
)
# Elements a browser closes by itself or that hold nothing: leaving them open nests nothing.
_SELF_CLOSING = frozenset(
    [
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dd",
        "dt",
        "option",
        "tbody",
        "thead",
        "tfoot",
        "colgroup",
        "col",
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
        "area",
        "base",
        "wbr",
        "source",
        "param",
        "html",
        "head",
        "body",
    ]
)
# A browser opens these again in every block that follows until they are closed: each open one costs an element a tag.
_FORMATTING = frozenset(
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]
)
_MOST_NESTING = 20_000_000
_MOST_FORMATTING = 600_000


QUOTE, SIGNATURE = "quote", "signature"
# What mail programs put around the message they answer, and around a signature.
_QUOTES = ", ".join(
    [
        ".gmail_quote",
        ".gmail_quote_container",
        "blockquote[type=cite]",
        "#divRplyFwdMsg",
        "#appendonsend",
        "#mail-editor-reference-message-container",
        ".ms-outlook-mobile-reference-message",
        "#OLK_SRC_BODY_SECTION",
        ".OutlookMessageHeader",
        ".moz-cite-prefix",
        ".moz-forward-container",
        ".yahoo_quoted",
        ".protonmail_quote",
        ".tutanota_quote",
        ".zmail_extra",
        "#isReplyContent",
        "#isForwardContent",
        ".foxmail_quote",
        "div[name=quote]",
        "div[style*='border-top:solid #E1E1E1']",
        "div[style*='border-top:solid #B5C4DF']",
    ]
)
_SIGNATURES = ", ".join(
    [
        ".gmail_signature",
        ".moz-signature",
        "#Signature",
        "#ms-outlook-mobile-signature",
        ".protonmail_signature_block",
        "#appleMailSignature",
    ]
)
# One of these stands in every page that has any of them.
_KEYS = (
    "_quote",
    "_signature",
    "cite",
    "RplyFwd",
    "appendonsend",
    "reference-message",
    "OLK_SRC_",
    "OutlookMessageH",
    "moz-",
    "yahoo_",
    "zmail_",
    "isReplyC",
    "isForwardC",
    '"quote"',
    "border-top:solid",
    "Signature",
    "mobile-signature",
)


def to_text(html: str) -> str:
    """Return the readable text of an HTML document, however broken. Never raises; bounded in time.

    Markup built to choke a parser (thousands of open elements or attributes) is read by a plain scan instead.
    """
    return read(html)[0]


def read(html: str) -> tuple[str, dict[str, int]]:
    """Return the readable text, and where in it the markup says that the `QUOTE` and the `SIGNATURE` begin."""
    html = html[:_LONGEST]
    if "data:" in html:
        html = _DATA_URI.sub("", html)
    page = Page()
    if _hostile(html):
        _scan(html, page)
    else:
        _walk(html, page)
    text = page.text()
    return text, {name: min(place, len(text)) for name, place in page.marks().items()}


def declared_charset(raw: bytes) -> str:
    """Return the charset a document names in its first `<meta>`, or empty text."""
    found = _CHARSET.search(raw[:2048])
    return found[1].decode("ascii") if found else ""


def _hostile(html: str) -> bool:
    """Return whether the tree of this document could take a time that grows with the square of its size."""
    if len(html) < 20_000:
        return False
    if _LONG_TAG.search(html):
        return True
    opened: dict[str, int] = {}
    depth = formatting = nesting_cost = formatting_cost = 0
    for found in _TAG.finditer(html):
        name = found[2].lower()
        if name not in _SELF_CLOSING:
            step = -1 if found[1] else 1
            count = opened.get(name, 0)
            if count or step > 0:
                opened[name] = count + step
                depth += step
                formatting += step if name in _FORMATTING else 0
        if not found[1]:
            nesting_cost += depth
            formatting_cost += formatting
            if nesting_cost > _MOST_NESTING or formatting_cost > _MOST_FORMATTING:
                return True
    return False


def _walk(html: str, page: Page) -> None:
    """Feed the page from a real parser's tree, without recursion."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    hidden = {node.mem_id for node in tree.css("[style*=isplay i]") if _HIDDEN.search(node.attributes["style"] or "")}
    hidden |= {node.mem_id for node in tree.css("[hidden]")}
    marked: dict[int, str] = {}
    if any(key in html for key in _KEYS):
        marked = {node.mem_id: SIGNATURE for node in tree.css(_SIGNATURES)}
        marked |= {node.mem_id: QUOTE for node in tree.css(_QUOTES)}
    node, parents = tree.root, []
    for _ in range(_MOST_NODES):
        if node is None:
            return
        tag = node.tag or ""
        child = None
        if tag == "-text":
            page.words(node.text_content or "")
        elif tag and tag not in SKIPPED and tag[0] != "-" and (not hidden or node.mem_id not in hidden):
            if marked and node.mem_id in marked:
                page.mark(marked[node.mem_id])
            page.open(tag, node.attributes if tag in Page.READS_ATTRIBUTES else {})
            child = node.child
            if child is not None:
                parents.append(node)
                node = child
                continue
            page.close(tag)
        while (following := node.next) is None and parents:
            node = parents.pop()
            page.close(node.tag or "")
        node = following


def _scan(html: str, page: Page) -> None:
    """Feed the page from the tags as they stand, in one pass over the text."""
    skipping = ""
    for text, tag, closing, attributes in _tags(html):
        if not skipping:
            page.words(unescape(text))
        if tag in SKIPPED and tag != "head":
            skipping = "" if closing and tag == skipping else skipping or ("" if closing else tag)
        elif not skipping and tag:
            page.close(tag) if closing else page.open(tag, attributes)


def _tags(html: str) -> Iterator[tuple[str, str, bool, Mapping[str, str | None]]]:
    """Yield each run of text with the tag behind it; comments are passed over."""
    position = 0
    while (start := html.find("<", position)) >= 0:
        if html.startswith("<!--", start):
            end = html.find("-->", start)
            found, stop = None, end + 3
        else:
            found, end = _TAG.match(html, start), html.find(">", start)
            stop = end + 1
        if end < 0:
            break
        if not found and html[start + 1] not in "!?/":
            yield html[position : start + 1], "", False, {}  # a lone "<" in the text
            position = start + 1
            continue
        name, attributes = (found[2].lower(), {}) if found else ("", {})  # type: str, dict[str, str | None]
        if name in Page.READS_ATTRIBUTES and stop - start < 8000:
            for key, *values in _ATTRIBUTE.findall(html, start, stop):
                attributes.setdefault(key.lower(), unescape("".join(values)))
        yield html[position:start], name, bool(found and found[1]), attributes
        position = stop
    yield html[position:], "", False, {}
