"""Briefings and letters to every UN member state, from one report, in the language of each delegation."""

__version__ = "0.1.0"
