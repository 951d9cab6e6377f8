"""Citations from and to an author's library: CSL-JSON and BibTeX, which Zotero reads and writes."""
