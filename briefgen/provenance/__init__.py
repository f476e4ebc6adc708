"""Proof that every statement rests on the words of the source."""
