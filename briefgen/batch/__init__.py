"""Many documents at once: planned, made by several workers, and made again only where something has changed."""
