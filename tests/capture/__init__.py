"""From the address of a page to a quotation that is checked against it."""
