"""An off-ramp: a customer sells dollars and has naira on a bank account whose holder was checked first.

The business keeps its float in dollars. It sells them when a customer cashes out, and pays the naira out.
Python 3.11, standard library only. BASE_URL, APP_ID, APP_SECRET, PIN.
"""

import json
import os
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from decimal import ROUND_DOWN, Decimal

BASE_URL = os.environ["BASE_URL"]
APP_ID = os.environ["APP_ID"]
APP_SECRET = os.environ["APP_SECRET"]
PIN = os.environ["PIN"]
PATIENCE_SECONDS = 60
FINAL = ("completed", "rejected", "reversed")


class ApiError(Exception):
    def __init__(self, status, answer, request_id):
        super().__init__(f"{status} {answer['message']} {answer.get('errors', [])} (request {request_id})")
        self.status = status
        self.reason = answer["message"]


def api(method, path, body=None, key=None):
    """Sends a request until there is an answer that decides something; under its key it takes effect once."""
    headers = {
        "x-app-id": APP_ID,
        "x-app-secret": APP_SECRET,
        "X-Breet-Env": "development",
        "Content-Type": "application/json",
    }
    if method != "GET":
        headers["Idempotency-Key"] = key or str(uuid.uuid4())
    data = None if body is None else json.dumps(body, default=float).encode()
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


def wait_for(what, ask):
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        answer = ask()
        if answer is not None:
            return answer
        time.sleep(0.5)
    raise SystemExit(f"{what} did not happen within {PATIENCE_SECONDS} s")


def balances():
    wallets = api("GET", "/users/fetch-integration")["fiatWallets"]
    return {wallet["currency"]: Decimal(wallet["balance"]) for wallet in wallets}


# ---- The float -------------------------------------------------------------------------------------------------------


def fill_float(run):
    """In production deposits do this. Here the sandbox makes one up, and what it became is turned into dollars."""
    asset = next(one for one in api("GET", "/trades/assets") if one["identifier"] == "SOL_USDC_JKVK")
    wallet = api("POST", f"/trades/sell/assets/{asset['id']}/generate-address", {"label": f"float-{run}"})
    body = {
        "walletAddress": wallet["address"],
        "asset": asset["identifier"],
        "amountInUSD": 200,
        "cryptoReceived": 200,
        "reference": f"float-{run}",
        "txHash": f"float-{run}",
    }
    trade_id = api("POST", "/trades/sell/mock-trade", body)["id"]

    def credited():
        trade = api("GET", f"/trades/transactions/{trade_id}")
        return trade if trade["status"] == "completed" else None

    trade = wait_for("the deposit", credited)
    print(f"Float: 200 USDC became {trade['amount']} {trade['currency']}")
    if trade["currency"] != "usd":
        bought = api("POST", "/payments/fiat-to-usd", {"amount": trade["amount"]}, key=f"float-{run}")
        print(f"Float: which are {bought['amount']} {bought['currency']}")
    return asset


# ---- A customer cashes out -------------------------------------------------------------------------------------------


def is_same_name(a, b):
    """Banks turn names round, write them in capitals and leave second names out."""
    words = [set(re.findall(r"\w+", name.upper())) for name in (a, b)]
    return bool(words[0] & words[1]) and (words[0] <= words[1] or words[1] <= words[0])


def check_account(customer):
    try:
        account = api(
            "POST",
            "/payments/banks/validate",
            {"id": customer["bankId"], "accountNumber": customer["accountNumber"]},
        )
    except ApiError as refused:
        if refused.reason == "account name could not be resolved":
            return None
        raise
    return account if is_same_name(account["accountName"], customer["name"]) else None


def save_bank(customer):
    body = {"id": customer["bankId"], "accountNumber": customer["accountNumber"], "narration": "Cash out"}
    try:
        return api("POST", "/payments/banks/add", body)
    except ApiError as refused:
        if refused.reason != "bank account already exists":
            raise
    wanted = f"bankId:{customer['bankId']},accountNumber:{customer['accountNumber']}"
    return api("GET", f"/payments/integration-banks?filter={urllib.parse.quote(wanted)}")[0]


def cash_out(order, asset, customer, dollars):
    """Each step has a name that comes from the order, and can be repeated with it after a crash."""
    quote = api("POST", f"/trades/pbc/sell/rate-calculator/{asset['id']}", {"amountInUSD": dollars, "currency": "ngn"})
    print(f"{order}: {dollars} dollars are {quote['NGNAmount']} naira at {quote['rate']}")

    account = check_account(customer)
    if account is None:
        print(f"{order}: {customer['accountNumber']} is not an account of {customer['name']}; nothing was moved")
        return None
    print(f"{order}: {account['bankName']} {account['accountNumber']} is {account['accountName']}")
    bank = save_bank(customer)

    sold = api("POST", "/payments/convert", {"amount": dollars}, key=f"{order}-convert")
    # A receive currency of cedis would make this cedis: what is paid out must be in the currency of the bank.
    if sold["currency"] != bank["currency"]:
        raise SystemExit(f"{order}: converted into {sold['currency']}, the bank takes {bank['currency']}")
    naira = Decimal(sold["amount"]).quantize(Decimal("0.01"), ROUND_DOWN)
    body = {"amount": naira, "pin": PIN, "narration": "Cash out", "externalId": order}
    api("POST", f"/payments/withdraw/bank/{bank['id']}", body)
    repeated = api("POST", f"/payments/withdraw/bank/{bank['id']}", body)  # As after a crash: the same withdrawal.

    def ended():
        withdrawal = api("GET", f"/payments/withdrawal/{urllib.parse.quote(order, safe='')}")
        return withdrawal if withdrawal["status"] in FINAL else None

    withdrawal = wait_for("the payout", ended)
    if withdrawal["id"] != repeated["id"]:
        raise SystemExit(f"{order}: two withdrawals")
    if withdrawal["status"] != "completed":
        print(f"{order}: {withdrawal['status']}, {withdrawal['reason']}; the naira are on our balance")
        return withdrawal
    print(f"{order}: {withdrawal['payoutAmount']} naira have arrived, the fee of {withdrawal['fee']} came out of them")
    return withdrawal


def main():
    run = uuid.uuid4().hex[:8]
    asset = fill_float(run)
    print(f"Balances: {', '.join(f'{amount} {currency}' for currency, amount in balances().items())}")

    ama = {"name": "Ama Danjuma", "bankId": "25", "accountNumber": "0123456789"}
    paid = cash_out(f"cash-{run}-1", asset, ama, 60)
    if paid is None or paid["status"] != "completed":
        raise SystemExit("the first customer was not paid")

    if cash_out(f"cash-{run}-2", asset, {**ama, "name": "Somebody Else"}, 60) is not None:
        raise SystemExit("the wrong name was paid")
    if cash_out(f"cash-{run}-3", asset, {**ama, "accountNumber": "0000000009"}, 60) is not None:
        raise SystemExit("an account without a name was paid")

    rejected = cash_out(
        f"cash-{run}-4", asset, {"name": "Kwame Boateng", "bankId": "39", "accountNumber": "0000000001"}, 50
    )
    if rejected is None or rejected["status"] != "rejected":
        raise SystemExit("an account that ends in 0001 was paid")
    print("Done")


if __name__ == "__main__":
    sys.exit(main())
