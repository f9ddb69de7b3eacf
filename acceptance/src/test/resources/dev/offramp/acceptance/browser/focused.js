// After a Tab: a fault of what has the focus now, '' when there is none, null when the page has been left.
() => {
  const { elements, look, before, reached } = window.controls;
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const index = elements.indexOf(element);
  if (index < 0 || reached.has(index)) return '';
  reached.add(index);
  return look(element) === before[index] ? 'no visible focus: ' + element.outerHTML.slice(0, 160) : '';
}
