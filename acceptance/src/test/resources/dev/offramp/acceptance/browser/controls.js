// Notes all that can be worked with, and how it looks without the focus; from then on, what gets the focus and does not
// show it. Answers how many there are.
() => {
  const look = (element) => {
    const of = (each) => {
      const style = getComputedStyle(each);
      const outline = style.outlineStyle === 'none' ? 'none' : style.outline;
      return [outline, style.boxShadow, style.borderColor, style.borderWidth, style.backgroundColor, style.textDecorationLine].join();
    };
    return [element, ...(element.labels ?? [])].map(of).join(' ');
  };
  // A group of radio buttons is one stop: the one that is chosen, else its first.
  const isStop = (element) => {
    if (element.type !== 'radio' || element.name === '') return true;
    const group = [...document.getElementsByName(element.name)].filter((each) => each.form === element.form);
    return element === (group.find((each) => each.checked) ?? group[0]);
  };
  const native = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  const elements = [...document.querySelectorAll(`${native}, [tabindex]:not([tabindex="-1"])`)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !element.matches(':disabled') && !element.closest('[inert]'))
    .filter(isStop);
  document.activeElement?.blur();
  const controls = { elements, before: elements.map(look), reached: new Set(), faults: [] };
  document.addEventListener('focusin', () => {
    const element = document.activeElement;
    const index = elements.indexOf(element);
    if (index < 0 || controls.reached.has(index)) return;
    controls.reached.add(index);
    if (look(element) === controls.before[index]) controls.faults.push('no visible focus: ' + element.outerHTML.slice(0, 160));
  });
  window.controls = controls;
  return elements.length;
}
