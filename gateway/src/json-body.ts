import { malformedRequest } from './http-problem.js';

/** Levels of nesting in a JSON body; no input of the schema comes near it. */
const jsonDepthMax = 64;

/**
 * Parses the body of a GraphQL request: UTF-8, one JSON object, no key twice and no `__proto__`.
 * JSON.parse lets the last of two equal keys win, while a proxy or log in front may have read the first: refusing both is the only
 * reading everybody shares. Throws an HttpProblem with status 400.
 */
export function parseJsonBody(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const text = decodeUtf8(bytes);
  // Before JSON.parse builds anything: the depth is known from the brackets alone.
  checkNesting(text);
  const value = parse(text);
  if (Array.isArray(value)) throw malformedRequest('Send one operation per request; batches are not accepted.');
  if (typeof value !== 'object' || value === null)
    throw malformedRequest('The body must be a JSON object with a query.');
  checkKeys(text);
  return { ...value };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw malformedRequest('The body is not valid UTF-8.');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformedRequest('The body is not valid JSON.');
  }
}

const structure = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g;

function checkNesting(text: string): void {
  if (!hasManyBrackets(text)) return;
  let depth = 0;
  for (const [token] of text.matchAll(structure)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth > jsonDepthMax) throw malformedRequest(`The body is nested deeper than ${jsonDepthMax} levels.`);
  }
}

/** Text with fewer opening brackets than levels are allowed cannot be too deep: true of nearly every body, and known by one look. */
function hasManyBrackets(text: string): boolean {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === openBrace || code === openBracket) count += 1;
  }
  return count > jsonDepthMax;
}

const openBrace = 0x7b;
const openBracket = 0x5b;

const keyOrBrace = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}]/g;

/** Runs over valid JSON only, where a string followed by a colon is always a key. */
function checkKeys(text: string): void {
  const open: Set<string>[] = [];
  for (const [token, literal, colon] of text.matchAll(keyOrBrace)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (literal !== undefined && colon !== undefined) checkKey(textOf(literal), open.at(-1));
  }
}

/** What a string literal of JSON says. */
function textOf(literal: string): string {
  return literal.includes('\\') ? String(JSON.parse(literal)) : literal.slice(1, -1);
}

function checkKey(key: string, seen: Set<string> | undefined): void {
  if (key === '__proto__') throw malformedRequest('The body holds a key that is not allowed.');
  if (seen?.has(key)) throw malformedRequest('The body holds the same key twice in one object.');
  seen?.add(key);
}
