"""Commands: the only room that prints, exits or reads the environment."""
