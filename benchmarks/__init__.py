"""Re-runnable benchmarks, each figure beside a named peer or limit, as a ratio within one run.

`python -m benchmarks` runs them all, `python -m benchmarks startup ledger` some. FACTCHECK_BENCH_SIZE sets the number
of claims (20000).
"""
