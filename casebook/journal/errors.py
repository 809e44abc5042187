"""What can go wrong, said so that a trader knows what to do next."""


class CasebookError(Exception):
    """A refusal with one sentence that says what is wrong, where, and what to do. Nothing was changed.

    The sentence is kept apart from its values (`BadInput("there is no case {number}", number="C-9")`), so that the
    window can show it in the user's language; `str()` gives the English.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template.format(**values) if values else template)


class NotFound(CasebookError):
    """The thing that was named is not in this casebook."""


class BadInput(CasebookError):
    """A value that cannot be recorded as given."""


class NotACasebook(CasebookError):
    """The folder or file is not a casebook."""


class TooNew(CasebookError):
    """The casebook was written by a newer program and must not be touched by this one."""


class Locked(CasebookError):
    """The casebook is encrypted, and no key was given, or not the right one."""


class DiskTrouble(CasebookError):
    """The disk is full, read-only, or failing: the user's machine, not our bug."""


class Damaged(CasebookError):
    """The casebook's own files do not hold what was put into them."""


class Busy(CasebookError):
    """Another program has the casebook open, or is rewriting it."""


class ReadOnly(CasebookError):
    """The casebook can be read where it is, but nothing can be recorded."""


class BadPlace(CasebookError):
    """A place where a casebook would come to harm."""
