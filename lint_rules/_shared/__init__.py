"""What rules of several groups share."""

RESIDUE = (
    "leftover/agency-signoff",
    "leftover/agency-tag",
    "leftover/chatbot",
    "leftover/embed",
    "leftover/hold",
    "leftover/photo-credit",
    "leftover/placeholder",
)
"""The rules about what was left behind: what they find explains other faults in it."""
