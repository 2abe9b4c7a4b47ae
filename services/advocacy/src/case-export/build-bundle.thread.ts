/*
 * Builds the bundle of one case for an external adjudicator, apart from the thread that answers requests: third parties'
 * names are replaced, and what is left becomes one readable page and one machine-readable file in one archive.
 */
import { createHash } from 'node:crypto';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { BuiltBundle, BundleSection, BundleSource } from './bundle.js';

/** Builds a bundle; equal sources give equal bytes. */
export function buildBundle(source: BundleSource): BuiltBundle {
  const redact = redactor(source.redactions);
  const sections = source.sections.map(({ title, lines }) => ({ title: redact(title), lines: lines.map(redact) }));
  const facts = JSON.stringify({ title: source.title, at: source.at, facts: source.facts, sections }, undefined, 2);
  const files: Zippable = {
    'case.html': strToU8(page(source.title, sections)),
    'case.json': strToU8(redact(facts)),
  };
  source.attachments.forEach(({ name, content }, index) => {
    files[`attachments/${String(index + 1).padStart(2, '0')}-${safeName(redact(name))}`] = content;
  });
  const archive = zipSync(files, { mtime: source.at, level: 6 });
  return { sections, archive, digest: createHash('sha256').update(archive).digest('hex') };
}

/** Longer names first, so that a part of a name does not spoil the whole; each name keeps one number all through. */
function redactor(names: readonly string[]): (text: string) => string {
  const wanted = names.map((name) => name.trim()).filter((name) => name.length > 1);
  const numbers = new Map(wanted.map((name, index) => [spelled(name), index + 1]));
  if (wanted.length === 0) return (text) => text;
  const longest = [...wanted].sort((one, other) => other.length - one.length).map(escapeForPattern);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const inner = new RegExp(longest.join('|'), 'giu');
  const person = (name: string): string => `[person ${numbers.get(spelled(name)) ?? 0}]`;
  // Scripts without spaces between words have no word borders, so a second pass takes what the first could not see.
  return (text) => text.replace(pattern, person).replace(inner, (name) => (isSpaced(name) ? name : person(name)));
}

/** One spelling for what differs in case and spacing alone. */
function spelled(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ');
}

function isSpaced(name: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\s'’.-]+$/u.test(name);
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}

function page(title: string, sections: readonly BundleSection[]): string {
  const body = sections.map(
    (section) =>
      `<section><h2>${escapeForMarkup(section.title)}</h2>${section.lines.map((line) => `<p>${escapeForMarkup(line)}</p>`).join('')}</section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeForMarkup(title)}</title><style>body{font:16px/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}p{white-space:pre-wrap}</style></head><body><h1>${escapeForMarkup(title)}</h1>${body.join('')}</body></html>`;
}

function escapeForMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function safeName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(-100);
}

// This file is also the thread: whoever only imports it builds nothing.
if (!isMainThread && isSource(workerData)) parentPort?.postMessage(buildBundle(workerData));

function isSource(value: unknown): value is BundleSource {
  return typeof value === 'object' && value !== null && 'sections' in value && 'redactions' in value;
}
