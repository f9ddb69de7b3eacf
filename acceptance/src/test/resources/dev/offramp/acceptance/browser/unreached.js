// What no Tab came to, what did not show that it had the focus, and what says no name to those who cannot see it.
() => {
  const { elements, reached, faults } = window.controls;
  const show = (element) => element.outerHTML.slice(0, 160);
  axe.setup(document);
  const nameless = elements.filter((element) => axe.commons.text.accessibleText(element) === '');
  axe.teardown();
  return faults.concat(elements.filter((element, index) => !reached.has(index)).map((element) => 'not reached by Tab: ' + show(element)))
    .concat(nameless.map((element) => 'without a name: ' + show(element)));
}
