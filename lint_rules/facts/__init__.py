"""Arithmetic and dates: figures that contradict the calendar or each other."""
