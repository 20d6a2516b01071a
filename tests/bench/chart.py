"""Draws what documents cost, as SVG: one by its size, many by their number."""

import math

WIDTH, HEIGHT, LEFT, TOP = 420, 300, 60, 40
COLORS = ("#2563a8", "#b4530f", "#3b7a3b")


def scale(low, high, begin, end, logarithmic):
    turn = math.log10 if logarithmic else float
    span = (turn(high) - turn(low)) or 1
    return lambda value: begin + (turn(value) - turn(low)) / span * (end - begin)


def panel(left, title, below, curves, logarithmic):
    points = [point for curve in curves.values() for point in curve]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    right = left + WIDTH - LEFT - 20
    x = scale(min(xs), max(xs), left, right, logarithmic)
    y = scale(0, max(ys) * 1.1, HEIGHT - 50, TOP, False)
    yield f'<text x="{left}" y="20" font-weight="bold">{title}</text>'
    yield f'<path d="M{left} {TOP}V{HEIGHT - 50}H{right}" fill="none" stroke="#555"/>'
    for tick in sorted(set(xs)):
        yield f'<text x="{x(tick):.0f}" y="{HEIGHT - 32}" text-anchor="middle">{tick:,}</text>'
    for part in range(5):
        value = max(ys) * 1.1 * part / 4
        yield f'<text x="{left - 6}" y="{y(value) + 4:.0f}" text-anchor="end">{value:.0f}</text>'
    yield f'<text x="{(left + right) / 2:.0f}" y="{HEIGHT - 12}" text-anchor="middle">{below}</text>'
    for color, (name, curve) in zip(COLORS, curves.items()):
        line = "L".join(f"{x(a):.1f} {y(b):.1f}" for a, b in curve)
        yield f'<path d="M{line}" fill="none" stroke="{color}" stroke-width="2"/>'
        for a, b in curve:
            yield f'<circle cx="{x(a):.1f}" cy="{y(b):.1f}" r="3" fill="{color}"/>'
        last = curve[-1]
        yield (f'<text x="{x(last[0]) - 6:.0f}" y="{y(last[1]) - 8:.0f}" text-anchor="end" '
               f'fill="{color}">{name}</text>')


def draw(curves):
    body = [*panel(LEFT, "One document: ms of processor", "pages", curves["one"], False),
            *panel(LEFT + WIDTH, "A stream of PDFs: ms a document", "documents (logarithmic)",
                   curves["many"], True)]
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{2 * WIDTH}" height="{HEIGHT}" '
            f'font-family="sans-serif" font-size="12">\n'
            f'<rect width="100%" height="100%" fill="white"/>\n' + "\n".join(body) + "\n</svg>\n")
