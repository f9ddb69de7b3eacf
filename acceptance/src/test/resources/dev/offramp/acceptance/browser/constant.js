// Puts something constant in the place of all that differs from run to run, now and whenever the page changes itself.
() => {
  const constant = (text) => text.replace(/\p{Lu}/gu, 'X').replace(/\p{Ll}/gu, 'x').replace(/\p{N}/gu, '0');
  const words = (element) => {
    const shown = element.dataset.volatile;
    if (shown !== '') {
      if (element.textContent !== shown) element.textContent = shown;
      return;
    }
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (text.data !== constant(text.data)) text.data = constant(text.data);
    }
  };
  const settle = () => {
    for (const element of document.querySelectorAll('[data-volatile]')) {
      if (element.matches('svg, img, canvas')) element.style.visibility = 'hidden';
      else if (element.matches('input, textarea')) element.value = element.dataset.volatile || constant(element.value);
      else words(element);
    }
  };
  settle();
  new MutationObserver(settle).observe(document.body, { subtree: true, childList: true, attributes: true });
}
