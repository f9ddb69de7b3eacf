"""Asks a server."""

import http.client
import json
import re
import time
import urllib.error
import urllib.request
import uuid
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Tuple
from urllib.parse import urlencode

from . import exact
from .api import Operations
from .errors import NoAnswer, Refused
from .paged import Paged

_TRIES = 5
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 60.0
# Answers come within four seconds.
_LIMIT = 10
_COME_BACK = frozenset([429, 502, 503, 504])


class _Answer(NamedTuple):
    status: int
    headers: Any
    text: str


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the secret to somebody else."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


class Offramp(Operations):
    """The API of a server, for one business in one environment. Can be used by many threads.

    Every request that changes something is sent under an idempotency key, a new one for each call unless under() says
    which; it is repeated under the same key after a lost answer, 429 and 503, five times in all.
    """

    def __init__(
        self,
        base_url: str,
        app_id: str,
        app_secret: str,
        environment: str = "development",
        *,
        pause: Callable[[float], None] = time.sleep,
        _key: Optional[str] = None,
    ) -> None:
        """
        base_url: of the server, ending in /v1
        environment: development or production
        pause: waits so many seconds
        """
        self._base_url = base_url.rstrip("/")
        self._headers = {"x-app-id": app_id, "x-app-secret": app_secret, "X-Breet-Env": environment}
        self._pause = pause
        self._key = _key
        self._opener = urllib.request.build_opener(_NoRedirects)

    def under(self, idempotency_key: str) -> "Offramp":
        """The same server, where every change is made under this key.

        Write it down before you send, and a repetition, even by another process, gets the first answer. A key is for
        one request.
        """
        return Offramp(
            self._base_url,
            self._headers["x-app-id"],
            self._headers["x-app-secret"],
            self._headers["X-Breet-Env"],
            pause=self._pause,
            _key=idempotency_key,
        )

    def _call(
        self,
        method: str,
        path: str,
        query: Optional[Dict[str, Any]] = None,
        body: Optional[Dict[str, Any]] = None,
    ) -> Any:
        return self._ask(method, path, query or {}, body)["data"]

    def _paged(self, path: str, query: Dict[str, Any]) -> Paged[Any]:
        def fetch(number: int) -> Tuple[List[Any], Dict[str, Any]]:
            envelope = self._ask("GET", path, {**query, "page": number}, None)
            return envelope["data"], envelope["meta"]

        return Paged(fetch, query.get("page") or 1)

    def _ask(self, method: str, path: str, query: Dict[str, Any], body: Optional[Dict[str, Any]]) -> Dict[str, Any]:
        key = None if method == "GET" else self._key or str(uuid.uuid4())
        answer = self._send(self._request(method, path, query, body, key), key)
        envelope = _understood(answer.text)
        if answer.status == 200 and envelope.get("success") is True:
            return envelope
        raise Refused(
            answer.status,
            envelope.get("message") or "the answer is none of the API",
            envelope.get("errors") or {},
            answer.headers.get("X-Request-Id"),
        )

    def _request(
        self,
        method: str,
        path: str,
        query: Dict[str, Any],
        body: Optional[Dict[str, Any]],
        key: Optional[str],
    ) -> urllib.request.Request:
        fields = {name: value for name, value in query.items() if value is not None}
        url = self._base_url + path + ("?" + urlencode(fields) if fields else "")
        headers = dict(self._headers)
        if key is not None:
            headers["Idempotency-Key"] = key
        if body is not None:
            headers["Content-Type"] = "application/json"
        content = None if body is None else exact.write(body)
        return urllib.request.Request(url, data=content, headers=headers, method=method)

    def _send(self, request: urllib.request.Request, key: Optional[str]) -> _Answer:
        for tried in range(1, _TRIES + 1):
            wanted = None
            try:
                answer = self._send_once(request)
                if tried == _TRIES or not _says_to_come_back(answer):
                    return answer
                wanted = answer.headers.get("Retry-After")
            except (OSError, http.client.HTTPException) as cause:
                if tried == _TRIES:
                    raise NoAnswer(f"no answer from {self._base_url}: {cause}", key) from cause
            self._pause(_pause(tried, wanted))
        raise AssertionError("the last try answers or raises")

    def _send_once(self, request: urllib.request.Request) -> _Answer:
        try:
            with self._opener.open(request, timeout=_LIMIT) as answer:
                return _Answer(answer.status, answer.headers, answer.read().decode())
        except urllib.error.HTTPError as refused:
            with refused:
                return _Answer(refused.code, refused.headers, refused.read().decode(errors="replace"))


def _says_to_come_back(answer: _Answer) -> bool:
    return answer.status in _COME_BACK or (
        answer.status == 409 and "request with this key is in progress" in answer.text
    )


def _pause(tried: int, wanted: Optional[str]) -> float:
    own = _FIRST_PAUSE * 2 ** (tried - 1)
    asked = float(wanted) if wanted and re.fullmatch("[0-9]{1,4}", wanted) else own
    return min(asked, _LONGEST_PAUSE)


def _understood(text: str) -> Dict[str, Any]:
    """A proxy on the way may answer anything."""
    try:
        envelope = exact.read(text)
    except json.JSONDecodeError:
        return {}
    return envelope if isinstance(envelope, dict) else {}
