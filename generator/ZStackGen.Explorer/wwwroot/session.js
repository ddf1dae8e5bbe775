// The session of this tab. It is sent only to the origin that served the page.
import { t } from './texts.js';

const listeners = new Set();
let session = read();

function read() {
  try {
    return JSON.parse(sessionStorage.getItem('session'));
  } catch {
    return null;
  }
}

export function currentSession() {
  return session;
}

// Returns a function that removes the listener.
export function onSessionChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setSession(value) {
  session = value;
  try {
    if (value === null) {
      sessionStorage.removeItem('session');
    } else {
      sessionStorage.setItem('session', JSON.stringify(value));
    }
  } catch {
    // Without storage the session ends with the page.
  }

  listeners.forEach((listener) => listener());
}

export function authorization() {
  return session === null ? {} : { Authorization: `OAuth ${session.uuid}` };
}

// ZStack expects the SHA-512 of the password in hexadecimal.
export async function logIn(accountName, password) {
  if (!globalThis.crypto?.subtle) {
    throw new Error(t('noCrypto'));
  }

  const digest = await crypto.subtle.digest('SHA-512', new TextEncoder().encode(password));
  const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const response = await fetch('/zstack/v1/accounts/login', {
    method: 'PUT',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json;charset=UTF-8' },
    body: JSON.stringify({ logInByAccount: { accountName, password: hash } }),
  });
  const text = await response.text();
  let result;
  try {
    result = JSON.parse(text);
  } catch {
    throw new Error(t('loginFailed', text || response.status));
  }

  if (!response.ok) {
    throw new Error(t('loginFailed', result.error?.details ?? result.error?.description ?? response.status));
  }

  setSession({ uuid: result.inventory.uuid, account: accountName });
}

export async function logOut() {
  const { uuid } = session;
  setSession(null);
  await fetch(`/zstack/v1/accounts/sessions/${encodeURIComponent(uuid)}`, { method: 'DELETE', credentials: 'omit' }).catch(() => {});
}
