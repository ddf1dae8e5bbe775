// The form controls of parameters. Each returns its value as JSON, or an error.
import { h, newId, getJson } from './dom.js';
import { t, described } from './texts.js';
import { authorization, currentSession } from './session.js';

export function parameterInput(parameter, onChange) {
  const id = newId('input');
  const hintId = `${id}-hint`;
  const error = h('p', { class: 'error', id: `${id}-error` });
  const { control, read } = controlOf(parameter, id);
  control.setAttribute('aria-describedby', `${hintId} ${id}-error`);
  if (parameter.isRequired) {
    control.setAttribute('aria-required', 'true');
  }

  control.addEventListener('input', () => {
    show('');
    onChange();
  });
  const { text, lang } = described(parameter);
  const hint = h('p', { class: 'hint', id: hintId }, h('span', { lang }, text), ' ', formatHint(parameter));
  const element = h(
    'div',
    { class: 'field' },
    h('label', { for: id }, parameter.name, parameter.isRequired ? h('span', { class: 'required' }, t('required')) : null, h('code', { class: 'type' }, parameter.type)),
    control,
    hint,
    error,
  );
  if (parameter.values && control instanceof HTMLInputElement) {
    element.append(h('datalist', { id: `${id}-values` }, parameter.values.map((value) => h('option', { value }))));
    control.setAttribute('list', `${id}-values`);
  } else if (parameter.picker && control instanceof HTMLInputElement) {
    offerResources(control, parameter.picker, element);
  }

  function show(message) {
    error.textContent = message;
    control.setAttribute('aria-invalid', message ? 'true' : 'false');
  }

  return {
    name: parameter.name,
    element,
    control,
    // Undefined means that there is no value.
    value: read,
    complain: show,
  };
}

function controlOf(parameter, id) {
  const { value } = parameter;
  switch (parameter.input) {
    case 'boolean': {
      const control = h('select', { id }, ['', 'true', 'false'].map((option) => h('option', { value: option, selected: String(value) === option }, option || t('notSet'))));
      return { control, read: () => ({ value: control.value === '' ? undefined : control.value === 'true' }) };
    }

    case 'integer':
    case 'number': {
      const control = h('input', { id, inputmode: parameter.input === 'integer' ? 'numeric' : 'decimal', autocomplete: 'off', value: value === undefined ? '' : value });
      return { control, read: () => readNumber(control.value.trim(), parameter.input === 'integer') };
    }

    case 'lines': {
      const control = h('textarea', { id, rows: 2, spellcheck: 'false' }, Array.isArray(value) ? value.join('\n') : '');
      return { control, read: () => readLines(control.value) };
    }

    case 'json': {
      const control = h('textarea', { id, rows: 3, spellcheck: 'false' }, value === undefined ? '' : JSON.stringify(value, null, 2));
      return { control, read: () => readJson(control.value) };
    }

    default: {
      const secret = /password|secret/i.test(parameter.name);
      const control = h('input', { id, type: secret ? 'password' : 'text', autocomplete: 'off', spellcheck: 'false', value: value ?? '' });
      return { control, read: () => ({ value: control.value === '' ? undefined : control.value }) };
    }
  }
}

function readNumber(text, isInteger) {
  if (text === '') {
    return { value: undefined };
  }

  if (isInteger && !/^[+-]?\d+$/.test(text)) {
    return { error: t('notInteger') };
  }

  // Beyond 2^53 a number would lose digits, so its text is sent. The server accepts both.
  const number = Number(text);
  if (Number.isNaN(number)) {
    return { error: t('notNumber') };
  }

  return { value: isInteger && !Number.isSafeInteger(number) ? text : number };
}

function readLines(text) {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  return { value: lines.length === 0 ? undefined : lines };
}

function readJson(text) {
  if (text.trim() === '') {
    return { value: undefined };
  }

  try {
    return { value: JSON.parse(text) };
  } catch (failure) {
    return { error: t('notJson', failure.message) };
  }
}

function formatHint(parameter) {
  const parts = [];
  if (parameter.values) {
    parts.push(`${t('values')}: ${parameter.values.join(', ')}.`);
  }

  if (parameter.input === 'lines') {
    parts.push(t('lines'));
  } else if (parameter.input === 'json') {
    parts.push(t('jsonHint'));
  }

  if (parameter.picker) {
    parts.push(t('pick'));
  }

  return parts.join(' ');
}

// Existing resources as suggestions. The user can still type any other value.
function offerResources(input, query, element) {
  let asked = null;
  input.addEventListener('focus', async () => {
    const session = currentSession()?.uuid;
    if (session === undefined || session === asked) {
      return;
    }

    asked = session;
    try {
      const { path } = await getJson(`/explorer/apis/${encodeURIComponent(query)}`);
      const response = await fetch(`/zstack${path}?limit=50`, { credentials: 'omit', headers: authorization() });
      const { inventories } = await response.json();
      const list = h('datalist', { id: `${input.id}-resources` }, (inventories ?? []).filter(({ uuid }) => uuid).map(({ uuid, name }) => h('option', { value: uuid, label: name ?? uuid })));
      element.append(list);
      input.setAttribute('list', list.id);
    } catch {
      // Suggestions are optional: the field works without them.
    }
  });
}
