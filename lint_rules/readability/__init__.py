"""Rules about how hard copy is to read."""
