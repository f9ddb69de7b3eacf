// What pages can do beyond plain HTML. Everything works without it but what is said here.
'use strict';

// Copy buttons appear only where they work.
const offerCopies = (root) => {
  root.querySelectorAll('button[data-copy][hidden]').forEach((button) => {
    button.hidden = !navigator.clipboard;
  });
};

const copy = async (button) => {
  const label = button.textContent;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = 'Copied';
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
};

document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-copy]');
  if (button) {
    copy(button);
  }
  // An open switch closes when somebody goes on elsewhere.
  document.querySelectorAll('details.switch[open]').forEach((details) => {
    if (!details.contains(event.target)) {
      details.open = false;
    }
  });
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    document.querySelectorAll('details.switch[open]').forEach((details) => {
      details.open = false;
      details.querySelector('summary').focus();
    });
  }
});

// A form that keeps what is typed must not say so when it could not.
['htmx:sendError', 'htmx:responseError'].forEach((trouble) => {
  document.addEventListener(trouble, (event) => {
    if (event.detail.elt.matches('form') && event.detail.target) {
      event.detail.target.textContent = 'Not kept: the server does not answer. What you type stays on this page.';
    }
  });
});

document.addEventListener('htmx:load', (event) => offerCopies(event.detail.elt));
offerCopies(document);
