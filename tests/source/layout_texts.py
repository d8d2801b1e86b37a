"""Documents as people and programs write them, in every style that YAML has, for layouts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from journeycli.source.quoting import quote

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DrawFn

WORDS = (
    "a",
    "price",
    "Reads",
    "it",
    "#45",
    "no:",
    "- so",
    "½",
    "比較する",
    "🛒",
    "it's",
    '"ok"',
    "x" * 30,
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join),
    st.sampled_from(
        ("no", "2026-09-30", "12:30", "0x1f", "null", "~", "", " edge ", "two\nlines", "@home",
         "a\n\n\nb\n", "ends\n\n", "\n", "  indented\nthen not", "tab\there", "space \nx", "*", "%",
         "key: value", "nothing # here", "- dash", "? mark", "[a, b]", "{a: b}", "é\u200b", "'",
         "first\n  more\nlast", "a" * 130, "\u3000wide", "...", "---", "<<", "=", "\\n",
         "x" * 99 + " y z " * 9)
    ),
)  # fmt: skip
KEYS = ("b", "a", "text", "x-own", "c", "evidence", "a b", "no", "12", "d")
DATA: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), TEXTS),
    lambda below: st.one_of(
        st.lists(below, max_size=4),
        st.dictionaries(st.sampled_from(KEYS), below, max_size=5),
    ),
    max_leaves=20,
)


@st.composite
def documents(draw: DrawFn) -> str:
    """Draw a mapping, written in styles of all kinds."""
    data = draw(st.dictionaries(st.sampled_from(KEYS), DATA, min_size=1, max_size=6))
    head = draw(st.sampled_from(("", "", "---\n", "# head\n\n", "%YAML 1.2\n---\n", "\n\n")))
    writer = _Writer(draw)
    lines = writer.block(data, 0)
    if draw(st.booleans()):
        lines += ["", writer.comment("end")]
    return head + "\n".join(lines) + draw(st.sampled_from(("\n", "", "\n\n")))


class _Writer:
    """Writes data with styles that are drawn."""

    def __init__(self, draw: Callable[[Any], Any]) -> None:
        self._draw = draw
        self._count = 0

    def comment(self, where: str) -> str:
        """Write a comment that is like no other."""
        self._count += 1
        return f"# {where} {self._count}"

    def block(self, node: Any, indent: int) -> list[str]:
        """Write what stands in a list or mapping, each entry on lines of its own."""
        lines: list[str] = []
        pad = " " * indent
        entries = node.items() if isinstance(node, dict) else ((None, each) for each in node)
        for key, value in entries:
            lines += self._above(pad)
            head = pad + ("-" if key is None else self._key(key))
            lines += self._entry(head, value, indent, is_item=key is None)
            if self._often(8):
                lines.append(f"{pad}{' ' * self._int(1, 3)}{self.comment('foot')}")
        return lines

    def _entry(self, head: str, value: Any, indent: int, *, is_item: bool) -> list[str]:
        if isinstance(value, (list, dict)) and value and not self._often(3):
            step = self._int(1, 4)
            if isinstance(value, list) and not is_item:
                step = self._int(0, 3)
            below = self.block(value, indent + step)
            if is_item and not below[0].lstrip().startswith("#") and below[0] and self._often(2):
                gap = " " * (step - 1)
                if step > 1 or not gap:
                    first = below[0][indent + step :]
                    return [f"{head}{' ' * max(step - 1, 1)}{first}", *self._moved(below[1:], step)]
            return [head + self._tail(), *below]
        if isinstance(value, (list, dict)):
            return [f"{head} {self.flow(value, indent + 2)}{self._tail()}"]
        return self._scalar(head, value, indent)

    def _moved(self, lines: list[str], step: int) -> list[str]:
        """Move lines to the right where a dash with a blank needs more room than the step."""
        return [f" {line}" if line and step == 1 else line for line in lines]

    def _scalar(self, head: str, value: str | None, indent: int) -> list[str]:
        if value is None:
            return [head + self._draw(st.sampled_from(("", " ~", " null"))) + self._tail()]
        style = self._draw(
            st.sampled_from(("plain", "double", "single", "literal", "folded", "lines"))
        )
        if style == "literal" and (block := self._literal(value, indent)):
            return [f"{head} {block[0]}{self._tail()}", *block[1:]]
        if style == "folded" and (block := self._folded(value, indent)):
            return [f"{head} {block[0]}{self._tail()}", *block[1:]]
        if style == "lines" and value.strip() == value and "\n" not in value and " " in value:
            words = value.split(" ")
            if quote(value) == value and not any(
                each.startswith("#") or not each for each in words
            ):
                return [
                    f"{head} {words[0]}",
                    " " * (indent + 3) + " ".join(words[1:]) + self._tail(),
                ]
        return [f"{head} {self._inline(value, style, flow=False)}{self._tail()}"]

    def _inline(self, value: str, style: str, *, flow: bool) -> str:
        if style == "plain" or not value.isprintable():
            return quote(value, flow=flow) if value else '""'
        if style == "single":
            return "'" + value.replace("'", "''") + "'"
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def _literal(self, value: str, indent: int) -> list[str]:
        if not value.strip() or "\t" in value or not value.replace("\n", "").isprintable():
            return []
        pad = " " * (indent + 2)
        sign = "2" if value[0] in " \n" else ""
        end = "-" if not value.endswith("\n") else "+" if value.endswith("\n\n") else ""
        body = value.removesuffix("\n")
        return [f"|{sign}{end}", *(pad + line if line else "" for line in body.split("\n"))]

    def _folded(self, value: str, indent: int) -> list[str]:
        parts = value.split("\n")
        if any(part != part.strip() or not part or not part.isprintable() for part in parts):
            return []
        pad = " " * (indent + self._int(1, 4))
        lines: list[str] = []
        for part in parts:
            words = part.split(" ")
            at = self._int(1, len(words))
            if "" in words:
                at = len(words)
            lines += ["", pad + " ".join(words[:at]), pad + " ".join(words[at:])]
        return [">-", *(line for line in lines[1:] if line.strip() or not line)]

    def flow(self, node: Any, indent: int) -> str:
        """Write a node in brackets, on one line or several."""
        if node is None:
            return "null"
        if isinstance(node, str):
            return self._inline(node, self._draw(st.sampled_from(("plain", "double"))), flow=True)
        if not node:
            return "{}" if isinstance(node, dict) else "[]"
        broken = self._often(4)
        pieces = (
            [f"{quote(key, flow=True)}: {self.flow(value, indent)}" for key, value in node.items()]
            if isinstance(node, dict)
            else [self.flow(each, indent) for each in node]
        )
        comma = ",\n" + " " * indent if broken else ", "
        if broken and self._often(2):
            comma = f", {self.comment('inside')}\n" + " " * indent if len(pieces) == 2 else comma
        inside = comma.join(pieces)
        return f"{{{inside}}}" if isinstance(node, dict) else f"[{inside}]"

    def _key(self, key: str) -> str:
        return (f'"{key}"' if self._often(5) else key) + ":"

    def _above(self, pad: str) -> list[str]:
        lines = [""] if self._often(6) else []
        if self._often(5):
            lines.append(f"{pad}{self.comment('above')}")
        return lines + ([""] if self._often(9) else [])

    def _tail(self) -> str:
        return f"{' ' * self._int(1, 4)}{self.comment('tail')}" if self._often(6) else ""

    def _often(self, one_in: int) -> bool:
        return bool(self._draw(st.integers(1, one_in)) == 1)

    def _int(self, least: int, most: int) -> int:
        return int(self._draw(st.integers(least, most)))
