"""Who seems to write: a sender against the register of official contacts, and against names that look alike."""

from casebook.guide.impostors.assess import assess, assess_handle, assess_host
from casebook.guide.impostors.register import Register
from casebook.guide.impostors.standing import Assessment, Finding, Found, Sender, Standing

__all__ = [
    "Assessment",
    "Finding",
    "Found",
    "Register",
    "Sender",
    "Standing",
    "assess",
    "assess_handle",
    "assess_host",
]
