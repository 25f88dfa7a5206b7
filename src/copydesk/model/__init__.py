"""The data model, and the version of copydesk."""

__version__ = "0.1.0"
