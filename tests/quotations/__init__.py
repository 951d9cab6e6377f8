"""Quotations: from an author’s text to the page, the feeds and the record."""
