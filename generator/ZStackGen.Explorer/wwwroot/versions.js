// The selected version of ZStack, and the marks of elements that are newer, deprecated or removed.
import { h } from './dom.js';
import { t } from './texts.js';

let selected = read();

function read() {
  try {
    const version = localStorage.getItem('version') ?? '';
    return /^\d+(\.\d+)*$/.test(version) ? version : '';
  } catch {
    return '';
  }
}

export function selectedVersion() {
  return selected;
}

export function selectVersion(version) {
  selected = version;
  try {
    localStorage.setItem('version', version);
  } catch {
    // Without storage the choice applies only to this page.
  }

  document.querySelectorAll('.mark').forEach(update);
}

// Selects the version of the server as it is listed. It is not stored, because it says nothing about the servers that are explored later.
export function useServerVersion(version, listed) {
  if (isVersion(version)) {
    selected = listed.find((other) => compareVersions(other, version) === 0) ?? version;
  }
}

// Versions are compared by their numbers. A missing number is 0.
export function compareVersions(left, right) {
  const a = left.split('.').map(Number);
  const b = right.split('.').map(Number);
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }

  return 0;
}

// Determines whether an element exists in the selected version. An element without a known version exists.
export function exists({ since, removed }) {
  return stateOf(since, removed) === '';
}

// A version of another product is not comparable.
function stateOf(since, removed) {
  if (selected !== '' && isVersion(since) && compareVersions(since, selected) > 0) {
    return 'newer';
  }

  return isVersion(removed) && (selected === '' || compareVersions(removed, selected) <= 0) ? 'gone' : '';
}

// Marks an element. The mark follows the selected version.
export function versionMark({ since, deprecated, removed, replacement }) {
  if (!isVersion(since) && deprecated === undefined && removed === undefined) {
    return null;
  }

  const mark = h('span', { class: 'mark', 'data-since': since, 'data-deprecated': deprecated, 'data-removed': removed, 'data-replacement': replacement });
  update(mark);
  return mark;
}

function update(mark) {
  const { since, deprecated, removed, replacement } = mark.dataset;
  const state = stateOf(since, removed);
  const texts = [];
  if (state === 'newer') {
    texts.push(t('notIn', selected), t('newIn', since));
  } else if (removed !== undefined) {
    texts.push(t('goneIn', removed));
  } else if (deprecated !== undefined && (selected === '' || deprecated === '' || compareVersions(deprecated, selected) <= 0)) {
    texts.push(deprecated === '' ? t('deprecatedNow') : t('deprecatedIn', deprecated));
  }

  if (texts.length > 0 && state !== 'newer' && replacement !== undefined) {
    texts.push(t('useInstead', replacement));
  }

  mark.className = `mark ${state || (texts.length > 0 ? 'ending' : '')}`;
  mark.hidden = texts.length === 0;
  mark.textContent = texts.join(' · ');
}

function isVersion(text) {
  return text !== undefined && /^\d+(\.\d+)*$/.test(text);
}
