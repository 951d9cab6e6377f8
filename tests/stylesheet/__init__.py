"""The stylesheet: put together from layers, named by what it holds."""
