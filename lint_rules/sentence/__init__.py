"""Rules about sentences: grammar, missing words and full stops, fragments."""
