// The frame: header, list, and the view for the address.
import { h, replace, getJson } from './dom.js';
import { t, currentLanguage, switchLanguage } from './texts.js';
import { currentSession, onSessionChange, logOut } from './session.js';
import { openLogin } from './login-dialog.js';
import { openDrawer, closeDrawer } from './drawer.js';
import { compareVersions, selectedVersion, selectVersion, useServerVersion } from './versions.js';
import { Sidebar } from './sidebar.js';
import { apiView } from './api-view.js';
import { changesView } from './history.js';
import { homeView, categoryView, typeView, notFoundView, failureView } from './views.js';

const main = document.getElementById('main');
const sessionButton = document.getElementById('session');
const versionSelect = document.getElementById('version');
let index;
let sidebar;
let turn = 0;

function label() {
  document.documentElement.lang = currentLanguage();
  document.querySelectorAll('[data-text]').forEach((element) => { element.textContent = t(element.dataset.text); });
  document.querySelectorAll('[data-label]').forEach((element) => element.setAttribute('aria-label', t(element.dataset.label)));
  document.getElementById('theme').title = t('theme');
  const language = document.getElementById('language');
  language.textContent = currentLanguage() === 'en' ? '中文' : 'English';
  language.lang = currentLanguage() === 'en' ? 'zh' : 'en';
  labelSession();
}

function labelSession() {
  const session = currentSession();
  sessionButton.textContent = session === null ? t('login') : t('logout', session.account);
}

function labelVersions() {
  // The version of the server may have changed no API.
  const own = selectedVersion();
  const versions = own === '' || index.versions.includes(own) ? index.versions : [...index.versions, own].sort((left, right) => compareVersions(right, left));
  replace(versionSelect, ['', ...versions].map((version) => h('option', { value: version, selected: version === selectedVersion() }, version || t('allVersions'))));
  document.getElementById('version-hint').textContent = sidebar.versionHint();
}

async function route(isFirst) {
  // Other fragments are not addresses of views.
  if (location.hash !== '' && !location.hash.startsWith('#/')) {
    return;
  }

  turn += 1;
  const mine = turn;
  const [kind = '', name = ''] = location.hash.slice(2).split('/').map(decode);
  closeDrawer(false);
  sidebar.show(kind === 'api' ? name : null);
  // A fast response replaces the old view without a flash.
  const timer = setTimeout(() => {
    main.setAttribute('aria-busy', 'true');
    replace(main, h('p', { class: 'loading', role: 'status' }, t('loading')));
  }, 250);
  let view;
  try {
    view = await viewOf(kind, name);
  } catch (failure) {
    view = failureView(failure.message, () => route(false));
  }

  clearTimeout(timer);
  // A slow response for an earlier view must not replace a later view.
  if (mine !== turn) {
    return;
  }

  main.removeAttribute('aria-busy');
  replace(main, view);
  const heading = main.querySelector('h1');
  document.title = kind === '' ? t('title') : `${heading.textContent} · ${t('title')}`;
  if (!isFirst) {
    main.scrollTo(0, 0);
    window.scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }
}

async function viewOf(kind, name) {
  if (kind === 'api' && index.apis.some((api) => api.name === name)) {
    return apiView(await getJson(`/explorer/apis/${encodeURIComponent(name)}`));
  }

  if (kind === 'type' && index.types.includes(name)) {
    return typeView(await getJson(`/explorer/types/${encodeURIComponent(name)}`));
  }

  if (kind === 'category' && index.apis.some((api) => api.category === name)) {
    return categoryView(index, name);
  }

  if (kind === 'changes') {
    return changesView(await getJson('/explorer/changes.json'));
  }

  return kind === '' ? homeView(index) : notFoundView(index, location.hash, name || kind);
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function switchTheme() {
  const isDark = (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const theme = isDark ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // Without storage the choice applies only to this page.
  }
}

function onKey(event) {
  const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog[open]');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    openDrawer();
    document.getElementById('search').focus();
    document.getElementById('search').select();
  }
}

async function start() {
  try {
    index = await getJson('/explorer/index.json');
  } catch (failure) {
    replace(main, failureView(failure.message, start));
    return;
  }

  useServerVersion(index.serverVersion, index.versions);
  sidebar = new Sidebar(index);
  labelVersions();
  window.addEventListener('hashchange', () => route(false));
  document.addEventListener('keydown', onKey);
  await route(true);
  document.documentElement.dataset.ready = 'true';
  sidebar.loadTexts();
}

document.getElementById('theme').addEventListener('click', switchTheme);
document.getElementById('language').addEventListener('click', () => {
  switchLanguage();
  label();
  if (sidebar) {
    labelVersions();
    route(false);
  }
});
// The target of the skip link is no address of a view, so that it does not change the address.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
versionSelect.addEventListener('change', () => {
  selectVersion(versionSelect.value);
  document.getElementById('version-hint').textContent = sidebar.versionHint();
});
sessionButton.addEventListener('click', () => (currentSession() === null ? openLogin() : logOut()));
onSessionChange(labelSession);
label();
replace(main, h('p', { class: 'loading', role: 'status' }, t('loading')));
await start();
