// The page of an API: its description, parameters and response, and the form that calls it.
import { h, copyButton, breakable } from './dom.js';
import { t, described } from './texts.js';
import { markdown } from './markdown.js';
import { methodClass } from './sidebar.js';
import { badges } from './badges.js';
import { parameterTable, fieldTable, systemTagTable } from './tables.js';
import { historyList } from './history.js';
import { jsonView } from './json-view.js';
import { versionMark } from './versions.js';
import { tryIt } from './try-it.js';

export function apiView(api) {
  const { text, lang } = described(api);
  const form = tryIt(api);
  return h(
    'article',
    { class: 'api-page' },
    h('p', { class: 'crumb' }, h('a', { href: `#/category/${encodeURIComponent(api.category)}` }, api.category)),
    h('h1', { tabindex: -1 }, breakable(api.name)),
    versionMark(api),
    badges(api),
    [api.path, ...api.alternatePaths].map((path) => h(
      'p',
      { class: 'endpoint' },
      h('span', { class: `method ${methodClass(api.method)}` }, api.method),
      h('code', null, '/zstack', path.split(/(\{[^}]*\})/).map((part) => (part.startsWith('{') ? h('em', null, part) : breakable(part)))),
      copyButton(`/zstack${path}`, t('copyPath'), t('copied')),
    )),
    text ? h('div', { class: 'lead text', lang }, markdown(text)) : null,
    h('button', { type: 'button', class: 'primary jump', onclick: () => jump(form) }, t('tryIt')),
    h(
      'div',
      { class: 'columns' },
      h(
        'div',
        { class: 'documentation' },
        section('parameters', parameterTable(api.parameters)),
        api.systemTags ? section('systemTags', h('details', null, h('summary', null, `${t('systemTags')} (${api.systemTags.length})`), systemTagTable(api.systemTags))) : null,
        section(
          'response',
          api.isAsync ? h('p', { class: 'hint' }, t('asyncHint')) : null,
          api.result.length > 0 ? fieldTable(api.result, api.structures) : h('p', { class: 'hint' }, t('emptyResponse')),
        ),
        api.example ? section('example', jsonView(api.example, { 'aria-label': t('example') })) : null,
        section('history', historyList(api.history)),
      ),
      form,
    ),
  );
}

// On little space the form is below the documentation.
function jump(form) {
  form.scrollIntoView({ block: 'start' });
  form.querySelector('input, select, textarea, button').focus({ preventScroll: true });
}

function section(key, ...content) {
  return h('section', { 'aria-labelledby': `section-${key}` }, h('h2', { id: `section-${key}` }, t(key)), content);
}
