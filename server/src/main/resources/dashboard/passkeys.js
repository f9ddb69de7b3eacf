// Passkeys: the one thing that plain HTML cannot do. A form of class passkey asks for its options, hands them to the
// browser, and is sent like any other form with what the authenticator answered.
'use strict';

const passkeysWork = () =>
  window.PublicKeyCredential &&
  PublicKeyCredential.parseCreationOptionsFromJSON &&
  PublicKeyCredential.parseRequestOptionsFromJSON;

const isFilledIn = (form) =>
  [...form.querySelectorAll('[aria-required="true"]')].every((field) => field.value.trim() !== '');

const askAuthenticator = async (form, options) => {
  const credential =
    form.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential.toJSON());
};

const sayProblem = (form, text) => {
  const problem = form.querySelector('[role="alert"]');
  problem.textContent = text;
  problem.hidden = false;
};

const usePasskey = async (form) => {
  const response = await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  const type = response.headers.get('Content-Type') || '';
  if (type.startsWith('application/json')) {
    form.elements.answer.value = await askAuthenticator(form, await response.json());
    form.submit();
  } else if (type.startsWith('text/plain')) {
    sayProblem(form, await response.text());
  } else {
    // The sign-in is over, or too old: what answers is a page that says so.
    window.location.assign(form.dataset.again || window.location.href);
  }
};

if (passkeysWork()) {
  document.querySelectorAll('form.passkey').forEach((form) => {
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
      // What is missing is said by the page, before a key is made for nothing.
      if (!isFilledIn(form)) {
        return;
      }
      event.preventDefault();
      form.querySelector('[role="alert"]').hidden = true;
      try {
        await usePasskey(form);
      } catch (error) {
        sayProblem(form, 'That did not work: the browser was told no, or has no passkey for this site.');
      }
    });
  });
}
