import base64
import hashlib
import hmac
import os
import re
import sys
import time

TOLERANCE_SECONDS = 5 * 60


def verify(secret, headers, body):
    """Whether a delivery is genuine, unchanged and recent.

    secret: the webhook secret, `whsec_` and all
    headers: anything with get(), by lower-case name
    body: the bytes as they came, before any JSON parser
    """
    message_id = headers.get("webhook-id") or ""
    timestamp = headers.get("webhook-timestamp") or ""
    signatures = headers.get("webhook-signature") or ""
    if not message_id or not re.fullmatch(r"[0-9]{1,12}", timestamp):
        return False
    if abs(time.time() - int(timestamp)) > TOLERANCE_SECONDS:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{message_id}.{timestamp}.".encode() + body
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    expected = b"v1," + base64.b64encode(digest)
    # While one secret replaces another there are two signatures, with a space between them.
    return any(hmac.compare_digest(given.encode(), expected) for given in signatures.split(" "))


def main():
    headers = {
        "webhook-id": os.environ.get("WEBHOOK_ID"),
        "webhook-timestamp": os.environ.get("WEBHOOK_TIMESTAMP"),
        "webhook-signature": os.environ.get("WEBHOOK_SIGNATURE"),
    }
    is_valid = verify(os.environ.get("WEBHOOK_SECRET", ""), headers, sys.stdin.buffer.read())
    print("valid" if is_valid else "invalid")
    return 0 if is_valid else 1


if __name__ == "__main__":
    sys.exit(main())
