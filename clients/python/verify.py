"""Reads a delivery from standard input and its headers from the environment, and says what it is: a check of the check."""

import os
import sys

from offramp import WebhookVerifier


def main() -> int:
    headers = {
        name.lower().replace("_", "-"): os.environ.get(name, "")
        for name in ("WEBHOOK_ID", "WEBHOOK_TIMESTAMP", "WEBHOOK_SIGNATURE")
    }
    event = WebhookVerifier(os.environ["WEBHOOK_SECRET"]).event(headers, sys.stdin.buffer.read())
    print("invalid" if event is None else "valid")
    return 1 if event is None else 0


if __name__ == "__main__":
    sys.exit(main())
