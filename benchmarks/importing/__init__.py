"""How well the importer finds the statements of releases: precision and recall against keys written by hand."""
