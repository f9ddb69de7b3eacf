"""Lists, asked for page by page."""

from typing import Any, Callable, Dict, Generic, Iterator, List, NamedTuple, Set, Tuple, TypeVar, cast

T = TypeVar("T")


class Page(NamedTuple):
    """One page of a list, and where it lies among the others."""

    items: List[Any]
    pages: Dict[str, Any]


class Paged(Generic[T]):
    """A list, asked for page by page as it is gone through; each loop over it asks anew.

    What is added at its head meanwhile moves the items on, so that the last of a page may come again on the next: such
    an item is given once.
    """

    def __init__(self, fetch: Callable[[int], Tuple[List[T], Dict[str, Any]]], first: int) -> None:
        self._fetch = fetch
        self._first = first

    def page(self) -> Page:
        """The first page alone, or the one that was asked for."""
        return Page(*self._fetch(self._first))

    def __iter__(self) -> Iterator[T]:
        before: Set[Any] = set()
        number = self._first
        while True:
            items, pages = self._fetch(number)
            yield from (item for item in items if _id(item) not in before)
            if not pages["hasNextPage"]:
                return
            before = {_id(item) for item in items}
            number += 1


def _id(item: Any) -> Any:
    return cast(Dict[str, Any], item).get("id")
