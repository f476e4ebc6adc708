"""Languages: catalogues, placeholders, particles, dates, names of states and forms of address."""
