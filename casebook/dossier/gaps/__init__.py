"""What a reader of the dossier will miss or must not see: looked for before it goes out."""

from casebook.dossier.gaps.findings import Finding, Gap
from casebook.dossier.gaps.report import look, of_case, of_facts, refuse_secrets, report

__all__ = ["Finding", "Gap", "look", "of_case", "of_facts", "refuse_secrets", "report"]
