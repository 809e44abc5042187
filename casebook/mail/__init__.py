"""WHAT COMES IN: mail formats read into drafts the journal can keep; no Qt, no database."""
