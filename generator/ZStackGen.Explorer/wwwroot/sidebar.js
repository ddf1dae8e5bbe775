// The list of all APIs and its search.
import { h, replace, breakable } from './dom.js';
import { t, described } from './texts.js';

export class Sidebar {
  constructor(index) {
    this.search = document.getElementById('search');
    this.count = document.getElementById('count');
    this.list = document.getElementById('list');
    this.entries = index.apis.map((api) => ({
      api,
      name: api.name.toLowerCase(),
      // The capitals of a name: cvi finds CreateVmInstance.
      humps: api.name.replace(/[^A-Z0-9]/g, '').toLowerCase(),
      text: [api.name, api.path, api.method, api.category, api.summary ?? '', api.chinese ?? '', api.parameters, api.since ?? ''].join('\n').toLowerCase(),
    }));
    this.current = null;
    this.open = new Set();
    this.search.addEventListener('input', () => this.render());
    this.search.addEventListener('keydown', (event) => this.onSearchKey(event));
    this.list.addEventListener('keydown', (event) => this.onListKey(event));
    document.addEventListener('keydown', (event) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog[open]');
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        this.search.focus();
        this.search.select();
      }
    });
  }

  show(name) {
    this.current = name;
    const entry = this.entries.find((candidate) => candidate.api.name === name);
    if (entry) {
      this.open.add(entry.api.category);
    }

    this.render();
    this.list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  render() {
    const terms = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (terms.length === 0) {
      this.count.textContent = t('all', this.entries.length);
      replace(this.list, this.groups());
      return;
    }

    const found = this.entries
      .filter((entry) => terms.every((term) => entry.text.includes(term) || entry.humps.startsWith(term)))
      .map((entry) => ({ entry, rank: rank(entry, terms) }))
      .sort((a, b) => a.rank - b.rank || a.entry.name.length - b.entry.name.length || (a.entry.name < b.entry.name ? -1 : 1));
    this.count.textContent = found.length > 0 ? t('found', found.length, this.entries.length) : t('none');
    replace(this.list, h('ul', { class: 'found' }, found.map(({ entry }) => this.item(entry.api, true))));
  }

  groups() {
    const categories = new Map();
    for (const { api } of this.entries) {
      if (!categories.has(api.category)) {
        categories.set(api.category, []);
      }

      categories.get(api.category).push(api);
    }

    // A single group is always open.
    const isSmall = this.entries.length <= 30;
    return [...categories].sort(([a], [b]) => (a < b ? -1 : 1)).map(([category, apis]) => {
      const items = h('ul');
      const group = h(
        'details',
        { ontoggle: () => (group.open ? this.open.add(category) : this.open.delete(category)), open: isSmall || this.open.has(category) },
        h('summary', null, category, h('span', { class: 'number' }, apis.length)),
        items,
      );
      // The items of a closed group are created when it is first opened.
      const fill = () => items.childElementCount === 0 && replace(items, apis.map((api) => this.item(api, false)));
      if (group.open) {
        fill();
      } else {
        group.addEventListener('toggle', fill, { once: true });
      }

      return group;
    });
  }

  item(api, withSummary) {
    const { text, lang } = described({ description: api.summary, chinese: api.chinese });
    return h('li', null, h(
      'a',
      { href: `#/api/${encodeURIComponent(api.name)}`, title: `${api.method} ${api.path}`, 'aria-current': api.name === this.current ? 'page' : null },
      h('span', { class: `method ${methodClass(api.method)}` }, shortMethod(api.method)),
      h('span', { class: 'api' }, breakable(api.name), withSummary && text ? h('small', { lang }, text) : null),
    ));
  }

  onSearchKey(event) {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.links()[0]?.focus();
    } else if (event.key === 'Enter') {
      this.list.querySelector('.found a')?.click();
    } else if (event.key === 'Escape' && this.search.value) {
      this.search.value = '';
      this.render();
    }
  }

  onListKey(event) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') {
      return;
    }

    const links = this.links();
    const next = links.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
    (next < 0 ? this.search : links[Math.min(next, links.length - 1)])?.focus();
  }

  links() {
    return [...this.list.querySelectorAll('a, summary')].filter((element) => element.checkVisibility());
  }
}

export function methodClass(method) {
  return ['GET', 'POST', 'PUT', 'DELETE'].includes(method) ? method.toLowerCase() : 'get';
}

function shortMethod(method) {
  return method === 'DELETE' ? 'DEL' : method;
}

function rank({ name, humps, api }, terms) {
  // The words of a name may be typed with or without spaces.
  const [first] = terms;
  const joined = terms.join('');
  if (name === joined) {
    return 0;
  }

  if (name.startsWith(joined)) {
    return 1;
  }

  if (humps.startsWith(first)) {
    return 2;
  }

  if (terms.every((term) => name.includes(term))) {
    return 3;
  }

  return api.path.toLowerCase().includes(first) ? 4 : 5;
}
