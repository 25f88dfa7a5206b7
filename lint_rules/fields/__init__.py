"""Rules on the fields of a story: front matter, shortcodes, the head of a page."""
