// Parses JSON without changing numbers. A number that JavaScript would change, such as 9223372036854775807, keeps its text.
export function parseExact(text) {
  return JSON.parse(text, (_, value, context) => (typeof value === 'number' && isChanged(value, context?.source) ? JSON.rawJSON(context.source) : value));
}

// Old browsers do not tell the text of a number.
function isChanged(value, source) {
  return source !== undefined && source !== String(value) && typeof JSON.rawJSON === 'function';
}

// Returns true if the value is a number that keeps its text.
export function isExactNumber(value) {
  return JSON.isRawJSON?.(value) === true;
}

// Returns the text of a value that is no object and no list.
export function textOf(value) {
  return isExactNumber(value) ? value.rawJSON : String(value);
}
