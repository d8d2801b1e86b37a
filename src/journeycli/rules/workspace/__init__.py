"""J8 Workspace: what shows only when all files are looked at together."""
