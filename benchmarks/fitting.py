"""Logistic regression and measures of calibration in plain Python, for the few weights this project fits by itself."""

import math
from collections.abc import Callable, Sequence

Row = Sequence[float]


def logistic(rows: Sequence[Row], outcomes: Sequence[float], *, ridge: float = 1.0, rounds: int = 12) -> list[float]:
    """Weights by Newton's method (IRLS) with an L2 penalty on all but the first, which is the constant."""
    width = len(rows[0])
    weights = [0.0] * width
    for _ in range(rounds):
        slope = [-ridge * w * (i > 0) for i, w in enumerate(weights)]
        bend = [[ridge * (i == j and i > 0) for j in range(width)] for i in range(width)]
        for row, outcome in zip(rows, outcomes, strict=True):
            p = probability(weights, row)
            spread = max(p * (1 - p), 1e-6)
            for i, x in enumerate(row):
                slope[i] += (outcome - p) * x
                line, part = bend[i], spread * x
                for j in range(i + 1):
                    line[j] += part * row[j]
        for i in range(width):
            for j in range(i):
                bend[j][i] = bend[i][j]
        step = solved(bend, slope)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def probability(weights: Sequence[float], row: Row) -> float:
    """What the weights make of a row."""
    total = sum(w * x for w, x in zip(weights, row, strict=True))
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, total))))


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a linear system, by Gaussian elimination with pivots."""
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda i: abs(rows[i][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for below in range(column + 1, size):
            factor = rows[below][column] / rows[column][column]
            if factor:
                rows[below] = [x - factor * y for x, y in zip(rows[below], rows[column], strict=True)]
    solution = [0.0] * size
    for i in reversed(range(size)):
        known = sum(rows[i][j] * solution[j] for j in range(i + 1, size))
        solution[i] = (rows[i][size] - known) / rows[i][i]
    return solution


def auc(scored: Sequence[tuple[float, bool]]) -> float | None:
    """How often a right one scores higher than a wrong one (ties count half); None when there are not both."""
    right = sum(outcome for _, outcome in scored)
    wrong = len(scored) - right
    if not right or not wrong:
        return None
    ordered = sorted(scored)
    total, at = 0.0, 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end][0] == ordered[at][0]:
            end += 1
        total += (at + end + 1) / 2 * sum(outcome for _, outcome in ordered[at:end])
        at = end
    return (total - right * (right + 1) / 2) / (right * wrong)


def calibration_error(scored: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: |mean probability − share of right ones|, averaged over bins of equal width."""
    return sum(abs(said - was) * count for _, said, was, count in reliability(scored, bins)) / max(1, len(scored))


def reliability(scored: Sequence[tuple[float, bool]], bins: int = 10) -> list[tuple[int, float, float, int]]:
    """Of each bin that is not empty: its number, the mean probability, the share of right ones, how many there are."""
    held: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for p, outcome in scored:
        held[min(bins - 1, int(p * bins))].append((p, outcome))
    return [
        (number, sum(p for p, _ in one) / len(one), sum(o for _, o in one) / len(one), len(one))
        for number, one in enumerate(held)
        if one
    ]


def drawn(scored: Sequence[tuple[float, bool]], bins: int = 10, say: Callable[[str], object] = print) -> None:
    """Draw the reliability diagram as text: `|` is the probability said, `#` the share that was right."""
    say(f"{'said':>6} {'was':>6} {'count':>7}")
    for _, said, was, count in reliability(scored, bins):
        bar = ["#" if place < round(was * 40) else " " for place in range(41)]
        bar[round(said * 40)] = "|"
        say(f"{said:6.2f} {was:6.2f} {count:7}  {''.join(bar)}")
