"""From the address of a page to a work that can be cited and checked: ``inv cite``."""
