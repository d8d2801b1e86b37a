"""J9 Writing: sentences that say nothing, say it twice, or were cut by YAML."""
