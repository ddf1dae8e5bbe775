// The form that calls an API, the samples of the same call, and the response.
import { h, replace, copyButton, jsonNodes, newId } from './dom.js';
import { t } from './texts.js';
import { authorization, currentSession, setSession } from './session.js';
import { openLogin } from './login-dialog.js';
import { parameterInput } from './inputs.js';

export function tryIt(api) {
  const inputs = api.parameters.map((parameter) => parameterInput(parameter, scheduleSamples));
  const isShown = (index) => api.parameters[index].isRequired || api.parameters[index].value !== undefined;
  const shown = inputs.filter((_, index) => isShown(index));
  const hidden = inputs.filter((_, index) => !isShown(index));
  const samples = new Samples();
  const answer = h('div', { class: 'answer' });
  const status = h('p', { class: 'status', role: 'status' });
  const send = h('button', { type: 'submit', class: 'primary', id: 'send' }, t('send'));
  const stop = h('button', { type: 'button', hidden: true }, t('stop'));
  let timer = 0;
  let turn = 0;

  function scheduleSamples() {
    clearTimeout(timer);
    timer = setTimeout(() => prepare(false).catch(() => {}), 200);
  }

  // The server puts the arguments into the request; this page only collects them. No errors are shown while the user types.
  async function prepare(complains) {
    const values = {};
    let isValid = true;
    for (const input of inputs) {
      const { value, error } = input.value();
      if (complains) {
        input.complain(error ?? '');
      }

      if (error) {
        isValid = false;
      } else if (value !== undefined) {
        values[input.name] = value;
      }
    }

    turn += 1;
    const mine = turn;
    const response = await fetch(`/explorer/requests/${encodeURIComponent(api.name)}`, {
      method: 'POST', credentials: 'omit', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(values),
    });
    const request = await response.json();
    if (mine === turn) {
      samples.show(request.samples);
    }

    return { request, isValid };
  }

  async function submit(event) {
    event.preventDefault();
    if (api.requiresSession && currentSession() === null) {
      status.textContent = t('loginFirst');
      openLogin();
      return;
    }

    clearTimeout(timer);
    const { request, isValid } = await prepare(true);
    const missing = inputs.filter(({ name }) => request.missing.includes(name));
    missing.forEach((input) => input.complain(t('missing')));
    if (!isValid || missing.length > 0) {
      const first = inputs.find(({ control }) => control.getAttribute('aria-invalid') === 'true');
      first?.control.closest('details')?.setAttribute('open', '');
      first?.control.focus();
      return;
    }

    send.disabled = true;
    replace(answer);
    try {
      await call(request);
    } catch (failure) {
      status.textContent = t('unreachable', failure.message);
    } finally {
      send.disabled = false;
      stop.hidden = true;
    }
  }

  async function call(request) {
    status.textContent = t('sending');
    const begin = performance.now();
    const headers = { ...(api.requiresSession ? authorization() : {}) };
    if (request.body !== null) {
      headers['Content-Type'] = 'application/json;charset=UTF-8';
    }

    const response = await fetch(`/zstack${request.url}`, { method: request.method, credentials: 'omit', headers, body: request.body === null ? undefined : JSON.stringify(request.body) });
    const text = await response.text();
    const job = response.status === 202 ? jobOf(text) : null;
    if (job === null) {
      show(response, text, t('done', response.status, response.statusText, Math.round(performance.now() - begin)));
      return;
    }

    await follow(job, begin);
  }

  // The host of the location is the address that the management node assumes for itself. Only the job's UUID is used.
  async function follow(job, begin) {
    const abort = new AbortController();
    stop.hidden = false;
    stop.onclick = () => abort.abort();
    let wait = 200;
    for (let polls = 1; ; polls += 1) {
      status.textContent = t('running', job, ((performance.now() - begin) / 1000).toFixed(1));
      const response = await fetch(`/zstack/v1/api-jobs/${encodeURIComponent(job)}`, { credentials: 'omit', headers: authorization() });
      const text = await response.text();
      if (response.status !== 202) {
        show(response, text, `${t('jobDone', Math.round(performance.now() - begin), polls)} (${response.status})`);
        return;
      }

      await new Promise((resolve) => { setTimeout(resolve, wait); });
      if (abort.signal.aborted) {
        status.textContent = t('stopped');
        return;
      }

      wait = Math.min(wait * 1.5, 3000);
    }
  }

  function show(response, text, message) {
    status.textContent = message;
    status.dataset.ok = String(response.ok);
    let json;
    try {
      json = JSON.parse(text);
    } catch {
      // Errors of the REST layer are plain text.
    }

    const content = json === undefined ? [text] : jsonNodes(json);
    replace(
      answer,
      h('pre', { class: 'json', tabindex: 0, id: 'answer', 'aria-label': t('response') }, h('code', null, content)),
      copyButton(() => (json === undefined ? text : JSON.stringify(json, null, 2)), t('copy'), t('copied')),
    );
    if (json?.error?.code === 'ID.1001') {
      setSession(null);
      status.textContent = t('sessionExpired');
    } else if (response.ok && /^LogIn/.test(api.name) && json?.inventory?.uuid) {
      setSession({ uuid: json.inventory.uuid, account: json.inventory.accountUuid?.slice(0, 8) ?? '' });
      status.textContent = `${message}. ${t('sessionTaken')}`;
    }
  }

  const title = newId('try');
  prepare(false).catch(() => {});
  return h(
    'aside',
    { class: 'try', 'aria-labelledby': title },
    h(
      'form',
      { novalidate: true, onsubmit: (event) => submit(event) },
      h('h2', { id: title }, t('tryIt')),
      h('p', { class: 'hint' }, t('simulator')),
      shown.map(({ element }) => element),
      hidden.length > 0 ? h('details', { class: 'more' }, h('summary', null, t('optional', hidden.length)), hidden.map(({ element }) => element)) : null,
      h('div', { class: 'actions' }, stop, send),
    ),
    status,
    answer,
    samples.element,
  );
}

