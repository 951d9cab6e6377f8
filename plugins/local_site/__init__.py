"""The site on its author's own machine: it follows every change, with comments at its side."""
