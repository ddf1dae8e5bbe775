// The properties of an API. Each badge explains itself: with a tooltip, and with a text below the badges when it is pressed.
import { h } from './dom.js';
import { t } from './texts.js';
import { sinceText } from './tables.js';

export function badges(api) {
  const help = h('p', { class: 'hint badge-help', role: 'status' });
  let shown = null;
  const press = (button, text) => {
    shown?.setAttribute('aria-pressed', 'false');
    const hides = shown === button;
    help.textContent = hides ? '' : text;
    shown = hides ? null : button;
    shown?.setAttribute('aria-pressed', 'true');
  };
  return [
    h('ul', { class: 'badges' }, badgesOf(api).map(([kind, name, about]) => {
      const button = h('button', { type: 'button', class: `badge ${kind}`, title: about, 'aria-pressed': 'false', onclick: () => press(button, about) }, name);
      return h('li', null, button);
    })),
    help,
  ];
}

function badgesOf(api) {
  const all = [
    ['method', api.method, t('aboutMethod')],
    ['mode', api.isAsync ? t('async') : t('sync'), t(api.isAsync ? 'aboutAsync' : 'aboutSync')],
    ['session', api.requiresSession ? t('needsSession') : t('noSession'), t(api.requiresSession ? 'aboutSession' : 'aboutNoSession')],
  ];
  if (api.isQuery) {
    all.push(['query', t('query'), t('aboutQuery')]);
  }

  if (api.since) {
    all.push(['version', sinceText(api.since, api.sinceProvenance), t({ atMost: 'aboutSinceAtMost', inferred: 'aboutSinceInferred' }[api.sinceProvenance] ?? 'aboutSince')]);
  }

  return all;
}
