"""A checkout: every order has an address of its own, and is paid when what arrived there covers its price.

Python 3.11, standard library only. BASE_URL, APP_ID, APP_SECRET, WEBHOOK_SECRET; WEBHOOK_PORT for the receiver.
"""

import base64
import hashlib
import hmac
import json
import os
import sqlite3
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

BASE_URL = os.environ["BASE_URL"]
APP_ID = os.environ["APP_ID"]
APP_SECRET = os.environ["APP_SECRET"]
WEBHOOK_SECRET = os.environ["WEBHOOK_SECRET"]
WEBHOOK_PORT = os.environ.get("WEBHOOK_PORT")
ASSET = "SOL_USDC_JKVK"
PATIENCE_SECONDS = 60


# ---- The API ---------------------------------------------------------------------------------------------------------


class ApiError(Exception):
    def __init__(self, status, answer, request_id):
        super().__init__(f"{status} {answer['message']} {answer.get('errors', [])} (request {request_id})")
        self.status = status
        self.reason = answer["message"]


def api(method, path, body=None, key=None):
    """What changes something carries a key, so that it can be sent again after a lost answer and takes effect once."""
    headers = {
        "x-app-id": APP_ID,
        "x-app-secret": APP_SECRET,
        "X-Breet-Env": "development",
        "Content-Type": "application/json",
    }
    if method != "GET":
        headers["Idempotency-Key"] = key or str(uuid.uuid4())
    data = None if body is None else json.dumps(body).encode()
    for attempt in range(1, 6):
        request = urllib.request.Request(BASE_URL + path, data=data, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=10) as response:
                return json.load(response, parse_float=Decimal)["data"]
        except urllib.error.HTTPError as error:
            answer = json.load(error)
            is_busy = error.code in (429, 503) or answer["message"] == "request with this key is in progress"
            if not is_busy or attempt == 5:
                raise ApiError(error.code, answer, error.headers.get("X-Request-Id")) from None
            time.sleep(int(error.headers.get("Retry-After", "1")))
        except (OSError, ValueError):
            if attempt == 5:
                raise
            time.sleep(0.5 * attempt)


# ---- The shop's database ---------------------------------------------------------------------------------------------


class Shop:
    """Orders, what arrived for them, and the events that were seen. One file in production; in memory here."""

    def __init__(self):
        self.lock = threading.Lock()
        self.db = sqlite3.connect(":memory:", check_same_thread=False)
        self.db.executescript(
            """
            create table orders (id text primary key, price text not null, address text not null unique,
                wallet text not null, status text not null default 'open');
            create table payments (trade text primary key, order_id text not null, dollars text not null,
                status text not null, note text not null default '');
            create table events (event_id text primary key, body text not null, done integer not null default 0);
            """
        )

    def add_order(self, order, price, wallet):
        with self.lock, self.db:
            self.db.execute(
                "insert into orders (id, price, address, wallet) values (?, ?, ?, ?)",
                (order, str(price), wallet["address"], wallet["id"]),
            )

    def keep(self, event, body):
        """Whether it is new. Kept before it is acknowledged: what is acknowledged is not sent again."""
        with self.lock, self.db:
            sql = "insert into events (event_id, body) values (?, ?) on conflict do nothing"
            return self.db.execute(sql, (event["eventId"], body)).rowcount == 1

    def unhandled(self):
        with self.lock:
            rows = self.db.execute("select event_id, body from events where done = 0 order by rowid").fetchall()
        return [(event_id, json.loads(body, parse_float=Decimal)) for event_id, body in rows]

    def handled(self, event_id):
        with self.lock, self.db:
            self.db.execute("update events set done = 1 where event_id = ?", (event_id,))

    def order_at(self, address):
        with self.lock:
            row = self.db.execute("select id from orders where address = ?", (address,)).fetchone()
        return row[0] if row else None

    def wallet_of(self, order):
        with self.lock:
            return self.db.execute("select wallet from orders where id = ?", (order,)).fetchone()[0]

    def book(self, order, trade, dollars, status, note=""):
        """Writes a deposit down and says how the order stands then. The same news twice changes nothing."""
        with self.lock, self.db:
            former = self.db.execute("select status from payments where trade = ?", (trade,)).fetchone()
            if former and former[0] == "completed" and status != "deleted":
                status = "completed"  # Events may come out of order: what was credited is not pending any more.
            self.db.execute(
                "insert into payments values (?, ?, ?, ?, ?)"
                " on conflict (trade) do update set dollars = excluded.dollars, status = excluded.status,"
                " note = excluded.note",
                (trade, order, str(dollars), status, note),
            )
            price, before = self.db.execute("select price, status from orders where id = ?", (order,)).fetchone()
            arrived = self.arrived(order)
            after = "paid" if arrived >= Decimal(price) else "underpaid" if arrived else "open"
            self.db.execute("update orders set status = ? where id = ?", (after, order))
            is_news = former is None or former[0] != status
            return before, after, arrived, is_news

    def arrived(self, order):
        """Counted is what was credited alone: a pending or a flagged deposit pays nothing."""
        rows = self.db.execute("select dollars from payments where order_id = ? and status = 'completed'", (order,))
        return sum((Decimal(dollars) for (dollars,) in rows), Decimal(0))

    def status(self, order):
        with self.lock:
            return self.db.execute("select status from orders where id = ?", (order,)).fetchone()[0]


