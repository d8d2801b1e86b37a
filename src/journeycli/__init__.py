"""Customer journey maps as text: versioned, linted, drawn."""

__version__ = "0.1.0"
