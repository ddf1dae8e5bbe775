// Ranks the APIs for the terms of a search: by name, path, parameters, and descriptions in all languages.
import { getJson } from './dom.js';

export class Search {
  constructor(apis) {
    this.entries = apis.map((api, index) => ({
      api,
      index,
      name: api.name.toLowerCase(),
      // The capitals of a name: cvi finds CreateVmInstance.
      humps: api.name.replace(/[^A-Z0-9]/g, '').toLowerCase(),
      words: api.name.split(/(?=[A-Z])/).map((word) => word.toLowerCase()),
      path: api.path.toLowerCase(),
      other: `${api.method} ${api.category} ${api.since ?? ''}`.toLowerCase(),
      text: `${api.summary ?? ''}\n${api.chinese ?? ''}`.toLowerCase(),
      parameters: [],
    }));
    this.loading = null;
  }

  // The long texts load after the list, because only the search needs them.
  load() {
    this.loading ??= getJson('/explorer/search.json').then((texts) => texts.forEach(([text, parameters], index) => {
      const entry = this.entries[index];
      entry.text = `${entry.text}\n${text.toLowerCase()}`;
      entry.parameters = Object.entries(parameters).map(([name, description]) => ({ name, lower: name.toLowerCase(), description, text: description.toLowerCase() }));
    })).catch(() => {
      // The search still covers the list. The next search loads the texts.
      this.loading = null;
    });
    return this.loading;
  }

  // Returns the matches, best first. A match through a parameter names it.
  find(query) {
    const terms = query.toLowerCase().split(/\s+/).filter(Boolean);
    const joined = terms.join('');
    const matches = [];
    for (const entry of this.entries) {
      const match = matchOf(entry, terms, joined);
      if (match !== null) {
        matches.push(match);
      }
    }

    return matches.sort((a, b) => b.score - a.score || a.entry.name.length - b.entry.name.length || (a.entry.name < b.entry.name ? -1 : 1));
  }
}

function matchOf(entry, terms, joined) {
  // The words of a name may be typed with or without spaces.
  let score = entry.name === joined ? 2000 : entry.name.startsWith(joined) ? 1000 : 0;
  let parameter = null;
  for (const term of terms) {
    const [points, found] = pointsOf(entry, term);
    if (points === 0) {
      return null;
    }

    score += points;
    parameter ??= found;
  }

  return { entry, score, parameter };
}

function pointsOf(entry, term) {
  if (entry.humps.startsWith(term) && term.length > 1) {
    return [entry.humps === term ? 90 : 50, null];
  }

  if (entry.name.includes(term)) {
    return [entry.words.some((word) => word === term || word === `${term}s`) ? 60 : entry.words.some((word) => word.startsWith(term)) ? 45 : 40, null];
  }

  if (entry.path.includes(term)) {
    return [30, null];
  }

  const named = entry.parameters.find(({ lower }) => lower === term) ?? entry.parameters.find(({ lower }) => lower.includes(term));
  if (named) {
    return [named.lower === term ? 28 : 20, named];
  }

  if (entry.other.includes(term)) {
    return [15, null];
  }

  if (entry.text.includes(term)) {
    return [10, null];
  }

  const parameter = entry.parameters.find(({ text }) => text.includes(term));
  return parameter ? [5, parameter] : [0, null];
}
