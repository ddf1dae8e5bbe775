// The frame: header, list, and the view for the address.
import { h, replace, getJson } from './dom.js';
import { t, currentLanguage, switchLanguage } from './texts.js';
import { currentSession, onSessionChange, logOut } from './session.js';
import { openLogin } from './login-dialog.js';
import { Sidebar } from './sidebar.js';
import { apiView } from './api-view.js';
import { homeView, typeView, changesView } from './other-views.js';

const main = document.getElementById('main');
const sessionButton = document.getElementById('session');
let index;
let sidebar;
let turn = 0;

function label() {
  document.documentElement.lang = currentLanguage();
  document.querySelectorAll('[data-text]').forEach((element) => { element.textContent = t(element.dataset.text); });
  document.querySelectorAll('[data-label]').forEach((element) => element.setAttribute('aria-label', t(element.dataset.label)));
  const language = document.getElementById('language');
  language.textContent = currentLanguage() === 'en' ? '中文' : 'English';
  language.lang = currentLanguage() === 'en' ? 'zh' : 'en';
  labelSession();
}

function labelSession() {
  const session = currentSession();
  sessionButton.textContent = session === null ? t('login') : t('logout', session.account);
}

async function route(isFirst) {
  // Other fragments are places on the page, such as the target of the skip link.
  if (location.hash !== '' && !location.hash.startsWith('#/')) {
    return;
  }

  turn += 1;
  const mine = turn;
  const [kind = '', name = ''] = location.hash.slice(2).split('/').map(decode);
  sidebar.show(kind === 'api' ? name : null);
  let view;
  try {
    view = await viewOf(kind, name);
  } catch (failure) {
    view = h('article', null, h('h1', { tabindex: -1 }, t('failed', failure.message)));
  }

  // A slow response for an earlier view must not replace a later view.
  if (mine !== turn) {
    return;
  }

  replace(main, view);
  const heading = main.querySelector('h1');
  document.title = kind === '' ? t('title') : `${heading.textContent} · ${t('title')}`;
  if (!isFirst) {
    main.scrollTo(0, 0);
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

  if (kind === 'changes') {
    return changesView(await getJson('/explorer/changes.json'));
  }

  return kind === '' ? homeView(index) : h('article', null, h('h1', { tabindex: -1 }, t('notFound', location.hash)));
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

document.getElementById('theme').addEventListener('click', switchTheme);
document.getElementById('language').addEventListener('click', () => {
  switchLanguage();
  label();
  route(false);
});
sessionButton.addEventListener('click', () => (currentSession() === null ? openLogin() : logOut()));
onSessionChange(labelSession);
label();
index = await getJson('/explorer/index.json');
sidebar = new Sidebar(index);
window.addEventListener('hashchange', () => route(false));
await route(true);
document.documentElement.dataset.ready = 'true';
