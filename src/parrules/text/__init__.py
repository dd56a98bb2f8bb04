"""YAML and JSON with positions: a file becomes a tree of nodes that know where they stand; nothing changes silently."""

from parrules.text.files import read_source
from parrules.text.from_json import parse_json
from parrules.text.from_yaml import parse_yaml
from parrules.text.node import Mapping, Node, Scalar, Sequence, Style, to_plain

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "Style", "parse_json", "parse_yaml", "read_source", "to_plain"]
