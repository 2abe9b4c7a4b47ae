/*
 * The words of a bundle: plain English for a reader who knows neither the case nor this service. Pure.
 */
import { attachmentPlaces, type AttachmentId } from '../attachment/attachment.js';
import type { Case, CaseMessage } from '../case/case.js';
import { casePlaces } from '../case/place.js';
import type { BundledFile, BundleSection } from './bundle.js';

/** The shared texts of a case by their places. */
export type Words = ReadonlyMap<string, string>;

/** `EARLY_RESOLUTION` reads "Early resolution". */
export function named(state: string): string {
  const words = state.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An instant to the minute, in UTC and saying so: whoever reads it may be in any zone. */
export function instant(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** What is known of the case without a word of it. */
export function factsSection({ matter, stage, status, openedAt, closedAt }: Case): BundleSection {
  return {
    title: 'The case',
    lines: [
      `Matter: ${named(matter)}`,
      `Stage: ${named(stage)}`,
      `Status: ${named(status)}`,
      `Opened: ${instant(openedAt)}`,
      ...(closedAt === undefined ? [] : [`Closed: ${instant(closedAt)}`]),
    ],
  };
}

/** What was told when the case was opened. */
export function told(words: Words): readonly BundleSection[] {
  return section('Name of the student', words.get(casePlaces.contactName))
    .concat(section('Other parties', listOf(words.get(casePlaces.otherParties))))
    .concat(section('What the student wrote', words.get(casePlaces.narrative)));
}

/** A section of one text; none where nothing was said. */
export function section(title: string, text: string | undefined): BundleSection[] {
  return text === undefined || text === '' ? [] : [{ title, lines: [text] }];
}

function listOf(text: string | undefined): string | undefined {
  const names: unknown = text === undefined ? [] : JSON.parse(text);
  return Array.isArray(names) ? names.join(', ') : undefined;
}

/** One message of the conversation. */
export function messageSection({ id, author, sentAt }: CaseMessage, words: Words): BundleSection {
  return {
    title: `Message of the ${named(author).toLowerCase()}, ${instant(sentAt)}`,
    lines: [words.get(casePlaces.message(id)) ?? ''],
  };
}

/**
 * One text of a referral with what it is: `referral/ID/question/ID/answer` reads "answer: …". Fields are stored with their
 * names; one that the student did not agree to says so, because the department never saw it.
 */
export function labelled(place: string, text: string, consented: ReadonlySet<string>): string {
  const parts = place.split('/');
  const label = parts.length === 5 ? parts[4] : parts[2];
  const field: unknown = label === 'field' ? JSON.parse(text) : undefined;
  if (typeof field === 'object' && field !== null && 'name' in field && 'value' in field)
    return `${String(field.name)}${consented.has(parts[3] ?? '') ? '' : ' (not agreed to)'}: ${String(field.value)}`;
  return `${label ?? 'text'}: ${text}`;
}

/** Names inside attached files stay as they are, and the page says so. */
export function attachmentSection(files: readonly BundledFile[], words: Words): readonly BundleSection[] {
  if (files.length === 0) return [];
  const lines = files.map(
    ({ attachment, content }) =>
      `${nameOf(attachment.id, words)}${content === undefined ? ' (not in this archive: too large)' : ''}`,
  );
  return [{ title: 'Attachments, as they were sent', lines }];
}

/** The name of an attached file. */
export function nameOf(id: AttachmentId, words: Words): string {
  return words.get(attachmentPlaces.name(id)) ?? 'attachment';
}

/** Whatever is shared and has no place above stands at the end: a bundle leaves out nothing. */
export function remaining(words: Words, messages: readonly CaseMessage[]): readonly BundleSection[] {
  const known = new Set<string>([
    casePlaces.narrative,
    casePlaces.contactName,
    casePlaces.otherParties,
    casePlaces.outcome,
    ...messages.map(({ id }) => casePlaces.message(id)),
  ]);
  return [...words]
    .filter(([place]) => !known.has(place) && !/^(?:referral|outcome|attachment|attachment-name)\//.test(place))
    .map(([place, text]) => ({ title: `Further: ${place.split('/')[0] ?? place}`, lines: [text] }));
}
