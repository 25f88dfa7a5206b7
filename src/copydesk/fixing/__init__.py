"""Takes fixes into drafts: pure but for ``writer``, which alone writes files."""
