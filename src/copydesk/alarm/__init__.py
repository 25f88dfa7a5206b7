"""Makes the small, anonymised example of a false alarm; pure, except that it asks for checks."""
