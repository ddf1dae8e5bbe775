// Tables of parameters and fields, and the history of versions.
import { h, breakable } from './dom.js';
import { t, described } from './texts.js';

export function parameterTable(parameters) {
  if (parameters.length === 0) {
    return h('p', { class: 'hint' }, t('noParameters'));
  }

  return h('div', { class: 'scroll' }, h(
    'table',
    { class: 'parameters' },
    head(`${t('name')} / ${t('type')}`, t('place'), t('description'), t('since')),
    h('tbody', null, parameters.map((parameter) => h(
      'tr',
      null,
      h('th', { scope: 'row' }, h('code', null, breakable(parameter.name)), parameter.isRequired ? h('span', { class: 'required' }, t('required')) : null, h('br'), h('code', { class: 'type' }, breakable(parameter.type))),
      h('td', null, h('code', { class: 'place' }, parameter.location)),
      h('td', null, description(parameter)),
      h('td', { class: 'since' }, since(parameter)),
    ))),
  ));
}

// The fields of a structure are shown where it occurs, one level deep. Deeper levels open on request.
export function fieldTable(fields, structures, depth = 0) {
  return h('div', { class: 'scroll' }, h(
    'table',
    { class: 'fields' },
    head(`${t('name')} / ${t('type')}`, t('description'), t('since')),
    h('tbody', null, fields.map((field) => [
      h(
        'tr',
        null,
        h('th', { scope: 'row' }, h('code', null, breakable(field.name)), h('br'), typeOf(field)),
        h('td', null, description(field)),
        h('td', { class: 'since' }, since(field)),
      ),
      field.structure && structures[field.structure]
        ? h('tr', { class: 'nested' }, h('td', { colspan: 3 }, nested(field.structure, structures, depth)))
        : null,
    ])),
  ));
}

export function fieldsOf(name, structures) {
  const structure = structures[name];
  if (!structure) {
    return [];
  }

  return structure.extends ? [...fieldsOf(structure.extends, structures), ...structure.fields] : structure.fields;
}

export function historyList(versions) {
  if (versions.length === 0) {
    return h('p', { class: 'hint' }, t('noHistory'));
  }

  return h('dl', { class: 'history' }, versions.map(({ version, items }) => [
    h('dt', null, version),
    h('dd', null, h('ul', null, items.map((item) => h('li', null, changeText(item))))),
  ]));
}

// Returns the text for a version that is exact, an upper bound or inferred.
export function sinceText(version, provenance) {
  return t({ atMost: 'sinceAtMost', inferred: 'sinceInferred' }[provenance] ?? 'sinceBadge', version);
}

export function changeText({ kind, owner, name, event, provenance }) {
  const label = { api: 'API', parameter: t('kindParameter'), result: t('kindResult'), type: t('kindType'), field: t('kindField') }[kind];
  const isType = kind === 'type' || kind === 'field';
  return [
    h('span', { class: 'kind' }, label),
    ' ',
    h('a', { href: `#/${isType ? 'type' : 'api'}/${encodeURIComponent(owner)}` }, owner),
    name ? [isType ? '.' : ' · ', h('code', null, name)] : null,
    event ? [' ', h('span', { class: 'event' }, t(event))] : null,
    provenance ? [' ', h('span', { class: 'hint' }, t(provenance))] : null,
  ];
}

function nested(name, structures, depth) {
  const fields = fieldsOf(name, structures);
  const body = h('div');
  const details = h('details', { open: depth === 0 }, h('summary', null, t('fields', name, fields.length)), body);
  const fill = () => {
    if (body.childElementCount > 0) {
      return;
    }

    const text = described(structures[name]);
    body.append(
      ...(text.text ? [h('p', { class: 'hint', lang: text.lang }, text.text)] : []),
      ...(structures[name].extends ? [h('p', { class: 'hint' }, t('extends', structures[name].extends))] : []),
      fieldTable(fields, structures, depth + 1),
    );
  };
  if (details.open) {
    fill();
  } else {
    details.addEventListener('toggle', fill, { once: true });
  }

  return details;
}

function head(...names) {
  return h('thead', null, h('tr', null, names.map((name) => h('th', { scope: 'col' }, name))));
}

function description(thing) {
  const { text, lang } = described(thing);
  return [
    text ? h('p', { lang }, text) : null,
    thing.values ? h('p', { class: 'values' }, `${t('values')}: `, thing.values.map((value) => [h('code', null, value), ' '])) : null,
  ];
}

function typeOf(field) {
  const code = h('code', { class: 'type' }, breakable(field.type));
  return field.structure ? h('a', { href: `#/type/${encodeURIComponent(field.structure)}` }, code) : code;
}

function since({ since: version, sinceProvenance }) {
  if (!version) {
    return '';
  }

  return h('strong', { title: sinceText(version, sinceProvenance) }, `${{ atMost: '≤ ', inferred: '~' }[sinceProvenance] ?? ''}${version}`);
}
