// Shows JSON as a tree with objects and lists that can be folded. Long lines wrap.
import { h, copyButton } from './dom.js';
import { isExactNumber } from './json.js';
import { t } from './texts.js';

const longest = 200000;
const deepest = 40;
const manyLines = 150;

export function jsonView(value, attributes, original = '') {
  const text = write(value) ?? original;
  // A huge value is shown as text, to be fast.
  const isTree = text !== original && text.length <= longest && typeof value === 'object' && value !== null;
  const openDepth = text.split('\n', manyLines + 1).length > manyLines ? 3 : deepest;
  const tree = h('div', { class: 'json', tabindex: 0, role: 'region', ...attributes }, isTree ? node(value, null, '', 0, openDepth) : text);
  const fold = (isOpen) => tree.querySelectorAll('details').forEach((details, index) => { details.open = isOpen || index === 0; });
  return [
    tree,
    h(
      'div',
      { class: 'actions json-actions' },
      isTree && tree.querySelector('details details') ? [
        h('button', { type: 'button', class: 'copy', onclick: () => fold(true) }, t('expandAll')),
        h('button', { type: 'button', class: 'copy', onclick: () => fold(false) }, t('collapseAll')),
      ] : null,
      copyButton(text, t('copy'), t('copied')),
    ),
  ];
}

// Returns null for a value that is nested too deeply to be written.
function write(value) {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    return null;
  }
}

function node(value, key, end, depth, openDepth) {
  const name = key === null ? [] : [h('span', { class: 'json-key' }, JSON.stringify(key)), ': '];
  if (typeof value !== 'object' || value === null || isExactNumber(value) || depth >= deepest) {
    return h('div', { class: 'json-line' }, name, scalar(value), end);
  }

  const isList = Array.isArray(value);
  const entries = isList ? value.map((item) => [null, item]) : Object.entries(value);
  const [open, close] = isList ? '[]' : '{}';
  if (entries.length === 0) {
    return h('div', { class: 'json-line' }, name, open, close, end);
  }

  return h(
    'details',
    { open: depth < openDepth },
    h('summary', null, name, open, h('span', { class: 'folded' }, ` … ${close}${end} `, h('span', { class: 'hint' }, t(isList ? 'items' : 'members', entries.length)))),
    h('div', { class: 'json-members' }, entries.map(([member, item], index) => node(item, member, index < entries.length - 1 ? ',' : '', depth + 1, openDepth))),
    h('div', { class: 'json-line' }, close, end),
  );
}

function scalar(value) {
  const kind = typeof value === 'string' ? 'string' : typeof value === 'number' || isExactNumber(value) ? 'number' : 'word';
  return h('span', { class: `json-${kind}` }, JSON.stringify(value));
}
