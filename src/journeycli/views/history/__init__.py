"""The history of a map: as tables, as data, in the terminal and as a picture."""
