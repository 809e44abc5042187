"""Where the words of others begin in a message, and where its signature does: offsets to fold at, nothing is cut.

In doubt the words count as the writer's own: a quote left in is a line too many, an answer folded away is missed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from casebook.mail.message import quote_words as words

_LONGEST = 200_000
_MOST_LINES = 20_000
_BLOCK_LINES = 7
_MOST_TRIES = 500  # lines that end with a colon; more are no letter
# What may begin a quote, cheaply: a mark, a rule, a colon near the start of a line or at its end.
_CANDIDATE = re.compile(r"\n[ \t\xa0*_]{0,4}+(?:[>#]|[-_=*─—]{2}|[^\n:：]{1,18}+[:：])")
_COLONS_LAST = ((":", ("\n", " \n", "\xa0\n", "*\n", "  \n")), ("：", ("\n", " \n")))
_MOST_COLONS = 2_000
_DELIMITER_WITHIN = 3_000
_BAR = re.compile(
    rf"[ \t*>]*[-_=*─—]{{2,}}[ \t\xa0]*(?:{words.BAR})[ \t\xa0:：]*(?:[-_=*─—]{{2,}}[ \t*]*)?", re.IGNORECASE
)
_ZOHO = re.compile(rf"[ \t]*-{{2,}}[ \t]*.{{4,250}}?(?:{words.WROTE})[ \t]*-{{2,}}[ \t]*", re.IGNORECASE)
_FORWARD = re.compile(rf"[ \t*]*(?:{words.BEGIN_FORWARD})[^\n]{{0,40}}[:：]?[ \t*]*", re.IGNORECASE)
_REPLY_ABOVE = re.compile(words.REPLY_ABOVE, re.IGNORECASE)
_RULE = re.compile(r"[ \t]*[-_=*─—]{5,}[ \t]*")
_VERB = re.compile(rf"(?:{words.WROTE})[^:：\n]{{0,150}}[:：][ \t\xa0*_]*\Z", re.IGNORECASE)
# "Lily <a@b> schrieb am So., 23. Juni, 21:08:"
_VERB_THEN_CLOCK = re.compile(
    rf"(?:{words.WROTE})[^:：\n]{{0,100}}\d[:：]\d\d[^:：\n]{{0,20}}[:：][ \t\xa0*_]*\Z", re.IGNORECASE
)
_BEGIN = re.compile(rf"[ \t\xa0*_\"'“]*(?:{words.ATTRIBUTION_BEGIN})", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.：h時时시]\d\d|\d[ \t]?[AP]\.?M\b|[下上]午|오[전후]", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d\d")
_ADDRESS = re.compile(r"[<(\[][^<>()\[\]\s]{1,120}@[^<>()\[\]\s]{1,120}[>)\]]")
# "It is done. On Friday, 6 May … wrote:": the writer's own words stand before, on the same line.
_WORDS_BEFORE = re.compile(
    r"[^\n]{0,200}?(?:\w[^\n]{0,20}?[ \t](?:On|Am|Le|El|Em|Il|Op|Den|Dnia|Dne)[ \t]+(?:\w{2,12}[.,]*[ \t]+){0,3}\d"
    r"|[。！？][ \t]*[在于於]?[ \t]*(?:19|20)\d\d[ \t]?[年/.-])"
)
_GMAIL_OLD = re.compile(
    r"[ \t]*(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2} [^\n]*[<(][^<>()\s]+@[^<>()\s]+[>)][ \t]*[:：]?[ \t]*"
)
_ADDRESS_LAST = re.compile(r"[<(\[]?[^<>()\[\]\s]{1,120}@[^<>()\[\]\s]{1,120}[>)\]][ \t\xa0]*[:：][ \t\xa0*]*\Z")
_DATED = re.compile(r"\d")
_HEADER = re.compile(
    rf"[ \t\xa0*>]*(?:(?P<sender>{words.FROM})|(?P<sent>{words.SENT})|(?P<to>{words.TO})|(?P<subject>{words.SUBJECT})"
    rf"|(?:{words.OTHER_HEADER}))[ \t\u3000\xa0*]{{0,4}}[:：]",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"[ \t*]*[^\n]{1,80}?,?[ \t]+(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}"
    r"|\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d\d-\d\d),? ?(?:at )?\d{1,2}:\d\d[^\n]{0,20}"
)
_SIGNATURE_MARK = re.compile(r"--[ \t\xa0]?|—[ \t\xa0]")
_SENT_FROM = re.compile(rf"[ \t*_\[(]*(?:{words.SENT_FROM})[^\n]{{0,60}}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Folds:
    """Where in a text the quoted message begins and where the signature does; None where there is none."""

    quote_at: int | None = None
    signature_at: int | None = None


def find(text: str, *, marked: int | None = None, signed: int | None = None) -> Folds:
    """Return the folds of a text. `marked` and `signed` are where the HTML it was made of says that quote and
    signature begin; a mark with the writer's own words between or behind the quoted lines counts for nothing.

    Never raises, linear in the text; looks at its first 200,000 characters.
    """
    head = "\n" + text[:_LONGEST]
    found = None
    places = [match.start() for match in _CANDIDATE.finditer(head)]
    places += _colons(head)
    places += _delimiters(text)
    if marked is not None or places:
        page = _Page(text[:_LONGEST])
        candidates = sorted({page.line_at(place) for place in places})
        found = page.quote(candidates, -1 if marked is None else page.line_at(min(marked, _LONGEST)))
    own = text[:found]
    signature = _signature(own)
    if signed is not None and signed < len(own) and (signature is None or signed < signature) and own[:signed].strip():
        signature = signed
    return Folds(found, signature)


class _Page:
    """A text by its lines."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n", _MOST_LINES)[:_MOST_LINES]
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        signature = _signature(text)
        last = len(self.lines) if signature is None else self.line_at(signature)
        while last > 0 and (not self.lines[last - 1].strip() or self.quoted(last - 1)):
            last -= 1
        self.last_own = last - 1
        """The last line that is neither empty, nor quoted by `>`, nor the signature."""
        self._tries = _MOST_TRIES

    def line_at(self, offset: int) -> int:
        """Return the number of the line that an offset lies in."""
        return min(max(0, bisect_right(self.starts, offset) - 1), len(self.lines) - 1)

    def quoted(self, number: int) -> bool:
        """Return whether a line is marked as quoted by `>`."""
        return self.lines[number].lstrip(" \t\xa0").startswith(">")

    def quote(self, candidates: list[int], marked: int) -> int | None:
        """Return the offset of the first quote that goes to the end of the text."""
        if marked >= 0 and marked not in candidates:
            candidates = sorted((*candidates, marked))
        passed = -1
        for number in candidates:
            if number <= passed:
                continue
            begin = self._begins(number)
            if begin is None and number == marked:
                begin = number, self._first_quoted(number)
            if begin is None:
                continue
            first, body = begin
            run_end = self._run(body)
            if run_end > body and self.last_own >= run_end:  # own words between or behind: an answer in between
                passed = run_end - 1
                continue
            return self.starts[self._above(first)]
        return None

    def _begins(self, number: int) -> tuple[int, int] | None:
        """Return the first line of a quote that is announced here, and the line behind the announcement."""
        line = self.lines[number]
        if self.quoted(number):
            return (self._announcement(number), number) if self._run(number) > self.last_own else (number, number)
        if len(line) > 400:
            return None
        for rule in (self._bar, self._reply_above, self._attribution, self._block, self._comment):
            if (found := rule(number)) is not None:
                return found
        return None

    def _bar(self, number: int) -> tuple[int, int] | None:
        line = self.lines[number]
        if _BAR.fullmatch(line) or _ZOHO.fullmatch(line):
            return number, number + 1
        if _FORWARD.fullmatch(line) and any(_HEADER.match(each) for each in self.lines[number + 1 : number + 4]):
            return number, number + 1
        return None

    def _reply_above(self, number: int) -> tuple[int, int] | None:
        """A desk's line: what stands above it is the answer; where nothing does, it is the desk that wrote."""
        if _REPLY_ABOVE.search(self.lines[number]) and self._any_before(number, lambda line: len(line) > 1):
            return number, number + 1
        return None

    def _attribution(self, number: int) -> tuple[int, int] | None:
        """`On … wrote:`, on up to four lines."""
        line = self.lines[number].rstrip(" \t\xa0*_>")
        if line[-1:] not in {":", "："} or self.quoted(number) or self._tries <= 0:
            return None
        self._tries -= 1
        joined, first = line, number
        for back in range(5):
            first = number - back
            if back:
                if first < 0 or not self.lines[first].strip() or self.quoted(first) or len(joined) > 500:
                    break
                joined = f"{self.lines[first].strip()} {joined}"
            strength = _strength(joined)
            if strength and self._answers(number, strong=strength > 1):
                top = self._top_of(first)
                return top + _begins_with_own_words(self.lines[top]), number + 1
        return None

    def _top_of(self, first: int) -> int:
        """Return the first line of an attribution that was folded before the line it was known by."""
        if first and self.lines[first].lstrip()[:1] in {"于", "於"} and _ADDRESS.search(self.lines[first - 1]):
            return first - 1
        if _BEGIN.match(self.lines[first]):
            return first
        for above in range(first - 1, max(-1, first - 4), -1):
            line = self.lines[above]
            if not line.strip() or self.quoted(above):
                break
            if _BEGIN.match(line) and (_YEAR.search(line) or _CLOCK.search(line)):
                return above
        return first

    def _answers(self, number: int, *, strong: bool) -> bool:
        """Return whether what follows an attribution can be the quoted message."""
        following = self._following(number + 1)
        if following is None:
            return False  # the last line of the message: the writer's own words end with a colon
        if self.quoted(following):
            return True
        return strong and self._any_before(number)

    def _block(self, number: int) -> tuple[int, int] | None:
        """The headers of the quoted message, as Outlook and the Chinese clients put them."""
        first = _HEADER.match(self.lines[number])
        if not first or not first["sender"]:
            return None
        kinds, last, at_sign = self._headers(number)
        if len(kinds) >= 3 and ("sent" in kinds or at_sign) and ("subject" in kinds or ("sent" in kinds and at_sign)):
            return self._first_header(number), last + 1
        top = self._first_header(number)
        kinds, last, at_sign = self._headers(top)
        return (top, last + 1) if len(kinds) >= 4 and at_sign else None

    def _headers(self, number: int) -> tuple[set[str], int, bool]:
        """Return which headers stand in a block, its last line, and whether an address is in it."""
        kinds, last, at_sign = set[str](), number, False
        for offset, line in enumerate(self.lines[number : number + _BLOCK_LINES]):
            if found := _HEADER.match(line):
                kinds.add(found.lastgroup or "other")
                last = number + offset
                at_sign = at_sign or "@" in line
        return kinds, last, at_sign

    def _first_header(self, sender: int) -> int:
        """Return the first line of a block that begins with the date or the subject, as Hotmail's does."""
        top = sender
        while top > max(0, sender - 4) and _HEADER.match(self.lines[top - 1]) and not self.quoted(top - 1):
            top -= 1
        return top

    def _comment(self, number: int) -> tuple[int, int] | None:
        """The older comments below a desk's newest: a rule, then name and time."""
        if not _RULE.fullmatch(self.lines[number]):
            return None
        following = self._following(number + 1)
        if following is None or following > number + 3 or not _COMMENT.fullmatch(self.lines[following]):
            return None
        earlier = (each for each in range(max(0, number - 2_000), number) if _COMMENT.fullmatch(self.lines[each][:200]))
        return (number, following + 1) if next(earlier, None) is not None else None

    def _announcement(self, number: int) -> int:
        """Return the line above quoted lines that names whose words they are, in whatever language."""
        above = number - 1
        while above >= 0 and above > number - 3 and not self.lines[above].strip():
            above -= 1
        if above >= 0 and _GMAIL_OLD.fullmatch(self.lines[above]):
            return above
        if above > 0 and _GMAIL_OLD.fullmatch(self.lines[above - 1].rstrip() + self.lines[above].lstrip()):
            return above - 1
        if above < 0 or self.lines[above].rstrip(" \t\xa0*")[-1:] not in {":", "："}:
            return number
        line = self.lines[above]
        if _begins_with_own_words(line):
            return number
        if _ADDRESS.search(line) or (_DATED.search(line) and (_CLOCK.search(line) or _YEAR.search(line))):
            return above
        return number

    def _above(self, first: int) -> int:
        """Return the line of the rule that stands above a quote, if one does."""
        above = first - 1
        while above >= 0 and above > first - 3 and not self.lines[above].strip():
            above -= 1
        return above if above >= 0 and _RULE.fullmatch(self.lines[above]) else first

    def _run(self, number: int) -> int:
        """Return the line behind the quoted lines that begin here (empty lines before and between belong to them)."""
        following, end = number, number
        while following < len(self.lines):
            if self.quoted(following):
                end = following + 1
            elif self.lines[following].strip():
                break
            following += 1
        return end

    def _first_quoted(self, number: int) -> int:
        """Return the line where quoted lines begin soon behind a mark of the markup; the mark's own, if none do."""
        seen = 0
        for each in range(number, min(number + 20, len(self.lines))):
            if self.quoted(each):
                return each
            seen += bool(self.lines[each].strip())
            if seen > 4:
                break
        return number

    def _following(self, number: int) -> int | None:
        return next((n for n in range(number, min(number + 50, len(self.lines))) if self.lines[n].strip()), None)

    def _any_before(self, number: int, test: Callable[[str], bool] = bool) -> bool:
        return any(test(line.strip()) for line in self.lines[max(0, number - 300) : number])


