// Sends the request of the form, and polls the job of an asynchronous API.
import { authorization } from './session.js';

export async function send(request, withSession, signal) {
  const headers = withSession ? authorization() : {};
  if (request.body !== null) {
    headers['Content-Type'] = 'application/json;charset=UTF-8';
  }

  const response = await fetch(`/zstack${request.url}`, {
    method: request.method, credentials: 'omit', headers, signal, body: request.body === null ? undefined : JSON.stringify(request.body),
  });
  return { response, text: await response.text() };
}

// The host of the location is the address that the management node assumes for itself. Only the job's UUID is used.
export function jobOf(text) {
  try {
    return JSON.parse(text).location.split('/').pop() || null;
  } catch {
    return null;
  }
}

// Returns the response of the finished job and the number of polls; null if the user stopped waiting.
export async function follow(job, signal, onPoll) {
  let wait = 200;
  for (let polls = 1; ; polls += 1) {
    onPoll();
    const response = await fetch(`/zstack/v1/api-jobs/${encodeURIComponent(job)}`, { credentials: 'omit', headers: authorization() });
    const text = await response.text();
    if (response.status !== 202) {
      return { response, text, polls };
    }

    await pause(wait, signal);
    if (signal.aborted) {
      return null;
    }

    wait = Math.min(wait * 1.5, 3000);
  }
}

function pause(duration, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, duration);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
