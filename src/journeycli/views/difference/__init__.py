"""What changed, as data, as a comment for a pull request, and as a page."""