def _begins_with_own_words(line: str) -> bool:
    """Return whether an attribution stands behind the writer's own words: better a line too many than words folded."""
    return _WORDS_BEFORE.match(line) is not None and not _BEGIN.match(line)


def _colons(head: str) -> list[int]:
    """Return where lines end with a colon, as what announces a quote does."""
    found = list[int]()
    for colon, behind in _COLONS_LAST:  # finding one character is many times faster than finding two
        place = head.find(colon)
        while place >= 0 and len(found) < _MOST_COLONS:
            if head.startswith(behind, place + 1):
                found.append(place - 1)
            place = head.find(colon, place + 1)
    return found


def _delimiters(text: str) -> list[int]:
    """Return where a desk's "reply above this line" may stand."""
    top = text[:_DELIMITER_WITHIN]
    keys = words.REPLY_ABOVE_KEYS if top.isascii() else words.REPLY_ABOVE_KEYS + words.REPLY_ABOVE_EAST
    return [top.index(key) for key in keys if key in top]


def _strength(line: str) -> int:
    """Return 2 for an attribution with a time or an address, 1 for one with a mere date, 0 for none."""
    if "@" not in line and not _DATED.search(line):
        return 0
    address = _ADDRESS.search(line)
    if address and _ADDRESS_LAST.search(line) and _CLOCK.search(line) and (_YEAR.search(line) or "年" in line):
        return 2  # Gmail in Japanese, Chinese, Russian: no verb
    if address and _VERB_THEN_CLOCK.search(line):
        return 2
    if (not address and not _BEGIN.match(line)) or not _VERB.search(line):
        return 0
    return 2 if address or _CLOCK.search(line) or "@" in line else 1


