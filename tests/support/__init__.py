"""What several tests need: building a site, serving it, finding the browser."""
