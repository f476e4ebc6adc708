"""The studio: a page on this machine on which an advocate sees, adapts, translates and sends to print."""
