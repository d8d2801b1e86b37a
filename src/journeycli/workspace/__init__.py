"""Files of a workspace: which there are, and what they declare to one another."""
