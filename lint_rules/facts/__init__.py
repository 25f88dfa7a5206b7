"""Arithmetic and calendar: numbers that contradict the calendar or each other."""
