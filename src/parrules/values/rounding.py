"""Rounding of exact numbers; used where a criteria set declares it and nowhere else.

Every mode is worked out on whole numbers, so that a tie is seen for what it is.
"""

from __future__ import annotations

from enum import StrEnum

from parrules.values.exact import Exact


class RoundingMode(StrEnum):
    """How the last digit is decided; the names are those that a criteria set writes under ``rounding.mode``."""

    HALF_UP = "half-up"  #: A tie goes away from zero: 1.125 → 1.13, −1.125 → −1.13. Used unless a set declares another.
    HALF_DOWN = "half-down"  #: A tie goes towards zero.
    HALF_EVEN = "half-even"  #: A tie goes to the even digit.
    UP = "up"  #: Always away from zero.
    DOWN = "down"  #: Always towards zero (the digits are cut off).


def _round_to_whole(number: Exact, mode: RoundingMode) -> int:
    sign = -1 if number < 0 else 1
    numerator, denominator = abs(number.numerator), number.denominator
    floor, rest = divmod(numerator, denominator)
    if rest == 0:
        return sign * floor
    twice = 2 * rest
    match mode:
        case RoundingMode.UP:
            up = True
        case RoundingMode.DOWN:
            up = False
        case RoundingMode.HALF_UP:
            up = twice >= denominator
        case RoundingMode.HALF_DOWN:
            up = twice > denominator
        case RoundingMode.HALF_EVEN:
            up = twice > denominator or (twice == denominator and floor % 2 == 1)
    return sign * (floor + up)


def round_to_digits(number: Exact, digits: int, mode: RoundingMode = RoundingMode.HALF_UP) -> Exact:
    """Round ``number`` to ``digits`` decimals; under 0 these are tens, hundreds and so on."""
    # The power of an exact number is exact, whereas 10**-1 would be a binary float.
    unit = Exact(10) ** -digits
    return _round_to_whole(number / unit, mode) * unit


def round_to_step(number: Exact, step: Exact, mode: RoundingMode = RoundingMode.HALF_UP) -> Exact:
    """Round ``number`` to a multiple of ``step``, which must be above 0: 1.125 to steps of 0.25 is 1.25."""
    return _round_to_whole(number / step, mode) * step