SHOP = Shop()


def book(order, trade, dollars, status, note=""):
    before, after, arrived, is_news = SHOP.book(order, trade, dollars, status, note)
    if is_news and status == "flagged":
        print(f"{order}: {dollars} dollars are held back, {note}")
    if before != after:
        print(f"{order}: {after}, {arrived} dollars have arrived")


# ---- Webhooks --------------------------------------------------------------------------------------------------------


def is_genuine(headers, body):
    message_id = headers.get("webhook-id") or ""
    timestamp = headers.get("webhook-timestamp") or ""
    if not timestamp.isascii() or not timestamp.isdigit() or abs(time.time() - int(timestamp)) > 300:
        return False
    key = base64.b64decode(WEBHOOK_SECRET.removeprefix("whsec_"))
    digest = hmac.new(key, f"{message_id}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    expected = b"v1," + base64.b64encode(digest)
    signatures = (headers.get("webhook-signature") or "").split(" ")
    return any(hmac.compare_digest(given.encode(), expected) for given in signatures)


class Receiver(BaseHTTPRequestHandler):
    """Checks, keeps, acknowledges. What follows from an event is done by others, so that the answer is quick."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if not is_genuine(self.headers, body):
            self.answer(401)
            return
        SHOP.keep(json.loads(body), body.decode())
        self.answer(200)

    def answer(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def handle_events():
    """The worker: goes through what was kept. Run once more after a crash, it goes on where it stopped."""
    for event_id, event in SHOP.unhandled():
        if event["event"] in ("trade.pending", "trade.completed", "trade.flagged", "trade.deleted"):
            order = SHOP.order_at(event["destinationAddress"])
            if order:
                is_ours = not event.get("isWrongAssetDeposit", False)
                status = event["status"] if is_ours else "flagged"
                book(order, event["id"], event["amountInUSD"], status, event["note"])
        SHOP.handled(event_id)


def reconcile(order):
    """What webhooks would have told, asked for: after a downtime, or where there are no webhooks."""
    for trade in api("GET", f"/trades/transactions?size=200&filter=wallet:{SHOP.wallet_of(order)}"):
        if "amountReceived" in trade:
            book(order, trade["id"], trade["amountReceived"], trade["status"], trade.get("reason", ""))


# ---- The checkout ----------------------------------------------------------------------------------------------------


def place_order(asset, price):
    order = f"order-{uuid.uuid4().hex[:8]}"
    try:
        wallet = api("POST", f"/trades/sell/assets/{asset['id']}/generate-address", {"label": order})
    except ApiError as refused:
        if not refused.reason.endswith("already exists in your wallets"):
            raise
        found = urllib.parse.quote(f"label:{order},asset:{asset['id']}")
        wallet = api("GET", f"/trades/wallets?filter={found}")[0]
    SHOP.add_order(order, Decimal(price), wallet)
    print(f"{order}: {price} dollars, to be paid in {asset['symbol']} on {asset['network']} to {wallet['address']}")
    return order, wallet["address"]


def pay(address, dollars):
    """In production the customer does this with a wallet."""
    name = f"shop-{uuid.uuid4().hex}"
    body = {
        "walletAddress": address,
        "asset": ASSET,
        "amountInUSD": dollars,
        "cryptoReceived": dollars,
        "reference": name,
        "txHash": name,
    }
    return api("POST", "/trades/sell/mock-trade", body)["id"]


def wait_for(order, trade, status):
    """Until a deposit stands as it should, and the order with it."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        handle_events()
        if not WEBHOOK_PORT:
            reconcile(order)
        with SHOP.lock:
            row = SHOP.db.execute("select status from payments where trade = ?", (trade,)).fetchone()
        if row and row[0] == status:
            return
        time.sleep(0.5)
    raise SystemExit(f"{order}: deposit {trade} is not {status} after {PATIENCE_SECONDS} s")


def expect(order, status):
    if SHOP.status(order) != status:
        raise SystemExit(f"{order} is {SHOP.status(order)}, not {status}")


def main():
    server = None
    if WEBHOOK_PORT:
        server = ThreadingHTTPServer(("127.0.0.1", int(WEBHOOK_PORT)), Receiver)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"Receiving webhooks on port {WEBHOOK_PORT}")
    else:
        print("No WEBHOOK_PORT: asking the API instead")

    asset = next(one for one in api("GET", "/trades/assets") if one["identifier"] == ASSET)

    order, address = place_order(asset, 80)
    wait_for(order, pay(address, 80), "completed")
    expect(order, "paid")

    order, address = place_order(asset, 120)
    wait_for(order, pay(address, 70), "completed")
    expect(order, "underpaid")
    wait_for(order, pay(address, 50), "completed")
    expect(order, "paid")

    # Below the asset's minimum nothing is credited, until more comes to the same address.
    order, address = place_order(asset, 60)
    first = pay(address, 20)
    wait_for(order, first, "flagged")
    expect(order, "open")
    second = pay(address, 40)
    wait_for(order, second, "completed")
    wait_for(order, first, "completed")
    expect(order, "paid")

    reconcile(order)
    expect(order, "paid")
    if server:
        server.shutdown()
    print("Done")


if __name__ == "__main__":
    sys.exit(main())
