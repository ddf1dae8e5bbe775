// The form controls of parameters. Each returns its value as JSON, or an error.
import { h, newId, getJson } from './dom.js';
import { parseExact, textOf } from './json.js';
import { t, described, limitsText } from './texts.js';
import { inline } from './markdown.js';
import { authorization, currentSession } from './session.js';

const mostChecks = 12;

export function parameterInput(parameter, onChange) {
  const id = newId('input');
  const error = h('p', { class: 'error', id: `${id}-error` });
  const { control, read, isGroup } = controlOf(parameter, id);
  control.setAttribute('aria-describedby', `${id}-hint ${id}-error`);
  if (isGroup) {
    control.setAttribute('aria-labelledby', `${id}-label`);
  } else if (parameter.isRequired) {
    control.setAttribute('aria-required', 'true');
  }

  control.addEventListener('input', () => {
    show('');
    onChange();
  });
  const { text, lang } = described(parameter);
  const element = h(
    'div',
    { class: 'field' },
    h(isGroup ? 'div' : 'label', { class: 'label', id: `${id}-label`, for: isGroup ? null : id }, parameter.name, parameter.isRequired ? h('span', { class: 'required' }, t('required')) : null, h('code', { class: 'type' }, parameter.type)),
    control,
    h('p', { class: 'hint', id: `${id}-hint` }, h('span', { lang }, inline(text)), ' ', formatHint(parameter, control)),
    error,
  );
  if (parameter.values && control instanceof HTMLInputElement) {
    element.append(h('datalist', { id: `${id}-values` }, parameter.values.map((value) => h('option', { value }))));
    control.setAttribute('list', `${id}-values`);
  } else if (parameter.picker && control instanceof HTMLInputElement) {
    offerResources(control, parameter.picker, element);
  }

  let isInvalid = false;
  function show(message) {
    isInvalid = message !== '';
    error.textContent = message;
    // A group has no such state. Its error is its description.
    if (!isGroup) {
      control.setAttribute('aria-invalid', String(isInvalid));
    }
  }

  return {
    name: parameter.name,
    element,
    control,
    // Undefined means that there is no value.
    value: read,
    complain: show,
    isInvalid: () => isInvalid,
  };
}

function controlOf(parameter, id) {
  const { value } = parameter;
  const isClosed = parameter.values !== undefined && !parameter.hasOpenValues;
  const isKnown = (one) => one === undefined || parameter.values.includes(textOf(one));
  if (isClosed && ['text', 'integer', 'number'].includes(parameter.input) && isKnown(value)) {
    return select(id, parameter.values, value, parameter.input === 'text' ? (text) => ({ value: text }) : (text) => readNumber(text, false));
  }

  if (isClosed && parameter.input === 'lines' && parameter.values.length <= mostChecks && (value === undefined || (Array.isArray(value) && value.every(isKnown)))) {
    return checks(id, parameter.values, value ?? []);
  }

  switch (parameter.input) {
    case 'boolean':
      return select(id, ['true', 'false'], value, (text) => ({ value: text === 'true' }));

    case 'integer':
    case 'number': {
      const control = h('input', { id, inputmode: parameter.input === 'integer' ? 'numeric' : 'decimal', autocomplete: 'off', value: value === undefined ? '' : textOf(value) });
      return { control, read: () => readNumber(control.value.trim(), parameter.input === 'integer') };
    }

    case 'lines': {
      const control = h('textarea', { id, rows: 2, spellcheck: 'false' }, Array.isArray(value) ? value.map(textOf).join('\n') : '');
      return { control, read: () => readLines(control.value) };
    }

    case 'json': {
      const control = h('textarea', { id, rows: 3, spellcheck: 'false' }, value === undefined ? '' : JSON.stringify(value, null, 2));
      return { control, read: () => readJson(control.value) };
    }

    default: {
      const control = h('input', { id, type: parameter.isSecret ? 'password' : 'text', autocomplete: parameter.isSecret ? 'new-password' : 'off', spellcheck: 'false', value: textOf(value ?? '') });
      return { control, read: () => ({ value: control.value === '' ? undefined : control.value }) };
    }
  }
}

function select(id, values, value, read) {
  const control = h('select', { id }, ['', ...values].map((option) => h('option', { value: option, selected: textOf(value ?? '') === option }, option || t('notSet'))));
  return { control, read: () => (control.value === '' ? { value: undefined } : read(control.value)) };
}

function checks(id, values, checked) {
  const control = h('div', { id, role: 'group', class: 'checks', tabindex: -1 }, values.map((value) => h('label', null, h('input', { type: 'checkbox', value, checked: checked.includes(value) }), value)));
  const read = () => {
    const chosen = [...control.querySelectorAll('input:checked')].map((box) => box.value);
    return { value: chosen.length === 0 ? undefined : chosen };
  };
  return { control, read, isGroup: true };
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
    return { value: parseExact(text) };
  } catch (failure) {
    return { error: t('notJson', failure.message) };
  }
}

function formatHint(parameter, control) {
  const parts = [];
  // A list of choices shows its values itself.
  if (parameter.values && !(control instanceof HTMLSelectElement) && control.getAttribute('role') !== 'group') {
    parts.push(`${t('values')}: ${parameter.values.join(', ')}.`);
  }

  parts.push(limitsText(parameter));
  if (control instanceof HTMLTextAreaElement) {
    parts.push(t(parameter.input === 'lines' ? 'lines' : 'jsonHint'));
  }

  if (parameter.picker && currentSession() === null) {
    parts.push(t('pick'));
  }

  return parts.filter(Boolean).join(' ');
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
