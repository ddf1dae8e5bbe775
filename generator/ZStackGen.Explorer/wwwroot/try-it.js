// The form that calls an API, the samples of the same call, and the response.
import { h, replace, newId } from './dom.js';
import { parseExact } from './json.js';
import { t } from './texts.js';
import { currentSession, setSession } from './session.js';
import { openLogin } from './login-dialog.js';
import { parameterInput } from './inputs.js';
import { Samples } from './samples.js';
import { send, follow, jobOf } from './calls.js';
import { responseView, parseJson, hasFailed } from './response-view.js';

export function tryIt(api) {
  const inputs = api.parameters.map((parameter) => parameterInput(parameter, scheduleSamples));
  const isShown = (index) => api.parameters[index].isRequired || api.parameters[index].value !== undefined;
  const shown = inputs.filter((_, index) => isShown(index));
  const hidden = inputs.filter((_, index) => !isShown(index));
  const samples = new Samples();
  const output = h('div', { class: 'output' });
  const status = h('p', { class: 'status', role: 'status' });
  const result = h('div', { class: 'result' }, status, output);
  const sendButton = h('button', { type: 'submit', class: 'primary', id: 'send' }, t('send'));
  const stopButton = h('button', { type: 'button', hidden: true }, t('stop'));
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
    if (!response.ok) {
      throw new Error(response.status);
    }

    const request = parseExact(await response.text());
    if (mine === turn) {
      samples.show(request.samples);
    }

    return { request, isValid };
  }

  async function submit(event) {
    event.preventDefault();
    if (api.requiresSession && currentSession() === null) {
      report(t('loginFirst'));
      openLogin();
      return;
    }

    clearTimeout(timer);
    sendButton.disabled = true;
    try {
      const { request, isValid } = await prepare(true);
      const missing = inputs.filter(({ name }) => request.missing.includes(name));
      missing.forEach((input) => input.complain(t('missing')));
      if (!isValid || missing.length > 0) {
        const first = inputs.find(({ isInvalid }) => isInvalid());
        first?.control.closest('details')?.setAttribute('open', '');
        first?.control.focus();
        return;
      }

      replace(output);
      await call(request);
    } catch (failure) {
      report(t('unreachable', failure.message), false);
    } finally {
      sendButton.disabled = false;
      stopButton.hidden = true;
    }
  }

  async function call(request) {
    report(t('sending'));
    const begin = performance.now();
    const elapsed = () => Math.round(performance.now() - begin);
    const { response, text } = await send(request, api.requiresSession);
    const job = response.status === 202 ? jobOf(text) : null;
    if (job === null) {
      const failed = hasFailed(response, parseJson(text));
      show(response, text, t(failed ? 'callFailed' : 'done', response.status, response.statusText, elapsed()));
      return;
    }

    const abort = new AbortController();
    stopButton.hidden = false;
    stopButton.onclick = () => abort.abort();
    const finished = await follow(job, abort.signal, () => report(t('running', job, (elapsed() / 1000).toFixed(1))));
    if (finished === null) {
      report(t('stopped'));
      return;
    }

    const code = finished.response.status;
    const failed = hasFailed(finished.response, parseJson(finished.text));
    show(finished.response, finished.text, failed ? t('jobFailed', elapsed(), finished.polls, code) : `${t('jobDone', elapsed(), finished.polls)} (${code})`);
  }

  function report(message, isOk) {
    status.textContent = message;
    if (isOk === undefined) {
      delete status.dataset.ok;
    } else {
      status.dataset.ok = String(isOk);
      // The form may be longer than the screen.
      result.scrollIntoView({ block: 'nearest' });
    }
  }

  function show(response, text, message) {
    const json = parseJson(text);
    const isOk = !hasFailed(response, json);
    replace(output, responseView(response, text, json));
    if (json?.error?.code === 'ID.1001') {
      setSession(null);
      report(t('sessionExpired'), false);
    } else if (isOk && /^LogIn/.test(api.name) && json?.inventory?.uuid) {
      setSession({ uuid: json.inventory.uuid, account: json.inventory.accountUuid?.slice(0, 8) ?? '' });
      report(`${message}. ${t('sessionTaken')}`, true);
    } else {
      report(message, isOk);
    }
  }

  const title = newId('try');
  prepare(false).catch(() => {});
  return h(
    'section',
    { class: 'try', 'aria-labelledby': title },
    h(
      'form',
      { novalidate: true, onsubmit: (event) => submit(event) },
      h('h2', { id: title }, t('tryIt')),
      h('p', { class: 'hint' }, t('simulator')),
      shown.map(({ element }) => element),
      hidden.length > 0 ? h('details', { class: 'more' }, h('summary', null, t('optional', hidden.length)), hidden.map(({ element }) => element)) : null,
      h('div', { class: 'actions' }, stopButton, sendButton),
    ),
    result,
    samples.element,
  );
}
