"""Languages: sentences, dates and front pages."""