function jobOf(text) {
  try {
    return JSON.parse(text).location.split('/').pop() || null;
  } catch {
    return null;
  }
}

// One tab per language.
class Samples {
  constructor() {
    this.tabs = h('div', { role: 'tablist', 'aria-label': t('samples'), onkeydown: (event) => this.onKey(event) });
    this.code = h('code');
    this.panel = h('pre', { role: 'tabpanel', tabindex: 0, id: newId('panel') }, this.code);
    this.element = h('section', { class: 'samples' }, h('h2', null, t('samples')), this.tabs, this.panel, copyButton(() => this.code.textContent, t('copy'), t('copied')));
    this.samples = [];
    this.selected = remembered();
  }

  show(samples) {
    this.samples = samples;
    if (!samples.some(({ label }) => label === this.selected)) {
      this.selected = samples[0].label;
    }

    if (this.tabs.childElementCount !== samples.length) {
      replace(this.tabs, samples.map(({ label }) => h('button', { type: 'button', role: 'tab', 'aria-controls': this.panel.id, onclick: () => this.select(label) }, label)));
    }

    this.select(this.selected);
  }

  select(label) {
    this.selected = label;
    try {
      localStorage.setItem('sample', label);
    } catch {
      // Without storage the first tab is shown next time.
    }

    for (const tab of this.tabs.children) {
      const isSelected = tab.textContent === label;
      tab.setAttribute('aria-selected', String(isSelected));
      tab.tabIndex = isSelected ? 0 : -1;
    }

    this.panel.setAttribute('aria-label', t('sampleOf', label));
    this.code.textContent = this.samples.find((sample) => sample.label === label)?.source ?? '';
  }

  onKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) {
      return;
    }

    const tabs = [...this.tabs.children];
    const next = tabs[(tabs.findIndex((tab) => tab.tabIndex === 0) + step + tabs.length) % tabs.length];
    this.select(next.textContent);
    next.focus();
  }
}

function remembered() {
  try {
    return localStorage.getItem('sample');
  } catch {
    return null;
  }
}
