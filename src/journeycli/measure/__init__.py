"""What can be told of a map from its past: how it grew, and who last looked after which part."""
