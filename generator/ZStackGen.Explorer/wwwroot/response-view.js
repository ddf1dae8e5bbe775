// Shows the response of a call. The error of a failed call or job comes first, in words; the complete response can be unfolded.
import { h } from './dom.js';
import { parseExact } from './json.js';
import { t } from './texts.js';
import { jsonView } from './json-view.js';

const mostCauses = 8;

export function parseJson(text) {
  try {
    return parseExact(text);
  } catch {
    // Errors of the REST layer are plain text.
    return undefined;
  }
}

export function hasFailed(response, json) {
  return !response.ok || (typeof json?.error === 'object' && json.error !== null) || json?.success === false;
}

export function responseView(response, text, json) {
  const complete = json === undefined
    ? h('pre', { class: 'plain', tabindex: 0, id: 'response-body', role: 'region', 'aria-label': t('response') }, text)
    : jsonView(json, { id: 'response-body', 'aria-label': t('response') }, text);
  if (!hasFailed(response, json)) {
    return text === '' ? h('p', { class: 'hint' }, t('emptyResponse')) : complete;
  }

  const causes = causesOf(json?.error);
  return [
    causes.length > 0 ? h(
      'div',
      { class: 'failure' },
      errorText(causes[0], t('error')),
      causes.slice(1).map((cause) => errorText(cause, t('cause'))),
    ) : h('div', { class: 'failure' }, h('p', null, json === undefined ? text || response.statusText : t('error'))),
    h('details', { class: 'complete' }, h('summary', null, t('rawResponse')), complete),
  ];
}

// The innermost error usually says what to do.
function causesOf(error) {
  const causes = [];
  for (let cause = error; typeof cause === 'object' && cause !== null && causes.length < mostCauses; cause = cause.cause) {
    causes.push(cause);
  }

  return causes;
}

function errorText(error, label) {
  const texts = [error.description, error.details, error.elaboration].filter((text) => typeof text === 'string' && text !== '');
  return h(
    'div',
    { class: 'error-text' },
    h('p', null, h('strong', null, label), ' ', error.code ? h('code', null, error.code) : null),
    [...new Set(texts)].map((text) => h('p', null, text)),
  );
}
