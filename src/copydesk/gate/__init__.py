"""Filters for CI: drop known findings, and findings that are not on changed lines."""
