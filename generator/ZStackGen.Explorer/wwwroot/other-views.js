// The views other than those of APIs: the start page, a structure, the changes of all versions.
import { h } from './dom.js';
import { t, described } from './texts.js';
import { fieldTable, fieldsOf, historyList } from './tables.js';

export function homeView(index) {
  const categories = new Map();
  index.apis.forEach(({ category }) => categories.set(category, (categories.get(category) ?? 0) + 1));
  return h(
    'article',
    { class: 'home' },
    h('h1', { tabindex: -1 }, t('title')),
    h('p', { class: 'lead' }, t('welcome', index.apis.length, categories.size)),
    h('p', null, t('howTo')),
    h('h2', null, t('categories')),
    h('ul', { class: 'cards' }, [...categories].sort(([a], [b]) => (a < b ? -1 : 1)).map(([category, count]) => {
      const first = index.apis.find((api) => api.category === category);
      return h('li', null, h('a', { href: `#/api/${encodeURIComponent(first.name)}` }, category, h('span', { class: 'number' }, count)));
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
    h('h1', { tabindex: -1 }, type.name),
    text ? h('p', { class: 'lead', lang }, text) : null,
    structure.extends ? h('p', { class: 'hint' }, t('extends', structure.extends)) : null,
    fieldTable(fieldsOf(type.name, type.structures), type.structures, 1),
    h('h2', null, t('usedBy')),
    h('ul', { class: 'names' }, type.usedBy.map((api) => h('li', null, h('a', { href: `#/api/${encodeURIComponent(api)}` }, api)))),
    h('h2', null, t('history')),
    historyList(type.history),
  );
}

export function changesView(versions) {
  return h(
    'article',
    { class: 'changes' },
    h('h1', { tabindex: -1 }, t('changesTitle')),
    h('p', { class: 'lead' }, t('changesIntro')),
    versions.map(({ version, items }, index) => {
      const of = (wanted) => items.filter(({ kind }) => kind === wanted);
      const body = h('div');
      const details = h(
        'details',
        { open: index === 0 },
        h('summary', null, h('strong', null, version), ' ', h('span', { class: 'hint' }, [['kindApi', 'api'], ['kindParameter', 'parameter'], ['kindType', 'type'], ['kindField', 'field'], ['kindResult', 'result']]
          .map(([label, kind]) => [t(label), of(kind).length]).filter(([, count]) => count > 0).map(([label, count]) => `${label}: ${count}`).join(' · '))),
        body,
      );
      const fill = () => body.childElementCount === 0 && body.append(
        ...group('kindApi', of('api')), ...group('kindParameter', of('parameter')), ...group('kindType', of('type')), ...group('kindField', of('field')), ...group('kindResult', of('result')));
      if (details.open) {
        fill();
      } else {
        details.addEventListener('toggle', fill, { once: true });
      }

      return details;
    }),
  );
}

function group(title, items) {
  if (items.length === 0) {
    return [];
  }

  return [h('h2', null, t(title)), h('ul', { class: 'names' }, items.map(({ kind, owner, name }) => {
    const isType = kind === 'type' || kind === 'field';
    return h('li', null, h('a', { href: `#/${isType ? 'type' : 'api'}/${encodeURIComponent(owner)}` }, owner), name ? [isType ? '.' : ' · ', h('code', null, name)] : null);
  }))];
}