def _signature(text: str) -> int | None:
    """Return where the signature begins that ends a text: its mark, a phone's "sent from", a legal notice."""
    end = len(text.rstrip())
    found = None
    while (paragraph := _last_paragraph(text, end)) is not None:
        begin = paragraph
        if not (_is_sent_from(text[begin:end]) or _is_notice(text[begin:end])):
            last_line = text.rfind("\n", begin, end) + 1
            if last_line <= begin or not _is_sent_from(text[last_line:end]):
                break
            begin = last_line
        found, end = begin, len(text[:begin].rstrip())
    mark = _mark(text, end)
    return mark if mark is not None else found


def _mark(text: str, end: int) -> int | None:
    """Return the place of the last `-- ` line if what follows is as short as a signature."""
    position = end
    while (position := text.rfind("\n--", max(0, end - 3_000), position)) >= 0:
        stop = text.find("\n", position + 1, end)
        stop = end if stop < 0 else stop
        line = text[position + 1 : stop]
        if line.rstrip() == "--":
            below = [each for each in text[stop:end].split("\n") if each.strip()]
            most, longest = (25, 300) if line == "-- " else (8, 120)
            if below and len(below) <= most and max(map(len, below)) <= longest:
                return position + 1 if text[: position + 1].strip() else None
    return None


def _last_paragraph(text: str, end: int) -> int | None:
    """Return where the paragraph that ends at `end` begins; None at the top of the text."""
    begin = text.rfind("\n\n", 0, end)
    if begin < 0 or end - begin > 6_000 or not text[:begin].strip():
        last_line = text.rfind("\n", 0, end)
        return last_line + 1 if last_line > 0 and _is_sent_from(text[last_line + 1 : end]) else None
    return begin + 2


def _is_sent_from(text: str) -> bool:
    return len(text) < 120 and _SENT_FROM.fullmatch(text.strip()) is not None


def _is_notice(paragraph: str) -> bool:
    """Return whether a paragraph is a legal notice."""
    if not 60 < len(paragraph) < 3_000:
        return False
    low = paragraph.lower()
    return any(phrase in low for phrase in words.DISCLAIMER)
