"""J0 Document: what makes a file unreadable or unfit for the format, found while it is read."""

from __future__ import annotations

from journeycli.rules.base import FixSafety, ReadingRule


class YamlSyntax(ReadingRule):
    """The text is not YAML.

    What:
        Somewhere the text stops being YAML. The usual causes are a tab, a sentence that starts
        with `*`, `@`, `%`, `!`, `>` or a quote, an unquoted colon, or a line that is indented
        too much or too little. A sentence that breaks YAML is read as it was meant, so that one
        run shows all such places.

    Why:
        Nothing in a file can be checked or drawn before it can be read.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            customer_actions:
              - "Yes" she said, and opened four tabs

    Good::

        stages:
          - id: compare
            name: Compare offers
            customer_actions:
              - '"Yes" she said, and opened four tabs'
    """

    code = "J001"
    name = "yaml-syntax"
    summary = "the text is not YAML"
    fix = FixSafety.SAFE


class InvalidValue(ReadingRule):
    """A value that the format does not allow here.

    What:
        A number out of its range, a word that is not in a closed vocabulary, a date that is none,
        a list where a sentence belongs. A sentence with a colon, which YAML reads as a key with a
        value, is understood and reported with a fix that puts it in quotes.

    Why:
        A score of 4 on a scale from −2 to +2, or a severity of “hgih”, would be drawn wrong or
        not at all.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            emotions:
              - feeling: wary
                score: 4

    Good::

        stages:
          - id: compare
            name: Compare offers
            emotions:
              - feeling: wary
                score: -1
    """

    code = "J002"
    name = "invalid-value"
    summary = "a value that the format does not allow"
    fix = FixSafety.SAFE


class UnknownKey(ReadingRule):
    """A key that the format does not have.

    What:
        A misspelt key, a key in the wrong place, or another tool's word for one of ours: pain
        points are `barriers`, phases are `stages`, KPIs are `metrics`. Keys of your own begin
        with `x-`.

    Why:
        A misspelt key would be left out of every check and every picture without a word.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            pain_points:
              - The set-up fee shows on the last page only

    Good::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - The set-up fee shows on the last page only
    """

    code = "J003"
    name = "unknown-key"
    summary = "a key that the format does not have"
    fix = FixSafety.SAFE


class DuplicateKey(ReadingRule):
    """The same key twice in one mapping.

    What:
        A key stands twice among its neighbours, often because a stage was copied or two people
        edited the same place. The first one is read.

    Why:
        YAML readers keep one of the two and drop the other without a word; which one, differs.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            emotions:
              - wary
            emotions:
              - curious

    Good::

        stages:
          - id: compare
            name: Compare offers
            emotions:
              - wary
              - curious
    """

    code = "J004"
    name = "duplicate-key"
    summary = "the same key twice in one mapping; both places"


class MissingKey(ReadingRule):
    """A key that the format requires is not there.

    What:
        Few keys are required: `format`, `id`, `title` and `stages` on a map, `id` and `name` on a
        stage, and inside elements the one key without which they say nothing, such as the `text`
        of a barrier.

    Why:
        Without an id nothing can point at the element; without a name or text there is nothing to
        draw.

    Bad::

        stages:
          - name: Compare offers

    Good::

        stages:
          - id: compare
            name: Compare offers
    """

    code = "J005"
    name = "missing-key"
    summary = "a key that the format requires"


class UnknownFormat(ReadingRule):
    """The file does not say what it is.

    What:
        The first key of a file is `format: journey-map/1`, `format: persona/1` or
        `format: catalog/1`. It is missing, misspelt, or of a version that this release cannot
        read.

    Why:
        A file is known by its content, and a later version of the format must not be misread.

    Bad::

        format: journey-map/9

    Good::

        format: journey-map/1
    """

    code = "J006"
    name = "unknown-format"
    summary = "`format` missing, misspelt, or of a version this release cannot read"


class OverLimit(ReadingRule):
    """The file is larger or deeper than the limits allow.

    What:
        A file has at most 5 MB, 64 levels, 50,000 nodes after aliases are followed, and 500
        stages. The settings can raise each of these under `[limits]`.

    Why:
        A file that grows without end when it is read can bring a machine to a halt, by accident
        or on purpose.

    Example:
        A map that is over a limit is too long for this page.
    """

    code = "J007"
    name = "over-limit"
    summary = "larger, deeper or with more alias expansion than the limits allow"


class BadEncoding(ReadingRule):
    """The file is not UTF-8 text.

    What:
        Some bytes of the file are no letters in UTF-8. Spreadsheets and older editors save as
        Windows-1252 or UTF-16 unless they are told otherwise.

    Why:
        Letters would be read wrong, or the file not at all.

    Example:
        Save the file again and choose UTF-8 as its encoding.
    """

    code = "J008"
    name = "bad-encoding"
    summary = "not UTF-8 text"


class UnreadableFile(ReadingRule):
    """The file cannot be opened.

    What:
        You have no permission to read it, it is not a regular file, a link leads nowhere, in a
        circle or out of the workspace, or the file went away while the program ran.

    Why:
        A file that was not read was not checked; a green run would be a lie.

    Example:
        Check the file's permissions with `ls -l`.
    """

    code = "J011"
    name = "unreadable-file"
    summary = "no permission, not a regular file, gone while reading"


class UnsupportedYaml(ReadingRule):
    """YAML that a map has no use for.

    What:
        Tags such as `!important`, merge keys `<<`, keys that are not plain text, several
        documents in one file, an alias inside its own anchor.

    Why:
        They hide what a map says from the people who review it, and other tools read them
        differently or not at all.

    Bad::

        stages:
          - id: compare
            name: Compare offers
        ---
        a second document

    Good::

        stages:
          - id: compare
            name: Compare offers
    """

    code = "J012"
    name = "unsupported-yaml"
    summary = "tags, merge keys, keys that are not plain text, several documents, circular aliases"
