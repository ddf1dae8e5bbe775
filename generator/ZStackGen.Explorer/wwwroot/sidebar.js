// The list of all APIs: groups by category, or the results of the search.
import { h, replace, breakable, fillOnOpen } from './dom.js';
import { t, described } from './texts.js';
import { plain } from './markdown.js';
import { Search } from './search.js';
import { versionMark, exists, selectedVersion } from './versions.js';

const mostResults = 100;

export class Sidebar {
  constructor(index) {
    this.field = document.getElementById('search');
    this.count = document.getElementById('count');
    this.list = document.getElementById('list');
    this.apis = index.apis;
    this.search = new Search(index.apis);
    this.current = null;
    this.open = new Set();
    this.most = mostResults;
    this.field.addEventListener('input', () => this.onInput());
    this.field.addEventListener('focus', () => this.loadTexts());
    this.field.addEventListener('keydown', (event) => this.onSearchKey(event));
    this.list.addEventListener('keydown', (event) => this.onListKey(event));
  }

  show(name) {
    this.current = name;
    const api = this.apis.find((candidate) => candidate.name === name);
    if (api) {
      this.open.add(api.category);
    }

    this.render();
    this.list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  onInput() {
    this.most = mostResults;
    this.render();
    this.list.scrollTop = 0;
    this.loadTexts();
  }

  async loadTexts() {
    const { loading } = this.search;
    await this.search.load();
    if (loading === null && this.field.value.trim() !== '') {
      this.render();
    }
  }

  render() {
    const query = this.field.value.trim();
    if (query === '') {
      this.count.textContent = this.apis.length > 0 ? t('all', this.apis.length) : t('noApis');
      replace(this.list, this.groups());
      return;
    }

    const matches = this.search.find(query);
    this.count.textContent = matches.length > 0 ? t('found', matches.length, this.apis.length) : t('none');
    replace(
      this.list,
      h('ul', { class: 'found' }, matches.slice(0, this.most).map(({ entry, parameter }) => this.item(entry.api, true, parameter))),
      matches.length > this.most ? h('button', { type: 'button', class: 'more', onclick: () => this.showAll() }, t('showAll', matches.length)) : null,
      matches.length === 0 ? h('button', { type: 'button', class: 'more', onclick: () => this.clear() }, t('clear')) : null,
    );
  }

  showAll() {
    this.most = Infinity;
    this.render();
    this.links()[mostResults]?.focus();
  }

  clear() {
    this.field.value = '';
    this.render();
    this.field.focus();
  }

  // Returns how many APIs exist in the selected version, as text.
  versionHint() {
    return selectedVersion() === '' ? '' : t('inVersion', this.apis.filter(exists).length, this.apis.length, selectedVersion());
  }

  groups() {
    const categories = new Map();
    for (const api of this.apis) {
      if (!categories.has(api.category)) {
        categories.set(api.category, []);
      }

      categories.get(api.category).push(api);
    }

    // Few APIs are shown without opening their groups.
    const isSmall = this.apis.length <= 30;
    return [...categories].sort(([a], [b]) => (a < b ? -1 : 1)).map(([category, apis]) => {
      const items = h('ul');
      const group = h(
        'details',
        { ontoggle: () => (group.open ? this.open.add(category) : this.open.delete(category)), open: isSmall || this.open.has(category) },
        h('summary', null, category, h('span', { class: 'number' }, apis.length)),
        items,
      );
      return fillOnOpen(group, () => items.childElementCount === 0 && replace(items, apis.map((api) => this.item(api, false, null))));
    });
  }

  item(api, withSummary, parameter) {
    const { text, lang } = described({ description: api.summary, chinese: api.chinese });
    return h('li', null, h(
      'a',
      { href: `#/api/${encodeURIComponent(api.name)}`, title: `${api.method} ${api.path}`, 'aria-current': api.name === this.current ? 'page' : null },
      h('span', { class: `method ${methodClass(api.method)}` }, shortMethod(api.method)),
      h(
        'span',
        { class: 'api' },
        breakable(api.name),
        withSummary && text ? h('small', { lang }, plain(text)) : null,
        parameter ? h('small', null, `${t('parameterMatch', parameter.name)}: `, plain(parameter.description)) : null,
        versionMark(api),
      ),
    ));
  }

  onSearchKey(event) {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.links()[0]?.focus();
    } else if (event.key === 'Enter') {
      this.list.querySelector('.found a')?.click();
    } else if (event.key === 'Escape' && this.field.value) {
      event.stopPropagation();
      this.clear();
    }
  }

  onListKey(event) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') {
      return;
    }

    const links = this.links();
    const next = links.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
    (next < 0 ? this.field : links[Math.min(next, links.length - 1)])?.focus();
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
