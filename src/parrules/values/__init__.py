"""Exact numbers, rounding, kinds, absence and faults.

The only arithmetic there is: every engine uses it or is tested against it; no other room imports `fractions` or
`decimal`.
"""

from parrules.values.exact import (
    Exact,
    absolute,
    difference,
    exact_text,
    from_exact_text,
    greatest,
    half_unit,
    has_digits,
    hundredth,
    is_too_large,
    least,
    opposite,
    product,
    quotient,
    scaled,
    share,
    total,
    whole,
    whole_part,
)
from parrules.values.kinds import Kind
from parrules.values.rounding import RoundingMode, round_to_digits, round_to_step
from parrules.values.value import Absence, Absent, Fault, Given, Missing, Value

__all__ = [
    "Absence",
    "Absent",
    "Exact",
    "Fault",
    "Given",
    "Kind",
    "Missing",
    "RoundingMode",
    "Value",
    "absolute",
    "difference",
    "exact_text",
    "from_exact_text",
    "greatest",
    "half_unit",
    "has_digits",
    "hundredth",
    "is_too_large",
    "least",
    "opposite",
    "product",
    "quotient",
    "round_to_digits",
    "round_to_step",
    "scaled",
    "share",
    "total",
    "whole",
    "whole_part",
]
