"""The sentence of each finding, in English, with places for its values."""

from __future__ import annotations

from casebook.guide.impostors.standing import Finding, Found, Standing

STANDINGS = {
    Standing.KNOWN: "an official contact",
    Standing.STALE: "an official contact, verified long ago",
    Standing.UNKNOWN: "not in the register",
    Standing.LOOK_ALIKE: "looks like an official contact and is none",
    Standing.NOT_THE_FIRM: "says to be the firm and is no official contact",
}
"""A few words for each standing."""

FINDINGS = {
    Found.OFFICIAL_ADDRESS: "{value} is an official contact of {firm}, verified by you on {day}",
    Found.OFFICIAL_DOMAIN: "the domain {value} is an official contact of {firm}, verified by you on {day}",
    Found.OFFICIAL_HANDLE: "the handle {value} is an official contact of {firm}, verified by you on {day}",
    Found.VERIFIED_LONG_AGO: "{value} was verified by you {days} days ago: look it up again",
    Found.WITHDRAWN: "{value} was an official contact of {firm} and was withdrawn",
    Found.NOTHING_VERIFIED: "it may be {firm}: no official contact of {firm} is in the register yet",
    Found.OTHER_ADDRESS: "{seen} belongs to {value}, which {firm} uses; this address is not in the register",
    Found.SAME_LETTERS: "{seen} looks like {value} ({firm}) and is written with other letters",
    Found.FEW_LETTERS: "{seen} differs by a letter or two from {value} ({firm})",
    Found.OTHER_ENDING: "{seen} has the name of {value} ({firm}) and another ending",
    Found.SUBDOMAIN: "{seen} begins like {value} ({firm}) and belongs to somebody else",
    Found.NAME_IN_DOMAIN: "{seen} has the name of {firm} in it and is not {value}",
    Found.MIXED_SCRIPTS: "{seen} mixes letters of several alphabets that look alike",
    Found.DISPLAY_NAME: "the name “{name}” says {firm}, the address {seen} is no official contact of it",
    Found.NAME_MENTIONS: "the name “{name}” mentions {firm}; {seen} is no official contact of it",
    Found.NAME_IS_ADDRESS: "the name shows the address {value} ({firm}), the mail says it comes from {seen}",
    Found.FREE_MAIL: "it says {firm} and comes from {host}, where anybody can have an address",
    Found.NAME_IN_ADDRESS: "{seen} has the name of {firm} before the @ and is no official contact of it",
    Found.RENTED_DESK: "{seen} is rented from a help desk or mail service under a name anybody can choose",
    Found.REPLY_ELSEWHERE: "answers would go to {value}, which is no official contact",
    Found.REPLY_LOOK_ALIKE: "answers would go to {value}, which looks like an official contact of {firm}",
}
"""A sentence for each finding."""


def sentence(finding: Finding) -> str:
    """Return the English sentence of a finding."""
    return FINDINGS[finding.what].format(**finding.values)
