"""J4 Emotions: what sets a feeling off, and what the curve of a journey tells."""
