// The changes of versions: of one API or structure, and of all.
import { h, breakable, fillOnOpen } from './dom.js';
import { t } from './texts.js';
import { versionMark, selectedVersion, compareVersions } from './versions.js';

const kinds = [['kindApi', 'api'], ['kindParameter', 'parameter'], ['kindType', 'type'], ['kindField', 'field'], ['kindResult', 'result']];

export function historyList(versions) {
  if (versions.length === 0) {
    return h('p', { class: 'hint' }, t('noHistory'));
  }

  return h('dl', { class: 'history' }, versions.map(({ version, items }) => [
    h('dt', null, version),
    h('dd', null, h('ul', null, items.map((item) => h('li', null, label(item), ' ', change(item))))),
  ]));
}

export function changesView(versions) {
  // The selected version is open, and else the newest one.
  const opened = (versions.find(({ version }) => selectedVersion() !== '' && compareVersions(version, selectedVersion()) === 0) ?? versions[0])?.version;
  return h(
    'article',
    { class: 'changes' },
    h('h1', { tabindex: -1 }, t('changesTitle')),
    h('p', { class: 'lead' }, t('changesIntro')),
    versions.length === 0 ? h('p', { class: 'hint' }, t('noHistory')) : null,
    versions.map(({ version, items }) => {
      const of = (wanted) => items.filter(({ kind }) => kind === wanted);
      const counts = kinds.map(([name, kind]) => [t(name), of(kind).length]).filter(([, count]) => count > 0).map(([name, count]) => `${name}: ${count}`);
      const body = h('div');
      const details = h('details', { open: version === opened }, h('summary', null, h('strong', null, version), ' ', h('span', { class: 'hint' }, counts.join(' · ')), ' ', versionMark({ since: version })), body);
      return fillOnOpen(details, () => body.childElementCount === 0 && body.append(...kinds.flatMap(([name, kind]) => group(name, of(kind)))));
    }),
  );
}

function group(title, items) {
  return items.length === 0 ? [] : [h('h2', null, t(title)), h('ul', { class: 'names' }, items.map((item) => h('li', null, change(item))))];
}

function label({ kind }) {
  return h('span', { class: 'kind' }, { api: 'API', parameter: t('kindParameter'), result: t('kindResult'), type: t('kindType'), field: t('kindField') }[kind]);
}

function change({ kind, owner, name, event, provenance }) {
  const isType = kind === 'type' || kind === 'field';
  return [
    h('a', { href: `#/${isType ? 'type' : 'api'}/${encodeURIComponent(owner)}` }, breakable(owner)),
    name ? [isType ? '.' : ' · ', h('code', null, breakable(name))] : null,
    event ? [' ', h('span', { class: `event ${event}` }, t(event))] : null,
    provenance ? [' ', h('span', { class: 'hint' }, t(provenance))] : null,
  ];
}
