"""A map in the terminal: every view is a sequence of lines, laid out for a width and a look."""
