// After a Tab: a fault of what has the focus now, '' when there is none, null when all have had it.
() => {
  const { elements, look, before, reached } = window.controls;
  const element = document.activeElement;
  const index = elements.indexOf(element);
  if (reached.size === elements.length) return null;
  if (index < 0 || reached.has(index)) return '';
  reached.add(index);
  return look(element) === before[index] ? 'no visible focus: ' + element.outerHTML.slice(0, 160) : '';
}
