// What in a page is no work of ours: elements and handlers that somebody typed, scripts of addresses. Of the page that
// is open when there is no text of another one.
(html) => {
  const page = html === null ? document : new DOMParser().parseFromString(html, 'text/html');
  const show = (element) => element.outerHTML.slice(0, 160);
  const typed = [...page.querySelectorAll('[data-hacked], script:not([src]), iframe, object, embed, base, style, img[src="x"]')];
  const handling = [...page.querySelectorAll('*')].filter((element) => [...element.attributes].some((each) => /^on/i.test(each.name)));
  const leading = [...page.querySelectorAll('[href], [action], [formaction], [src]')].filter((element) =>
    ['href', 'action', 'formaction', 'src'].some((name) => /^[\s\u0000-\u001f]*(javascript|vbscript|data:text)/i.test(element.getAttribute(name) ?? '')));
  const ran = html === null && typeof window.hacked !== 'undefined' ? ['a script ran'] : [];
  return ran.concat([...typed, ...handling, ...leading].map(show));
}
