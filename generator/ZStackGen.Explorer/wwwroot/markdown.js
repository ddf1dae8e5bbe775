// Renders the Markdown of a description: paragraphs, lists, code, emphasis, links. Everything else is text, HTML included.
// The time is linear: each search for the end of an inline element is limited.
import { h } from './dom.js';

const longest = 500;

export function markdown(text) {
  const blocks = [];
  let lines = [];
  let items = null;
  const flush = () => {
    if (lines.length > 0) {
      blocks.push(h('p', null, lines.flatMap((line, index) => (index === 0 ? inline(line) : [h('br'), ...inline(line)]))));
      lines = [];
    }

    if (items) {
      blocks.push(h(items.isOrdered ? 'ol' : 'ul', null, items.texts.map((item) => h('li', null, inline(item)))));
      items = null;
    }
  };
  const source = text.split(/\r?\n/);
  for (let i = 0; i < source.length; i += 1) {
    const line = source[i];
    const item = /^\s{0,3}([-*+]|\d{1,9}[.)])\s+(.*)$/.exec(line);
    if (/^\s{0,3}```/.test(line)) {
      flush();
      const code = [];
      for (i += 1; i < source.length && !/^\s{0,3}```/.test(source[i]); i += 1) {
        code.push(source[i]);
      }

      blocks.push(h('pre', null, h('code', null, code.join('\n'))));
    } else if (item) {
      const isOrdered = /\d/.test(item[1]);
      if (items?.isOrdered !== isOrdered) {
        flush();
        items = { isOrdered, texts: [] };
      }

      items.texts.push(item[2]);
    } else if (line.trim() === '') {
      flush();
    } else {
      if (items) {
        flush();
      }

      const heading = /^#{1,6}\s+(.*)$/.exec(line);
      if (heading) {
        flush();
        blocks.push(h('p', null, h('strong', null, inline(heading[1]))));
      } else {
        lines.push(line);
      }
    }
  }

  flush();
  return blocks;
}

// The text without the signs of Markdown, for places that are links themselves.
export function plain(text) {
  return h('span', null, inline(text)).textContent;
}

export function inline(text, depth = 0) {
  const nodes = [];
  let done = 0;
  const put = (start, end, node) => {
    if (start > done) {
      nodes.push(unescape(text.slice(done, start)));
    }

    nodes.push(node);
    done = end;
  };
  for (let i = 0; i < text.length;) {
    const found = text[i] === '\\' ? null : element(text, i, depth);
    if (found) {
      put(i, found.end, found.node);
      i = found.end;
    } else {
      i += text[i] === '\\' ? 2 : 1;
    }
  }

  if (done < text.length) {
    nodes.push(unescape(text.slice(done)));
  }

  return nodes;
}

function element(text, i, depth) {
  switch (text[i]) {
    case '`':
      return code(text, i);
    case '*':
      return depth < 3 ? emphasis(text, i, depth) : null;
    case '[':
      return text[i - 1] === '!' || depth >= 3 ? null : link(text, i, depth);
    case 'h':
      return depth < 3 && (i === 0 || !/\w/.test(text[i - 1])) ? address(text, i) : null;
    default:
      return null;
  }
}

function code(text, i) {
  const ticks = /^`{1,3}/.exec(text.slice(i, i + 3))[0];
  const end = closing(text, ticks, i + ticks.length);
  return end < 0 ? null : { end: end + ticks.length, node: h('code', null, text.slice(i + ticks.length, end)) };
}

function emphasis(text, i, depth) {
  const sign = text.startsWith('**', i) ? '**' : '*';
  const start = i + sign.length;
  const end = closing(text, sign, start);
  // A sign beside a space is a wildcard or a multiplication, and so is a sign inside a word.
  if (end <= start || /\s/.test(text[start]) || /\s/.test(text[end - 1]) || /\w/.test(text[i - 1] ?? '') || /[\w*]/.test(text[end + sign.length] ?? '')) {
    return null;
  }

  return { end: end + sign.length, node: h(sign === '*' ? 'em' : 'strong', null, inline(text.slice(start, end), depth + 1)) };
}

function link(text, i, depth) {
  const middle = closing(text, '](', i + 1);
  const end = middle < 0 ? -1 : closing(text, ')', middle + 2);
  if (end < 0) {
    return null;
  }

  const url = safe(text.slice(middle + 2, end).trim().split(/\s/)[0]);
  return url === null ? null : { end: end + 1, node: anchor(url, inline(text.slice(i + 1, middle), depth + 3)) };
}

function address(text, i) {
  const match = /^https?:\/\/[^\s<>"'`\u2e80-\uffef]+/.exec(text.slice(i, i + longest));
  if (!match) {
    return null;
  }

  const shown = match[0].replace(/[.,;:!?)\]*]+$/, '');
  const url = safe(shown);
  return url === null ? null : { end: i + shown.length, node: anchor(url, shown) };
}

function safe(text) {
  try {
    const url = new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

function anchor(href, content) {
  return h('a', { href, rel: 'noreferrer noopener', target: '_blank' }, content);
}

function closing(text, sign, from) {
  const at = text.slice(from, from + longest).indexOf(sign);
  return at < 0 ? -1 : from + at;
}

function unescape(text) {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
