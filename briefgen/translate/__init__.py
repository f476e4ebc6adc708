"""The work of translation: what is to be translated, and the catalogues that hold it."""
