"""A client of the Offramp API.

Offramp asks: it repeats what was not answered under the same idempotency key, goes through lists page by page, and
raises an OfframpError for what was refused. WebhookVerifier reads what your server is told. Amounts are Decimal,
exactly as they were sent. The module api is generated from the API's description; all else is written by hand.
"""

from .api import Event
from .client import Offramp
from .errors import NoAnswer, OfframpError, Refused
from .paged import Page, Paged
from .webhooks import WebhookVerifier

__all__ = ["Event", "NoAnswer", "Offramp", "OfframpError", "Page", "Paged", "Refused", "WebhookVerifier"]
