"""Exact numbers: whole numerators over whole denominators, from the input cell to the printed figure.

The 28 digits of `decimal` are not enough: 3 × (11 ÷ 600) is 0.055 exactly and rounds to 0.06, while the quotient cut
at 28 digits falls short of the tie and would round to 0.05.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

Exact = Fraction
"""What every figure is inside, made by `from_exact_text`, `whole` or the readers in `notation`, never from a float."""

LARGEST_BITS = 4096
"""Numerators and denominators of more bits are refused (PAR702): no real table comes near, and time stays bounded."""

_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_FRACTION = re.compile(r"-?[0-9]+/0*[1-9][0-9]*")


def whole(number: int) -> Exact:
    """Give a whole number as an exact one."""
    return Fraction(number)


def exact_text(number: Exact) -> str:
    """Write ``number`` as the shortest text that loses nothing.

    ``5.4``, ``-0.5``, and ``59/66`` where no decimal text is exact.
    """
    denominator = number.denominator
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    if denominator != 1:
        return f"{number.numerator}/{number.denominator}"
    digits = max(twos, fives)
    if digits == 0:
        return str(number.numerator)
    shifted = abs(number.numerator) * 2 ** (digits - twos) * 5 ** (digits - fives)
    text = str(shifted).rjust(digits + 1, "0")
    return f"{'-' if number < 0 else ''}{text[:-digits]}.{text[-digits:]}"


def from_exact_text(text: str) -> Exact:
    """Read what `exact_text` wrote.

    Raises: ValueError where ``text`` is neither a plain decimal nor a fraction of whole numbers.
    """
    if _DECIMAL.fullmatch(text) or _FRACTION.fullmatch(text):
        return Fraction(text)
    raise ValueError(f"not an exact number: {text!r}")


def is_too_large(number: Exact) -> bool:
    """Say whether ``number`` has grown beyond what is worth carrying on (see `LARGEST_BITS`)."""
    return number.numerator.bit_length() > LARGEST_BITS or number.denominator.bit_length() > LARGEST_BITS


def total(numbers: Iterable[Exact]) -> Exact:
    """Add up; nothing at all adds up to 0."""
    result = Fraction(0)
    for number in numbers:
        result += number
    return result


def difference(left: Exact, right: Exact) -> Exact:
    """Give ``left`` less ``right``."""
    return left - right


def product(left: Exact, right: Exact) -> Exact:
    """Multiply."""
    return left * right


def quotient(left: Exact, right: Exact) -> Exact:
    """Divide; ``right`` must not be 0."""
    return left / right


def opposite(number: Exact) -> Exact:
    """Turn the sign."""
    return -number


def absolute(number: Exact) -> Exact:
    """Drop the sign."""
    return abs(number)


def least(numbers: Iterable[Exact]) -> Exact:
    """Give the smallest of ``numbers``; there must be one."""
    return min(numbers)


def greatest(numbers: Iterable[Exact]) -> Exact:
    """Give the largest of ``numbers``; there must be one."""
    return max(numbers)


def share(points: Exact, maximum: Exact) -> Exact | None:
    """Give ``points`` as a part of ``maximum``; nothing where the maximum is 0, since there is no such part."""
    return None if maximum == 0 else points / maximum


def scaled(points: Exact, new: Exact, old: Exact) -> Exact:
    """Carry ``points`` from a scale of ``old`` to a scale of ``new``; ``old`` must not be 0."""
    return points * new / old


def half_unit(digits: int) -> Exact:
    """Give half a unit of the last of ``digits`` decimals: what rounding to them can hide at most."""
    return Fraction(1, 2 * 10**digits)


def hundredth(number: Exact) -> Exact:
    """Give a hundredth: what a percentage is as a ratio."""
    return number / 100


def whole_part(number: Exact) -> Exact:
    """Give the largest whole number that is not above a number."""
    return whole(number.numerator // number.denominator)


def has_digits(number: Exact, digits: int) -> bool:
    """Say whether a number can be written with so many decimals."""
    return bool((number * 10**digits).denominator == 1)
