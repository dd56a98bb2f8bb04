"""Message ids with typed arguments, and the sentences that they become in Vietnamese and in English."""

from parrules.messages.arguments import Argument, Day, Figure, Joined, Nested, Noun, Style, Title, Words
from parrules.messages.formats import format_date, format_figure, format_number, noun_for
from parrules.messages.message import Message, argument_from_json, message_from_json, tell, tell_argument

LANGUAGES = ("vi", "en")
"""The languages that everything can be told in."""

__all__ = [
    "LANGUAGES",
    "Argument",
    "Day",
    "Figure",
    "Joined",
    "Message",
    "Nested",
    "Noun",
    "Style",
    "Title",
    "Words",
    "argument_from_json",
    "format_date",
    "format_figure",
    "format_number",
    "message_from_json",
    "noun_for",
    "tell",
    "tell_argument",
]
