"""What keeps a document from being laid out."""


class LayoutError(ValueError):
    """A document cannot be laid out; the text says why, in words that follow "because"."""
