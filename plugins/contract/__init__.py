"""What plugins know of each other: what a text carries, and what the site does."""
