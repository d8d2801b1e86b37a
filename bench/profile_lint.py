"""Where the time of a lint goes, stage by stage, in one process on generated maps.

    python bench/profile_lint.py --maps 200             stages, in milliseconds a map
    python bench/profile_lint.py --maps 200 --rules     and every rule, the dearest first
    python bench/profile_lint.py --maps 50 --cprofile   and cProfile's dearest functions

The garbage collector is off, as in the program. cProfile makes small functions look dearer than
they are: trust the stages, and use it to look inside of one.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generate_maps import write_workspace
from stopwatch import IMPORTS, Lint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SHOWN = 25  # rules or functions


def main() -> None:
    """Read the command line, generate maps, lint them and print where the time went."""
    parser = argparse.ArgumentParser(description="Shows where the time of a lint goes.")
    parser.add_argument("--maps", type=int, default=100, help="how many maps (100)")
    parser.add_argument("--runs", type=int, default=3, help="passes; the fastest counts (3)")
    parser.add_argument("--rules", action="store_true", help="time every rule too")
    parser.add_argument("--cprofile", action="store_true", help="profile functions too")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="journey-profile-") as name:
        root = Path(name).resolve()
        write_workspace(root, asked.maps)
        lint = Lint(root)
        gc.disable()
        passes = [(lint.stages(), _seconds(lint.whole)) for _ in range(asked.runs)]
        _print_stages(_fastest([stages for stages, _ in passes]), asked.maps)
        whole = min(whole for _, whole in passes)
        print(f"a lint in one go: {1000 * whole / asked.maps:.3f} ms a map")
        print(f"importing the linter: {1000 * IMPORTS:.0f} ms, once a run")
        if asked.rules:
            _print_rules(lint.rules(), asked.maps)
        if asked.cprofile:
            _print_functions(lint)


def _seconds(call: Callable[[], None]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def _fastest(passes: list[dict[str, float]]) -> dict[str, float]:
    """Take each stage from the pass in which it was fastest: noise only ever adds."""
    return {name: min(each[name] for each in passes) for name in passes[0]}


def _print_stages(seconds: Mapping[str, float], maps: int) -> None:
    total = sum(seconds.values())
    print(f"{'stage':<44}{'ms a map':>10}{'share':>8}{'× events':>10}")
    for name, spent in seconds.items():
        times = spent / seconds["events"]
        print(f"{name:<44}{1000 * spent / maps:>10.3f}{spent / total:>8.1%}{times:>10.2f}")
    times = total / seconds["events"]
    print(f"{'all of it':<44}{1000 * total / maps:>10.3f}{1:>8.1%}{times:>10.2f}")
    print()


def _print_rules(seconds: Mapping[str, float], maps: int) -> None:
    total = sum(seconds.values())
    print(f"\n{'rule':<44}{'µs a map':>10}{'share':>8}")
    dearest = sorted(seconds, key=lambda name: -seconds[name])
    for name in dearest[:_SHOWN]:
        print(f"{name:<44}{1e6 * seconds[name] / maps:>10.1f}{seconds[name] / total:>8.1%}")
    print(f"{f'all {len(seconds)} rules':<44}{1e6 * total / maps:>10.1f}")


def _print_functions(lint: Lint) -> None:
    profile = cProfile.Profile()
    profile.runcall(lint.whole)
    print()
    pstats.Stats(profile, stream=sys.stdout).sort_stats("tottime").print_stats(_SHOWN)


if __name__ == "__main__":
    main()
