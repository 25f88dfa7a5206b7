"""Rules about marks and blanks: quotation marks, dashes, dots, spaces."""
