"""Renderers: each turns a neutral document into the bytes of a file."""
