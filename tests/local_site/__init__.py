"""The site on its author's own machine, as `inv serve` shows it."""
