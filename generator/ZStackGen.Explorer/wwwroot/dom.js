// Builds elements. Text only becomes text nodes: the text of a page is never markup.
import { parseExact } from './json.js';

export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) {
      continue;
    }

    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }

  append(element, children);
  return element;
}

export function replace(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== undefined && child !== null && child !== false) {
      element.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  }
}

// A long name that may break between its words.
export function breakable(name) {
  return name.split(/(?<=[a-z0-9])(?=[A-Z])|(?=[<.:{])|(?<=[/_])/).flatMap((part, index) => (index === 0 ? [part] : [document.createElement('wbr'), part]));
}

export async function getJson(url) {
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) {
    throw new Error(`${response.status} ${url}`);
  }

  return parseExact(await response.text());
}

let ids = 0;

export function newId(prefix) {
  ids += 1;
  return `${prefix}-${ids}`;
}

// A region that screen readers announce, for results that only change the look of a control.
export function announce(text) {
  document.getElementById('live').textContent = text;
}

// A button that copies a text to the clipboard and confirms it.
export function copyButton(text, label, done) {
  const button = h('button', { type: 'button', class: 'copy' }, label);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'function' ? text() : text);
      button.textContent = done;
      announce(done);
      setTimeout(() => { button.textContent = label; }, 1500);
    } catch {
      // Without permission the user can still select the text.
    }
  });
  return button;
}

// Fills the body of a closed element when it is first opened.
export function fillOnOpen(details, fill) {
  if (details.open) {
    fill();
  } else {
    details.addEventListener('toggle', fill, { once: true });
  }

  return details;
}
