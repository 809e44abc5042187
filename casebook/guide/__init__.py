"""What to do next: deadlines, channel rules and suggestions. Pure: no window, no database, no network."""

from casebook.guide.explanation import Explanation
from casebook.guide.guide import Guide
from casebook.guide.rules import Action, Rule
from casebook.guide.suggest import Suggestion

__all__ = ["Action", "Explanation", "Guide", "Rule", "Suggestion"]
