"""The tools that the agent has. Each answers a question, or returns None when it cannot."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

Tool = Callable[[str], str | None]

SUM = re.compile(r"(-?\d+)\s*([-+*/])\s*(-?\d+)")


def calculate(question: str) -> str | None:
    """Calculates the first sum of two whole numbers in the question."""
    match = SUM.search(question)
    if match is None:
        return None
    left, operator, right = int(match[1]), match[2], int(match[3])
    if operator == "+":
        return str(left + right)
    if operator == "-":
        return str(left - right)
    if operator == "*":
        return str(left * right)
    if right == 0:
        return "not a number"
    return str(left / right)


def tell_time(question: str) -> str | None:
    """Tells the time in UTC."""
    if "time" not in question.lower():
        return None
    return datetime.now(UTC).isoformat(timespec="minutes")


def count_words(question: str) -> str | None:
    """Counts the words between quotes."""
    match = re.search(r'how many words .*"(.*)"', question, re.IGNORECASE)
    return str(len(match[1].split())) if match else None


TOOLS: dict[str, Tool] = {
    "calculator": calculate,
    "clock": tell_time,
    "word-counter": count_words,
}
