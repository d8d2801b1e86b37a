"""Maps from where they are born, and to where people read them: one file a format."""
