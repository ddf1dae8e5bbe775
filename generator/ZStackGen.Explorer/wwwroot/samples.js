// The same call in each language, one tab per language. A sample contains the session of this tab, and never a password.
import { h, replace, copyButton, newId } from './dom.js';
import { t } from './texts.js';
import { currentSession, onSessionChange } from './session.js';

const placeholder = 'the-session-uuid';

export class Samples {
  constructor() {
    this.tabs = h('div', { role: 'tablist', 'aria-label': t('samples'), onkeydown: (event) => this.onKey(event) });
    this.code = h('code');
    this.panel = h('pre', { role: 'tabpanel', tabindex: 0, id: newId('panel') }, this.code);
    this.hint = h('p', { class: 'hint' });
    this.element = h(
      'section',
      { class: 'samples', 'aria-label': t('samples') },
      h('h2', null, t('samples')),
      this.tabs,
      this.panel,
      h('div', { class: 'actions' }, this.hint, copyButton(() => this.code.textContent, t('copy'), t('copied'))),
    );
    this.samples = [];
    this.selected = remembered();
    const stop = onSessionChange(() => (this.element.isConnected ? this.write() : stop()));
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
    this.write();
  }

  write() {
    const source = this.samples.find((sample) => sample.label === this.selected)?.source ?? '';
    const session = currentSession()?.uuid ?? '';
    // Only the text of a UUID can be inside the literals of all languages.
    const isUuid = /^[0-9A-Za-z-]+$/.test(session);
    this.code.textContent = isUuid ? source.replaceAll(placeholder, session) : source;
    this.hint.textContent = isUuid && source.includes(placeholder) ? t('sampleSession') : '';
  }

  onKey(event) {
    const tabs = [...this.tabs.children];
    const current = tabs.findIndex((tab) => tab.tabIndex === 0);
    const next = { ArrowRight: (current + 1) % tabs.length, ArrowLeft: (current - 1 + tabs.length) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined) {
      return;
    }

    event.preventDefault();
    this.select(tabs[next].textContent);
    tabs[next].focus();
  }
}

function remembered() {
  try {
    return localStorage.getItem('sample');
  } catch {
    return null;
  }
}
