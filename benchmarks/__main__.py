"""Run the benchmarks named on the command line, or all."""

import importlib
import os
import sys

NAMES = ("startup", "bulk", "ledger", "quotes", "extract", "retrieval", "compare", "pairing", "growth", "reviewer")

if __name__ == "__main__":
    size = int(os.environ.get("FACTCHECK_BENCH_SIZE", "20000"))
    if unknown := sorted(set(sys.argv[1:]) - set(NAMES)):
        sys.exit(f"no benchmark is called {', '.join(unknown)}; there are {', '.join(NAMES)}")
    for name in sys.argv[1:] or NAMES:
        print(f"\n{name}")
        for measured in importlib.import_module(f"benchmarks.{name}").run(size):
            print(f"  {measured}")
