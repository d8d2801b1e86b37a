"""J3 Touchpoints and channels: where people meet us, how, and what they think of it."""
