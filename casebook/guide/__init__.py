"""What to do next: deadlines, channel rules and suggestions. Pure: no window, no database, no network."""

from casebook.guide.advice.suggest import Suggestion
from casebook.guide.dates.explanation import Explanation
from casebook.guide.dates.rules import Action, Rule
from casebook.guide.guide import Guide

__all__ = ["Action", "Explanation", "Guide", "Rule", "Suggestion"]
