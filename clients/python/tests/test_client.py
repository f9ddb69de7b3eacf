"""What a client does when a server is slow, busy or away: against a server whose answers are written down."""

import threading
import unittest
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, HTTPServer

from offramp import NoAnswer, Offramp, Refused


class _Scripted(BaseHTTPRequestHandler):
    def _answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        self.server.asked.append((self.command, self.path, dict(self.headers), self.rfile.read(length).decode()))
        status, body, headers = self.server.answers.pop(0)
        if status == 0:
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    do_GET = do_POST = do_PUT = do_DELETE = _answer

    def log_message(self, *args):
        pass


def success(data, meta="{}"):
    return 200, f'{{"success":true,"message":"","data":{data},"meta":{meta},"summary":{{}},"stats":{{}}}}', {}


LOST = (0, "", {})


class ClientTest(unittest.TestCase):
    def setUp(self):
        self.server = HTTPServer(("127.0.0.1", 0), _Scripted)
        self.server.asked = []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.pauses = []
        url = f"http://127.0.0.1:{self.server.server_port}/v1/"
        self.offramp = Offramp(url, "app", "secret", pause=self.pauses.append)

    def tearDown(self):
        self.server.shutdown()
        self.server.server_close()

    def answers(self, *answers):
        self.server.answers = list(answers)

    def test_repeats_a_change_under_the_same_key_after_a_lost_answer_429_and_503(self):
        self.answers(
            LOST,
            (429, "{}", {"Retry-After": "7"}),
            (503, "busy", {}),
            success('{"id":"1","status":"pending"}'),
        )
        received = self.offramp.withdraw_to_bank("b", amount=Decimal("0.10"), pin="1234")

        self.assertEqual(received["id"], "1")
        self.assertEqual(len({headers["Idempotency-Key"] for _, _, headers, _ in self.server.asked}), 1)
        self.assertEqual(self.pauses, [0.5, 7.0, 2.0])
        self.assertEqual(self.server.asked[0][3], '{"amount": 0.10, "pin": "1234"}')

    def test_asks_without_a_key_for_what_changes_nothing(self):
        self.answers(success("[]"))
        self.offramp.list_banks(currency="ngn")
        _, path, headers, _ = self.server.asked[0]
        self.assertEqual(path, "/v1/payments/banks?currency=ngn")
        self.assertNotIn("Idempotency-Key", headers)

    def test_keeps_numbers_exact_in_both_directions(self):
        self.answers(success('{"rate":1605.120000000000000001,"cryptoAmount":1}'))
        quote = self.offramp.calculate_rate("a", amount_in_usd="123456789012345.12345678")
        self.assertEqual(quote, {"rate": Decimal("1605.120000000000000001"), "cryptoAmount": Decimal(1)})
        self.assertIsInstance(quote["cryptoAmount"], Decimal)
        self.assertEqual(self.server.asked[0][3], '{"amountInUSD": 123456789012345.12345678}')
        with self.assertRaises(TypeError):
            self.offramp.calculate_rate("a", amount_in_usd=0.1)

    def test_says_what_was_refused_and_does_not_repeat_it(self):
        body = '{"success":false,"message":"validation errors","errors":{"label":["label is required"]}}'
        self.answers((422, body, {"X-Request-Id": "r1"}))
        with self.assertRaises(Refused) as caught:
            self.offramp.generate_address("a", label="")
        refused = caught.exception
        self.assertEqual((refused.status, refused.message, refused.request_id), (422, "validation errors", "r1"))
        self.assertEqual(refused.fields, {"label": ["label is required"]})
        self.assertEqual(len(self.server.asked), 1)

    def test_hands_the_key_over_when_there_is_no_answer(self):
        self.answers(LOST, LOST, LOST, LOST, LOST)
        with self.assertRaises(NoAnswer) as caught:
            self.offramp.under("mine").delete_bank("b")
        self.assertEqual(caught.exception.idempotency_key, "mine")

    def test_goes_through_a_list_and_gives_what_moved_to_the_next_page_once(self):
        self.answers(
            success('[{"id":"3"},{"id":"2"}]', '{"page":1,"hasNextPage":true}'),
            success('[{"id":"2"},{"id":"1"}]', '{"page":2,"hasNextPage":false}'),
        )
        banks = list(self.offramp.list_saved_banks(size=2))
        self.assertEqual([bank["id"] for bank in banks], ["3", "2", "1"])
        self.assertEqual(self.server.asked[1][1], "/v1/payments/integration-banks?page=2&size=2")


if __name__ == "__main__":
    unittest.main()
