// Tables of parameters and fields. On little space a row becomes a card; the roles keep the table for screen readers.
import { h, breakable, fillOnOpen } from './dom.js';
import { t, described, limitsText } from './texts.js';
import { markdown } from './markdown.js';
import { versionMark } from './versions.js';

export function parameterTable(parameters) {
  if (parameters.length === 0) {
    return h('p', { class: 'hint' }, t('noParameters'));
  }

  const rows = (hasSince) => parameters.map((parameter) => row(parameter, hasSince, [
    h('code', { class: 'type' }, breakable(parameter.type)),
    ' ',
    h('code', { class: 'place', title: `${t('place')}: ${parameter.location}` }, parameter.location.split(':')[0]),
  ]));
  return [wrapperHint(parameters), table('parameters', t('parameters'), `${t('name')} / ${t('type')}`, parameters, rows)];
}

export function systemTagTable(tags) {
  return table('tags', t('systemTags'), t('tag'), tags, (hasSince) => tags.map((tag) => row(tag, hasSince, [])));
}

// The fields of a structure are shown where it occurs, one level deep. Deeper levels open on request.
export function fieldTable(fields, structures, depth = 0) {
  return table('fields', t('fields', t('response'), fields.length), `${t('name')} / ${t('type')}`, fields, (hasSince) => fields.map((field) => [
    row(field, hasSince, [typeOf(field)]),
    field.structure && structures[field.structure]
      ? h('tr', { class: 'nested', role: 'row' }, h('td', { colspan: hasSince ? 3 : 2, role: 'cell' }, nested(field.structure, structures, depth)))
      : null,
  ]));
}

export function fieldsOf(name, structures) {
  const structure = structures[name];
  if (!structure) {
    return [];
  }

  return structure.extends ? [...fieldsOf(structure.extends, structures), ...structure.fields] : structure.fields;
}

// Returns the text for a version that is exact, an upper bound or inferred.
export function sinceText(version, provenance) {
  return t({ atMost: 'sinceAtMost', inferred: 'sinceInferred' }[provenance] ?? 'sinceBadge', version);
}

// Most body parameters are inside one member of the body. It is named once, not in each row.
function wrapperHint(parameters) {
  const inside = parameters.find(({ location }) => location.startsWith('body: '));
  if (!inside) {
    return null;
  }

  const outside = parameters.filter(({ location }) => location === 'body').map(({ name }) => name);
  return h('p', { class: 'hint' }, outside.length > 0 ? t('wrapperExcept', inside.location.slice(6), outside.join(', ')) : t('wrapper', inside.location.slice(6)));
}

// The column of versions is left out if no member has one.
function table(kind, label, first, members, rows) {
  const hasSince = members.some(({ since: version }) => version);
  const names = [first, t('description'), ...(hasSince ? [t('since')] : [])];
  return h('div', { class: 'container' }, h(
    'table',
    { class: `${kind}${hasSince ? ' versions' : ''}`, role: 'table', 'aria-label': label },
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, names.map((name) => h('th', { scope: 'col', role: 'columnheader' }, name)))),
    h('tbody', { role: 'rowgroup' }, rows(hasSince)),
  ));
}

function row(member, hasSince, details) {
  return h(
    'tr',
    { role: 'row' },
    h(
      'th',
      { scope: 'row', role: 'rowheader' },
      h('code', { class: 'name' }, breakable(member.name)),
      member.isRequired ? h('span', { class: 'required' }, t('required')) : null,
      h('div', { class: 'facts' }, details),
    ),
    h('td', { role: 'cell' }, description(member)),
    hasSince ? h('td', { class: 'since', role: 'cell' }, since(member)) : null,
  );
}

function nested(name, structures, depth) {
  const fields = fieldsOf(name, structures);
  const body = h('div');
  const details = h('details', { open: depth === 0 }, h('summary', null, t('fields', name, fields.length)), body);
  return fillOnOpen(details, () => {
    if (body.childElementCount > 0) {
      return;
    }

    const { text, lang } = described(structures[name]);
    body.append(
      ...(text ? [h('div', { class: 'hint text', lang }, markdown(text))] : []),
      ...(structures[name].extends ? [h('p', { class: 'hint' }, t('extends', structures[name].extends))] : []),
      fieldTable(fields, structures, depth + 1),
    );
  });
}

function description(thing) {
  const { text, lang } = described(thing);
  return [
    text ? h('div', { class: 'text', lang }, markdown(text)) : null,
    limitsText(thing) ? h('p', { class: 'hint' }, limitsText(thing)) : null,
    thing.values ? h('p', { class: 'values' }, `${t('values')}: `, thing.values.map((value) => [h('code', { title: thing.valueDescriptions?.[value] }, value), ' '])) : null,
    versionMark(thing),
  ];
}

function typeOf(field) {
  const code = h('code', { class: 'type' }, breakable(field.type));
  return field.structure ? h('a', { href: `#/type/${encodeURIComponent(field.structure)}` }, code) : code;
}

function since({ since: version, sinceProvenance }) {
  if (!version) {
    return null;
  }

  return h('span', { title: sinceText(version, sinceProvenance) }, `${{ atMost: '≤ ', inferred: '~' }[sinceProvenance] ?? ''}${version}`);
}
