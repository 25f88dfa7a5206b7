"""The figures of a story: every quantity read once, for rules that compare them.

It reads only, and knows no rule.
"""
