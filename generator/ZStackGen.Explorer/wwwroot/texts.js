// The texts of the page in the selected language, and the choice among the languages of a description.
import { english } from './texts-en.js';
import { chinese } from './texts-zh.js';
import { textOf } from './json.js';

const texts = { en: english, zh: chinese };

function stored() {
  try {
    return localStorage.getItem('language');
  } catch {
    return null;
  }
}

let language = stored() ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
if (!Object.hasOwn(texts, language)) {
  language = 'en';
}

export function t(key, ...values) {
  return texts[language][key].replace(/\{(\d)\}/g, (_, index) => String(values[index]));
}

export function currentLanguage() {
  return language;
}

export function switchLanguage() {
  language = language === 'en' ? 'zh' : 'en';
  try {
    localStorage.setItem('language', language);
  } catch {
    // Without storage the choice applies only to this page.
  }
}

// Returns a description in the selected language if the pages have it, and its actual language for screen readers.
export function described(thing) {
  const zh = thing.chinese ?? (isChinese(thing.description) ? thing.description : undefined);
  const en = thing.description && !isChinese(thing.description) ? thing.description : undefined;
  const text = language === 'zh' ? zh ?? en : en ?? zh;
  return { text: text ?? '', lang: text !== undefined && text === zh ? 'zh' : 'en' };
}

// Returns the text of a range of values or lengths. A missing bound is null.
export function limitsText({ range, length, isNotEmpty }) {
  const [minimum, maximum] = (range ?? length ?? [null, null]).map((bound) => (bound === null ? null : textOf(bound)));
  const unit = length ? 'Characters' : '';
  if (minimum === null && maximum === null) {
    return isNotEmpty ? t('notEmpty') : '';
  }

  if (maximum === null) {
    return t(`atLeast${unit}`, minimum);
  }

  return minimum === null ? t(unit ? 'atMostCharacters' : 'atMostValue', maximum) : t(`between${unit}`, minimum, maximum);
}

function isChinese(text) {
  return text !== undefined && /[\u2e80-\uffef]/.test(text);
}
