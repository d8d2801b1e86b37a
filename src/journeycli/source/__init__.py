"""Text with places: bytes become data, spans and comments; fixes become edits of the text."""
