import { h, replace, newId } from './dom.js';
import { t } from './texts.js';
import { logIn, setSession } from './session.js';

export function openLogin() {
  const dialog = document.getElementById('login');
  const account = h('input', { id: newId('account'), autocomplete: 'username', required: true, value: 'admin' });
  const password = h('input', { id: newId('password'), type: 'password', autocomplete: 'current-password', required: true });
  const uuid = h('input', { id: newId('session'), autocomplete: 'off', spellcheck: 'false', pattern: '[0-9a-fA-F]{32}' });
  const error = h('p', { class: 'error', role: 'alert' });
  const form = h(
    'form',
    { novalidate: true, onsubmit: submit },
    h('h2', { id: 'login-title' }, t('loginTitle')),
    h('p', { class: 'hint' }, t('loginHint')),
    field(account, t('account')),
    field(password, t('password')),
    h('p', { class: 'or' }, t('or')),
    field(uuid, t('sessionUuid')),
    error,
    h('div', { class: 'actions' },
      h('button', { type: 'button', onclick: () => dialog.close() }, t('cancel')),
      h('button', { type: 'submit', class: 'primary', id: 'login-submit' }, t('login'))),
  );

  async function submit(event) {
    event.preventDefault();
    error.textContent = '';
    try {
      if (uuid.value.trim()) {
        if (!/^[0-9a-f]{32}$/i.test(uuid.value.trim())) {
          throw new Error(t('noUuid'));
        }

        setSession({ uuid: uuid.value.trim(), account: uuid.value.trim().slice(0, 8) });
      } else {
        await logIn(account.value, password.value);
      }

      dialog.close();
    } catch (failure) {
      error.textContent = failure.message;
    }
  }

  replace(dialog, form);
  dialog.showModal();
  password.focus();
}

function field(input, label) {
  return h('div', { class: 'field' }, h('label', { for: input.id }, label), input);
}
