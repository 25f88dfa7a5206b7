"""Applies fixes to drafts. Only ``draft.saved`` writes files."""
