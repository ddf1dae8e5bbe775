// Builds elements. Text only becomes text nodes: the text of a page is never markup.
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
  return name.split(/(?=[A-Z<.])/).flatMap((part, index) => (index === 0 ? [part] : [document.createElement('wbr'), part]));
}

export async function getJson(url) {
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) {
    throw new Error(`${response.status} ${url}`);
  }

  return response.json();
}

let ids = 0;

export function newId(prefix) {
  ids += 1;
  return `${prefix}-${ids}`;
}

// A button that copies a text to the clipboard and confirms it.
export function copyButton(text, label, done) {
  const button = h('button', { type: 'button', class: 'copy' }, label);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'function' ? text() : text);
      button.textContent = done;
      setTimeout(() => { button.textContent = label; }, 1500);
    } catch {
      // Without permission the user can still select the text.
    }
  });
  return button;
}

// JSON with syntax colors.
export function jsonNodes(value) {
  const text = JSON.stringify(value, null, 2);
  // A huge response is shown without colors, to be fast.
  if (text.length > 200000) {
    return [text];
  }

  const nodes = [];
  const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
  let end = 0;
  for (const match of text.matchAll(token)) {
    nodes.push(text.slice(end, match.index));
    const kind = match[1] ? (match[2] ? 'key' : 'string') : match[3] ? 'word' : 'number';
    nodes.push(h('span', { class: `json-${kind}` }, match[1] ?? match[0]));
    if (match[2]) {
      nodes.push(match[2]);
    }

    end = match.index + match[0].length;
  }

  nodes.push(text.slice(end));
  return nodes;
}
