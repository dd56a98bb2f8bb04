"""Every tie that a real table can produce is rounded as it should be, and 28 digits would not do."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal

from parrules.values import Exact, exact_text, product, quotient, round_to_digits, whole
from parrules.values.rounding import RoundingMode

LARGEST_DENOMINATOR = 600
QUARTERS = range(1, 13)  #: Maxima of 0.25, 0.5, 0.75 … 3, as quarters.


def ties() -> Iterator[tuple[int, int, int]]:
    """Give quarters, numerator and denominator of all points whose hundredfold is a whole number and a half.

    Points are (quarters ÷ 4) × (numerator ÷ denominator); two hundred times that is an odd whole number.
    """
    for quarters in QUARTERS:
        for denominator in range(1, LARGEST_DENOMINATOR + 1):
            for numerator in range(denominator + 1):
                doubled, rest = divmod(50 * quarters * numerator, denominator)
                if rest == 0 and doubled % 2 == 1:
                    yield quarters, numerator, denominator


def test_every_tie_goes_up_and_28_digits_of_decimal_miss_some() -> None:
    context = Context(prec=28, rounding=ROUND_HALF_UP)
    seen = wrong = 0
    for quarters, numerator, denominator in ties():
        points = product(quotient(whole(quarters), whole(4)), quotient(whole(numerator), whole(denominator)))
        below, rest = divmod(25 * quarters * numerator, denominator)
        assert 2 * rest == denominator, "not a tie"
        rounded = round_to_digits(points, 2, RoundingMode.HALF_UP)
        assert rounded == Exact(below + 1, 100), (quarters, numerator, denominator)
        assert round_to_digits(points, 2, RoundingMode.HALF_DOWN) == Exact(below, 100)

        maximum = Decimal(exact_text(Exact(quarters, 4)))
        cut = context.multiply(maximum, context.divide(Decimal(numerator), Decimal(denominator)))
        wrong += cut.quantize(Decimal("0.01"), context=context) != Decimal(exact_text(rounded))
        seen += 1
    assert seen > 10_000
    assert wrong > 0, "decimal got every tie right, which would make this test pointless"


def test_11_of_600_at_a_maximum_of_3_is_one_that_decimal_gets_wrong() -> None:
    context = Context(prec=28, rounding=ROUND_HALF_UP)
    cut = context.multiply(Decimal(3), context.divide(Decimal(11), Decimal(600)))
    assert cut.quantize(Decimal("0.01"), context=context) == Decimal("0.05")
    assert round_to_digits(product(whole(3), quotient(whole(11), whole(600))), 2) == Exact(6, 100)
