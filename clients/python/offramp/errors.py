"""What a request came to when it did not succeed: it was refused, or nobody knows."""

from typing import Dict, List, Optional


class OfframpError(Exception):
    """Either of the two."""


class Refused(OfframpError):
    """The server said no. The message is the server's, word for word."""

    def __init__(self, status: int, message: str, fields: Dict[str, List[str]], request_id: Optional[str]) -> None:
        """
        status: the HTTP status
        fields: what is wrong with what was sent, field by field; empty unless the status is 422
        request_id: what to name when you ask somebody about it; it is in the server's log
        """
        super().__init__(message)
        self.status = status
        self.message = message
        self.fields = fields
        self.request_id = request_id

    def __str__(self) -> str:
        fields = f" {self.fields}" if self.fields else ""
        request = f" (request {self.request_id})" if self.request_id else ""
        return f"{self.status} {self.message}{fields}{request}"


class NoAnswer(OfframpError):
    """There was no answer, however often it was asked. Whether a change took effect is not known: ask, or repeat it."""

    def __init__(self, message: str, idempotency_key: Optional[str]) -> None:
        """
        idempotency_key: under which to repeat the change; None for what changes nothing
        """
        super().__init__(message)
        self.idempotency_key = idempotency_key
