"""Citations from and to libraries."""
