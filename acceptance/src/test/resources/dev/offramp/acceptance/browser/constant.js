// Puts something constant in the place of all that differs from run to run, now and whenever the page changes itself:
// times, ids, hashes, addresses and secrets wherever they stand, and whatever is marked `data-volatile`.
() => {
  const constant = (text) => text.replace(/\p{Lu}/gu, 'X').replace(/\p{Ll}/gu, 'x').replace(/\p{N}/gu, '0');
  // Letters mixed with digits, too long for a word. Some kinds differ in length by a letter or two.
  const code = (text) => /\d/.test(text) && /[a-z]/i.test(text) ? 'x'.repeat(Math.ceil(text.length / 4) * 4) : text;
  const settled = (text) => text
    // On TON an address may have hyphens in it.
    .replace(/\b[EUk0]Q[A-Za-z0-9_-]{46}/g, 'x'.repeat(48))
    .replace(/[A-Za-z0-9+/=]{16,}/g, code)
    .replace(/\d{4}-\d\d-\d\d/g, '0000-00-00')
    .replace(/\b(127\.0\.0\.1|localhost):\d+/g, '$1:8080')
    .replace(/\b\d{1,2} [A-Z][a-z]{2} \d{4}\b/g, '1 Jan 2026')
    .replace(/\d\d:\d\d(:\d\d)?(\.\d+)?/g, '00:00')
    .replace(/\bB-[A-Z0-9]{6}\b/g, 'B-000000')
    .replace(/\bBlock \d{1,3}(,\d{3})*/g, 'Block 100')
    .replace(/\b\d+ confirmations?\b/g, '3 confirmations')
    .replace(/\b[\d.,]+ (ms|seconds?)\b/g, '1 $1')
    .replace(/\d+ (second|minute|hour|day)s? ago/g, '1 minute ago');
  const put = (object, property, text) => {
    if (object[property] !== text) object[property] = text;
  };
  const marked = 'time, [data-volatile]';
  const each = (element, change, leaves) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (!leaves || !text.parentElement.closest(leaves)) put(text, 'data', change(text.data));
    }
  };
  const settle = () => {
    for (const time of document.querySelectorAll('time')) put(time, 'textContent', time.dataset.volatile || '1 Jan 2026, 12:00');
    for (const element of document.querySelectorAll('[data-volatile]:not(time), svg.qr')) {
      const shown = element.dataset.volatile;
      if (element.matches('svg, img, canvas')) element.style.visibility = 'hidden';
      else if (element.matches('input, textarea')) put(element, 'value', shown || constant(element.value));
      else if (shown !== '') put(element, 'textContent', shown);
      else each(element, constant);
    }
    each(document.body, settled, marked);
    for (const field of document.querySelectorAll('input:not([type=hidden], [data-volatile]), textarea:not([data-volatile])')) put(field, 'value', settled(field.value));
  };
  document.activeElement?.blur();
  scrollTo(0, 0);
  settle();
  new MutationObserver(settle).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}
