"""The rules that come with copydesk. See ``hooks.py`` for how they are found."""
