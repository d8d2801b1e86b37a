"""From rules and files to findings."""
