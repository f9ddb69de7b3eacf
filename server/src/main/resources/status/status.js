// Brings what stands on the page up to date, gently: what somebody types below it, and what is open, stays.
(() => {
  const EVERY_MS = 20_000;
  const opened = () => [...document.querySelectorAll("#state details[open]")].map(open => open.closest("li")?.querySelector("h3")?.textContent);

  async function refresh() {
    if (document.hidden) {
      return;
    }
    try {
      const answer = await fetch("/status", { headers: { Accept: "text/html" } });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const state = fresh.getElementById("state");
      if (state === null) {
        return;
      }
      const wasOpen = opened();
      document.getElementById("state").replaceWith(state);
      document.title = fresh.title;
      for (const details of state.querySelectorAll("details")) {
        details.open = wasOpen.includes(details.closest("li")?.querySelector("h3")?.textContent);
      }
    } catch {
      // The server is away; the next look may find it.
    }
  }

  setInterval(refresh, EVERY_MS);
})();
