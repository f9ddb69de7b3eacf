// All that somebody reads on a page, folded or not, and what stands in its fields.
() => [document.body.textContent, ...[...document.querySelectorAll('input, textarea')].map((field) => field.value)].join('\n')
