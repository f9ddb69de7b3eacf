// What the documentation can do beyond plain HTML: copy code, choose a language once, try an operation.
'use strict';

// Copy buttons appear only where they work.
const offerCopies = () => {
  if (!navigator.clipboard) {
    return;
  }
  document.querySelectorAll('article > pre').forEach((pre) => {
    const frame = document.createElement('div');
    frame.className = 'copied';
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(pre.textContent);
      button.textContent = 'Copied';
      setTimeout(() => {
        button.textContent = 'Copy';
      }, 2000);
    });
    pre.replaceWith(frame);
    frame.append(pre, button);
  });
};

// Who reads one example in a language reads all of them in it.
const LANGUAGE = 'offramp-docs-language';

const choose = (title) => {
  document.querySelectorAll('.tabs pre[data-language]').forEach((pre) => {
    if (pre.dataset.language === title) {
      pre.previousElementSibling.previousElementSibling.checked = true;
    }
  });
};

const rememberLanguage = () => {
  const chosen = localStorage.getItem(LANGUAGE);
  if (chosen) {
    choose(chosen);
  }
  document.addEventListener('change', (event) => {
    if (event.target.matches('.tabs input')) {
      const title = event.target.nextElementSibling.nextElementSibling.dataset.language;
      localStorage.setItem(LANGUAGE, title);
      choose(title);
    }
  });
};

// Trying an operation: always in development. Credentials are kept for the tab, so that they are typed once.
const CREDENTIALS = ['app-id', 'app-secret'];

const target = (section, form) => {
  let path = section.dataset.path;
  const query = new URLSearchParams();
  form.querySelectorAll('input[data-place]').forEach((input) => {
    if (input.dataset.place === 'path') {
      path = path.replace(`{${input.name}}`, encodeURIComponent(input.value));
    } else if (input.value) {
      query.append(input.name, input.value);
    }
  });
  const asked = query.toString();
  return `/v1${path}${asked ? `?${asked}` : ''}`;
};

const shown = (text) => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

const send = async (section, form) => {
  const headers = { 'X-Breet-Env': 'development' };
  CREDENTIALS.forEach((name) => {
    headers[`x-${name}`] = form.elements[name].value;
    sessionStorage.setItem(name, form.elements[name].value);
  });
  const request = { method: section.dataset.method, headers };
  if (form.elements.body) {
    headers['Content-Type'] = 'application/json';
    request.body = form.elements.body.value;
  }
  const status = section.querySelector('.status');
  const answer = section.querySelector('.answer');
  status.textContent = 'Sending …';
  try {
    const response = await fetch(target(section, form), request);
    status.textContent = `${response.status} ${response.statusText}, request ${response.headers.get('X-Request-Id')}`;
    answer.firstElementChild.textContent = shown(await response.text());
    answer.hidden = false;
  } catch {
    status.textContent = 'The server does not answer.';
    answer.hidden = true;
  }
};

const offerTrial = (section) => {
  const form = section.querySelector('form');
  CREDENTIALS.forEach((name) => {
    form.elements[name].value = sessionStorage.getItem(name) || '';
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(section, form);
  });
  section.hidden = false;
};

offerCopies();
rememberLanguage();
document.querySelectorAll('.trial').forEach(offerTrial);
