"""From nothing to the first credited deposit: an address, a deposit that is made up, what it became, and a webhook.

    export BASE_URL=http://localhost:8080/v1 APP_ID=... APP_SECRET=... WEBHOOK_SECRET=...
    python3 quickstart.py
"""

import base64
import hashlib
import hmac
import os
import time
import uuid
from decimal import Decimal

from offramp import Offramp, Refused, WebhookVerifier

offramp = Offramp(os.environ["BASE_URL"], os.environ["APP_ID"], os.environ["APP_SECRET"])
name = f"quickstart-{uuid.uuid4()}"

usdc = next(asset for asset in offramp.list_assets() if asset["identifier"] == "SOL_USDC_JKVK")
wallet = offramp.generate_address(usdc["id"], label=name)
print("address", wallet["address"])

made = offramp.make_mock_trade(
    wallet_address=wallet["address"],
    asset="SOL_USDC_JKVK",
    amount_in_usd=Decimal("59.10"),
    crypto_received=Decimal("59.10"),
    reference=name,
    tx_hash=name,
)
trade = offramp.show_trade(made["id"])
while trade["status"] == "pending":
    time.sleep(0.5)
    trade = offramp.show_trade(made["id"])
assert trade["status"] == "completed", trade
print("deposit", trade["status"], trade["amount"], trade["currency"])
assert isinstance(trade["amount"], Decimal) and trade["cryptoReceived"] == Decimal("59.10")

# The same change under the same key is made once.
key = f"bank-{uuid.uuid4()}"
account = "0" + str(uuid.uuid4().int)[:8] + "0"
first = offramp.under(key).add_bank(id="25", account_number=account)
assert offramp.under(key).add_bank(id="25", account_number=account) == first
print("bank", first["accountName"])

# A list is gone through page by page.
assert made["id"] in [one["id"] for one in offramp.list_trades(size=1, sort="-createdAt")]

try:
    offramp.generate_address(usdc["id"], label="")
except Refused as refused:
    print("refused", refused.status, refused.message, refused.fields, "request", refused.request_id)

# What your receiver does. The delivery is made here; a real one comes from the server.
secret = os.environ["WEBHOOK_SECRET"]
body = b'{"event":"trade.completed","eventId":"e1","amountInUSD":59.10}'
stamp = str(int(time.time()))
signature = hmac.new(base64.b64decode(secret[len("whsec_") :]), f"e1.{stamp}.".encode() + body, hashlib.sha256)
headers = {
    "webhook-id": "e1",
    "webhook-timestamp": stamp,
    "webhook-signature": "v1," + base64.b64encode(signature.digest()).decode(),
}
verifier = WebhookVerifier(secret)
event = verifier.event(headers, body)
assert event is not None and verifier.event(headers, body + b" ") is None
print("webhook", event["event"], event["eventId"])
