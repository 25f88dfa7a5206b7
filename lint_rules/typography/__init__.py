"""Rules about marks and spaces: quotation marks, dashes, ellipses."""
