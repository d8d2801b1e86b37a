"""Texts that try to be more than text where they land."""

from __future__ import annotations

MARK = "pwned"
"""Stands in every payload where it would do its harm, so that a test can look for it."""

PAYLOADS: dict[str, str] = {
    "terminal-title": f"\x1b]0;{MARK}\x07",
    "terminal-clear": f"\x1b[2J\x1b[1;1H{MARK}",
    "terminal-colour": f"\x1b[41m{MARK}\x1b[0m",
    "terminal-8-bit": f"\x9b31m{MARK}\x9b0m",
    "terminal-link": f"\x1b]8;;https://{MARK}.example/\x1b\\here\x1b]8;;\x1b\\",
    "terminal-back": f"safe\b\b\b\b{MARK}\rover\v\f\x7f",
    "rich-markup": f"[bold red]{MARK}[/bold red] [link=https://{MARK}.example]here[/link] [/]",
    "rich-emoji": ":skull: :warning:",
    "html-script": f"<script>window.{MARK}=1</script>",
    "html-handler": f'<img src=x onerror="window.{MARK}=1"><svg onload=window.{MARK}=1>',
    "html-attribute": f'" onmouseover="window.{MARK}=1" x=\'',
    "html-end": f"</text></svg></style></title></script><h1>{MARK}</h1>",
    "html-entity": f"&lt;{MARK}&gt; &#60;script&#62; &amp;",
    "xml-cdata": f"]]><!-- {MARK} --><?{MARK} ?><!DOCTYPE {MARK}>",
    "script-link": f"javascript:window.{MARK}=1",
    "data-link": f"data:text/html,<script>window.{MARK}=1</script>",
    "markdown-link": f"[{MARK}](javascript:alert(1)) ![x](https://{MARK}.example/x.png)",
    "markdown-block": f"# {MARK}\n\n- item\n\n> quote\n\n```sh\n{MARK}\n```\n\n---",
    "markdown-table": f"a | b | {MARK}\n--- | --- | ---\n`code` **bold** _em_ ~~no~~",
    "markdown-html": f"<details open><summary>{MARK}</summary></details> <!-- x",
    "markdown-mention": f"@{MARK} #1 https://{MARK}.example/",
    "mermaid": f'x: 5: {MARK}; %%{{init: {{"theme":"{MARK}"}}}}%% end --> {MARK}["x"]:::bad #35;',
    "mermaid-click": f'"]; click a "javascript:{MARK}()"; b["',
    "dot": f'"]; {MARK} [label=<<b>{MARK}</b>>]; "x -> y \\N \\" }} digraph {MARK} {{',
    "github-command": (
        f"\n::error file=x,line=1::{MARK}\n::set-output name=x::{MARK}\n##[add-mask]x"
    ),
    "github-percent": f"%0A::warning::{MARK}%0D%25",
    "azure-command": f"\n##vso[task.setvariable variable=x]{MARK}\n",
    "csv-formula": f'=HYPERLINK("https://{MARK}.example","{MARK}")',
    "csv-plus": f"+cmd|' /C {MARK}'!A0",
    "csv-minus": "-2+3+cmd|' /C calc'!A0",
    "csv-at": f"@SUM(1+1)*{MARK}",
    "csv-tab": f"\t=1+1 {MARK}",
    "path": f"../../../../{MARK}/etc/passwd",
    "path-windows": f"..\\..\\{MARK}\\NUL C:\\{MARK} \\\\{MARK}\\share",
    "bidi": f"ab\u202e{MARK}\u202c\u2066x\u2069\u200f\u061c",
    "invisible": "zero\u200bwidth\u200d\ufeff\u2060joiner\u00ad",
    "homoglyph": "р\u0430ypal \u0405tage",
    "separators": f"one\u2028two\u2029three\x85four\x1c{MARK}",
    "null-like": "null",
    "noncharacter": "\ufffe\uffff \U0001fffe \U000e0001",
    "combining": "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324 "
    + "e\u0301" * 40,
    "long-word": "W" * 400,
    "template": "${{ github.token }} $(id) `id` ${HOME} %PATH% {{7*7}} #{7*7} {code} {0}",
}
"""Each payload by what it aims at."""

ALL = " ".join(PAYLOADS.values())
"""All of them in one text."""
