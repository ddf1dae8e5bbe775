// The views other than those of APIs: the start page, a category, a structure, and the messages of a view that cannot be shown.
import { h, breakable } from './dom.js';
import { t, described } from './texts.js';
import { markdown, plain } from './markdown.js';
import { fieldTable, fieldsOf } from './tables.js';
import { historyList } from './history.js';
import { methodClass } from './sidebar.js';
import { versionMark } from './versions.js';

const mostSuggestions = 5;

export function homeView(index) {
  const categories = new Map();
  index.apis.forEach(({ category }) => categories.set(category, (categories.get(category) ?? 0) + 1));
  return h(
    'article',
    { class: 'home' },
    h('h1', { tabindex: -1 }, t('title')),
    h('p', { class: 'lead' }, index.apis.length > 0 ? t('welcome', index.apis.length, categories.size) : t('noApis')),
    index.apis.length > 0 ? [
      h('p', null, t('howTo')),
      h('h2', null, t('categories')),
      h('ul', { class: 'cards' }, [...categories].sort(([a], [b]) => (a < b ? -1 : 1)).map(([category, count]) => h(
        'li',
        null,
        h('a', { href: `#/category/${encodeURIComponent(category)}` }, category, h('span', { class: 'number' }, count)),
      ))),
    ] : null,
  );
}

export function categoryView(index, category) {
  return h(
    'article',
    { class: 'category' },
    h('p', { class: 'crumb' }, t('category')),
    h('h1', { tabindex: -1 }, category),
    h('ul', { class: 'operations' }, index.apis.filter((api) => api.category === category).map((api) => {
      const { text, lang } = described({ description: api.summary, chinese: api.chinese });
      return h(
        'li',
        null,
        h('span', { class: `method ${methodClass(api.method)}` }, api.method),
        h('a', { href: `#/api/${encodeURIComponent(api.name)}` }, breakable(api.name)),
        h('span', { class: 'text', lang }, plain(text)),
        versionMark(api),
      );
    })),
  );
}

export function typeView(type) {
  const structure = type.structures[type.name];
  const { text, lang } = described(structure);
  return h(
    'article',
    null,
    h('p', { class: 'crumb' }, t('structure')),
    h('h1', { tabindex: -1 }, breakable(type.name)),
    versionMark(structure),
    text ? h('div', { class: 'lead text', lang }, markdown(text)) : null,
    structure.extends ? h('p', { class: 'hint' }, t('extends', structure.extends)) : null,
    fieldTable(fieldsOf(type.name, type.structures), type.structures, 1),
    h('h2', null, t('usedBy')),
    type.usedBy.length > 0
      ? h('ul', { class: 'names' }, type.usedBy.map((api) => h('li', null, h('a', { href: `#/api/${encodeURIComponent(api)}` }, breakable(api)))))
      : h('p', { class: 'hint' }, t('unused')),
    h('h2', null, t('history')),
    historyList(type.history),
  );
}

export function notFoundView(index, address, name) {
  const suggestions = similar(index, name);
  return h(
    'article',
    { class: 'not-found' },
    h('h1', { tabindex: -1 }, t('notFound', address)),
    h('p', { class: 'lead' }, t('notFoundHint')),
    suggestions.length > 0 ? [
      h('p', null, t('didYouMean')),
      h('ul', { class: 'names' }, suggestions.map((api) => h('li', null, h('a', { href: `#/api/${encodeURIComponent(api)}` }, breakable(api))))),
    ] : null,
    h('p', null, h('a', { href: '#/' }, t('home'))),
  );
}

export function failureView(message, retry) {
  return h(
    'article',
    { class: 'failed', role: 'alert' },
    h('h1', { tabindex: -1 }, t('failed', message)),
    h('p', { class: 'lead' }, t('failedHint')),
    h('p', { class: 'links' }, h('button', { type: 'button', class: 'primary', onclick: retry }, t('retry')), h('a', { href: '#/' }, t('home'))),
  );
}

// The names that share most words with the given name.
function similar(index, name) {
  const words = name.split(/(?=[A-Z])|[^A-Za-z0-9]+/).map((word) => word.toLowerCase()).filter((word) => word.length > 2).slice(0, 20);
  return index.apis
    .map((api) => ({ api, score: words.filter((word) => api.name.toLowerCase().includes(word)).length }))
    .filter(({ score }) => score > 0 && score * 2 >= words.length)
    .sort((a, b) => b.score - a.score || a.api.name.length - b.api.name.length)
    .slice(0, mostSuggestions)
    .map(({ api }) => api.name);
}
