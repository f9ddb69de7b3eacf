"""JSON whose exact numbers stay exact."""

import json
import re
from decimal import Decimal
from typing import Any, Dict

from .api import DECIMALS

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def read(text: str) -> Any:
    """What the text says, with a Decimal for each exact number, even for one that is written as text or is whole."""
    return json.loads(text, parse_float=Decimal, object_hook=_exact)


def _exact(members: Dict[str, Any]) -> Dict[str, Any]:
    for name in DECIMALS.intersection(members):
        value = members[name]
        is_number = isinstance(value, int) and not isinstance(value, bool)
        if is_number or (isinstance(value, str) and _NUMBER.fullmatch(value)):
            members[name] = Decimal(value)
    return members


def write(body: Dict[str, Any]) -> bytes:
    """A body, without what is None."""
    members = (
        f"{json.dumps(name)}: {_digits(name, value) if name in DECIMALS else json.dumps(value)}"
        for name, value in body.items()
        if value is not None
    )
    return ("{" + ", ".join(members) + "}").encode()


def _digits(name: str, value: Any) -> str:
    if isinstance(value, float):
        raise TypeError(f"{name} would be rounded: give it as Decimal, int or text, not as float")
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    if not _NUMBER.fullmatch(text):
        raise TypeError(f"{name} is no number such as '94221.52': {text}")
    return format(Decimal(text), "f")
