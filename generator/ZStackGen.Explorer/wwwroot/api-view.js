import { h, copyButton, jsonNodes, breakable } from './dom.js';
import { t, described } from './texts.js';
import { methodClass } from './sidebar.js';
import { parameterTable, fieldTable, historyList, sinceText } from './tables.js';
import { tryIt } from './try-it.js';

export function apiView(api) {
  const { text, lang } = described(api);
  return h(
    'article',
    { class: 'api-page' },
    h('p', { class: 'crumb' }, api.category),
    h('h1', { tabindex: -1 }, breakable(api.name)),
    h('ul', { class: 'badges' }, badges(api)),
    [api.path, ...api.alternatePaths].map((path) => h(
      'p',
      { class: 'endpoint' },
      h('span', { class: `method ${methodClass(api.method)}` }, api.method),
      h('code', null, '/zstack', path.split(/(\{[^}]*\})/).map((part) => (part.startsWith('{') ? h('em', null, part) : part))),
      copyButton(`/zstack${path}`, t('copyPath'), t('copied')),
    )),
    text ? h('p', { class: 'lead', lang }, text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [h('br'), line]))) : null,
    h(
      'div',
      { class: 'columns' },
      h(
        'div',
        { class: 'documentation' },
        section('parameters', parameterTable(api.parameters)),
        section(
          'response',
          api.isAsync ? h('p', { class: 'hint' }, t('asyncHint')) : null,
          api.result.length > 0 ? fieldTable(api.result, api.structures) : h('p', { class: 'hint' }, t('emptyResponse')),
        ),
        api.example ? section('example', h('pre', { class: 'json', tabindex: 0, 'aria-label': t('example') }, h('code', null, jsonNodes(api.example)))) : null,
        section('history', historyList(api.history)),
      ),
      tryIt(api),
    ),
  );
}

function section(key, ...content) {
  return h('section', { 'aria-labelledby': `section-${key}` }, h('h2', { id: `section-${key}` }, t(key)), content);
}

function badges(api) {
  const names = [
    ['method', `${api.method}`],
    ['mode', api.isAsync ? t('async') : t('sync')],
    ['session', api.requiresSession ? t('needsSession') : t('noSession')],
  ];
  if (api.isQuery) {
    names.push(['query', t('query')]);
  }

  if (api.since) {
    names.push(['version', sinceText(api.since, api.sinceProvenance)]);
  }

  return names.map(([kind, name]) => h('li', { class: `badge ${kind}` }, name));
}
