"""From a request to a document: which asks, which evidence, in which words."""
