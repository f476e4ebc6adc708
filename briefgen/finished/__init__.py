"""Finished files read back and held against what they were to say: the last look before a document goes out."""
