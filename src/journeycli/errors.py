"""What can go wrong for a user: a message, its place, the next step and the exit code."""

INTERRUPTED = 130
"""What the program ends with after Ctrl+C, as shells count signals."""


class UserError(Exception):
    """Something that the reader of the message can put right.

    Args:
        message: What is wrong, in one sentence for an analyst.
        hint: What to do next.
        place: Where, as `path` or `path:line:column` (counted from 1, in code points).
        exit_code: What the program ends with; 2 stands for wrong usage, settings or set-up.

    """

    def __init__(
        self,
        message: str,
        *,
        hint: str | None = None,
        place: str | None = None,
        exit_code: int = 2,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.place = place
        self.exit_code = exit_code

    def __str__(self) -> str:
        """Give the one-line form: place, message and next step."""
        start = f"{self.place}: " if self.place else ""
        end = f" {self.hint}" if self.hint else ""
        return f"{start}{self.message}{end}"
