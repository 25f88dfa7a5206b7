"""Filters for CI: known findings, and findings not on changed lines."""
