"""What your server is told."""

import base64
import hashlib
import hmac
import re
import time
from typing import Callable, Mapping, Optional, cast

from . import exact
from .api import Event

_PREFIX = "whsec_"
_TOLERANCE_SECONDS = 5 * 60


class WebhookVerifier:
    """Says whether a delivery is genuine, unchanged and recent, and reads it.

    Give it the bytes as they came, before any parser. The signature is that of Standard Webhooks: v1, HMAC-SHA-256 over
    id.timestamp.body.
    """

    def __init__(self, secret: str, now: Callable[[], float] = time.time) -> None:
        """
        secret: the webhook secret, whsec_ and all
        now: seconds since 1970
        """
        if not secret.startswith(_PREFIX):
            raise ValueError(f"a webhook secret starts with {_PREFIX}")
        self._key = base64.b64decode(secret[len(_PREFIX) :])
        self._now = now

    def event(self, headers: Mapping[str, str], body: bytes) -> Optional[Event]:
        """What was told; None when it is not from the server, was changed on its way, or is older than five minutes.

        Answer 401 then. Else answer 200 before you work, and do the work once for each eventId. An event that is not in
        offramp.api.EVENTS is one of a newer server, or the probe of a new endpoint: pass it over.

        headers: of the request; their names in any case
        """
        given = {name.lower(): value for name, value in headers.items()}
        return cast(Event, exact.read(body.decode())) if self._is_genuine(given, body) else None

    def _is_genuine(self, headers: Mapping[str, str], body: bytes) -> bool:
        message_id = headers.get("webhook-id", "")
        timestamp = headers.get("webhook-timestamp", "")
        signatures = headers.get("webhook-signature", "")
        if not message_id or not re.fullmatch("[0-9]{1,12}", timestamp):
            return False
        if abs(self._now() - int(timestamp)) > _TOLERANCE_SECONDS:
            return False
        signed = f"{message_id}.{timestamp}.".encode() + body
        expected = b"v1," + base64.b64encode(hmac.new(self._key, signed, hashlib.sha256).digest())
        # While one secret replaces another there are two signatures, with a space between them.
        return any(hmac.compare_digest(given.encode(), expected) for given in signatures.split(" "))
