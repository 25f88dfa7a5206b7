"""Helpers shared by rules of several groups."""

RESIDUE = (
    "leftover/agency-signoff",
    "leftover/agency-tag",
    "leftover/chatbot",
    "leftover/embed",
    "leftover/hold",
    "leftover/photo-credit",
    "leftover/placeholder",
)
"""The rules about leftover text: their findings explain others in the same words."""
