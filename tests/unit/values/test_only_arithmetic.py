"""`values/` is the only room with arithmetic: no other one reaches for the numbers behind it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import parrules

PACKAGE = Path(parrules.__file__).parent
OUTSIDE = sorted(path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] != "values")
NUMBER_MODULES = {"fractions", "decimal", "math", "cmath", "statistics"}
COUNTING = {"comb", "gcd", "lcm", "prod"}
"""Functions of `math` that stay among whole numbers; cases are counted with them."""


def imported(tree: ast.AST) -> Iterator[str]:
    """Give the top names of what a module imports, wherever in it the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = {alias.name for alias in node.names}
            if not (node.module == "math" and names <= COUNTING):
                yield (node.module or "").partition(".")[0]


def called(tree: ast.AST) -> Iterator[str]:
    """Give the plain names of the functions that a module calls."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_other_room_imports_a_module_of_numbers(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not NUMBER_MODULES & set(imported(tree))


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_other_room_makes_a_binary_float(path: Path) -> None:
    assert "float" not in set(called(ast.parse(path.read_text(encoding="utf-8"))))


def test_values_itself_makes_no_binary_float() -> None:
    for path in (PACKAGE / "values").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert "float" not in set(called(tree))
        assert not any(isinstance(node, ast.Constant) and isinstance(node.value, float) for node in ast.walk(tree))
        assert set(imported(tree)) & NUMBER_MODULES <= {"fractions"}


NUMERATOR = {"numerator", "denominator", "as_integer_ratio", "limit_denominator"}


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_other_room_divides_or_multiplies_by_hand(path: Path) -> None:
    """Division by an operator, powers, and taking a fraction apart are arithmetic; paths may have ``/``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
            assert all(isinstance(side, ast.Constant) for side in (node.left, node.right)) or _is_power_of_ten(node), (
                ast.unparse(node)
            )
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            assert not isinstance(node.right, ast.Constant) or isinstance(node.right.value, str), ast.unparse(node)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv):
            assert not {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)} & NUMERATOR, (
                ast.unparse(node)
            )


def _is_power_of_ten(node: ast.BinOp) -> bool:
    """Say whether a power only names a unit: ``whole(10**digits)``."""
    return isinstance(node.left, ast.Constant) and node.left.value == 10
