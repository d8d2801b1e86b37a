"""All maps of a workspace at once: how far they are, how they feel, and what is to be done.

Pure values, and the renderings of them that need no terminal: JSON, Markdown, CSV.
"""
