"""Attacks by files that a stranger may have made, run through the real command line."""
