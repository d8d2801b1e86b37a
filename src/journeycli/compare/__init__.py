"""Comparing a map with another, or with what really happens."""
