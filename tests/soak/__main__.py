"""The proofs in full, or the ones named: `python -m tests.soak`. Prints a figure for each; see docs/trust.md."""

import argparse
import importlib
import sys
import time

from tests.soak.figures import ground

PROOFS = {
    "kills": (1000, 12),
    "power": (200, 6),
    "disk": (1000, 2),
    "writers": (100, 10),
    "drops": (500, 10),
    "tampering": (100, 1),
    "hostile": (1000, 12),
}
"""Name of a proof → how often it is tried in full, and in short."""


def main() -> int:
    """Run the proofs; 1 when one did not hold."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("proofs", nargs="*", metavar="PROOF", help=f"any of: {', '.join(PROOFS)}; all by default")
    parser.add_argument("--short", action="store_true", help="a few times each, as `make test` does")
    parser.add_argument("--number", type=int, metavar="N", help="how often each is tried")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with")
    told = parser.parse_args()
    unknown = sorted(set(told.proofs) - set(PROOFS))
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}")
    held = True
    with ground(told.seed) as here:
        for name in told.proofs or PROOFS:
            start = time.monotonic()
            sys.stdout.write(f"\n{name}\n")
            for figure in importlib.import_module(f"tests.soak.{name}").run(
                here, told.number or PROOFS[name][told.short]
            ):
                sys.stdout.write(f"  {figure}\n")
                sys.stdout.flush()
                held = held and figure.held
            sys.stdout.write(f"  ({time.monotonic() - start:.0f} s)\n")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
