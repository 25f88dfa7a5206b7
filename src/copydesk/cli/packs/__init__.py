"""``copydesk facts update``: a newer pack of facts, checked and put into the user’s data folder."""
