"""The small Markdown of formats, and its blocks."""
