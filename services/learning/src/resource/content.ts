/*
 * What an author writes: the content of a resource, alike in each of its versions.
 * Life: that of the version it belongs to. Owner: learning.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { ResourceFileId } from '../resource-file/resource-file.js';

/** What a resource is. */
export type ResourceKind = 'GUIDE' | 'NOTES' | 'PAST_PAPER' | 'TEMPLATE' | 'VIDEO' | 'LINK' | 'FILE';

/** The terms under which others may use it; open ones only. What a link leads to has terms of its own. */
export type Licence = 'CC_BY_4_0' | 'CC_BY_SA_4_0' | 'CC0_1_0';

/** The id of a course: the students of one programme and year. */
export type CourseId = Id<'Constituency'>;

/** What an author writes. */
export type ResourceContent = {
  readonly title: string;
  readonly summary: string;
  /** Plain text; empty lines part paragraphs. */
  readonly body: string;
  readonly kind: ResourceKind;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly subject: string;
  readonly licence: Licence;
  /** Where a link or a video is found; nothing for other kinds. */
  readonly address: string | undefined;
  /** What there is to download; always for a file, never for a link or a video. */
  readonly fileId: ResourceFileId | undefined;
  /** Words for what it is about beside the subject, in lower case. */
  readonly tags: readonly string[];
  /** The courses it was made for. */
  readonly courseIds: readonly CourseId[];
};

/** What an author wrote, without anything else of the row it stands in. */
export function contentOf(row: ResourceContent): ResourceContent {
  const { title, summary, body, kind, language, subject, licence, address, fileId, tags, courseIds } = row;
  return { title, summary, body, kind, language, subject, licence, address, fileId, tags, courseIds };
}

/** The most of each that one resource carries. */
const limits = { tags: 8, tagLength: 40, courses: 10, address: 500 } as const;

/** The longest body in characters: places in a search document are counted up to 16,383. */
const bodyMax = 15_000;

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Whether a resource of this kind points to something elsewhere. */
export function hasAddress(kind: ResourceKind): boolean {
  return kind === 'LINK' || kind === 'VIDEO';
}

/** Checks what an author wrote and trims it. */
export function checkContent(content: ResourceContent): Result<ResourceContent, ValidationError> {
  const { kind, language, licence, fileId } = content;
  const title = content.title.trim();
  const summary = content.summary.trim();
  const body = content.body.trim();
  const subject = content.subject.trim();
  const address = content.address?.trim() === '' ? undefined : content.address?.trim();
  const tags = [...new Set(content.tags.map((tag) => tag.normalize('NFKC').trim().toLowerCase()))];
  const courseIds = [...new Set(content.courseIds)];
  const checks = new FieldChecks()
    .text('title', title, { min: 3, max: 120 })
    .text('summary', summary, { min: 10, max: 500 })
    .text('body', body, { max: bodyMax })
    .text('subject', subject, { min: 2, max: 80 })
    .that(languageTag.test(language), 'language', 'BAD_FORMAT', 'Use a language tag such as en or zh-Hans.')
    .textList('tags', tags, { max: limits.tags, maxLength: limits.tagLength })
    .that(courseIds.length <= limits.courses, 'courseIds', 'TOO_LONG', `Name at most ${limits.courses} courses.`);
  return checkFileKind(checkAddress(checks, kind, address), kind, fileId).finish(
    contentOf({ title, summary, body, kind, language, subject, licence, address, fileId, tags, courseIds }),
  );
}

function checkAddress(checks: FieldChecks, kind: ResourceKind, address: string | undefined): FieldChecks {
  if (!hasAddress(kind))
    return checks.that(address === undefined, 'address', 'CONTRADICTION', 'Only links and videos have an address.');
  if (address === undefined) return checks.text('address', '', { max: limits.address });
  return checks
    .text('address', address, { max: limits.address })
    .that(isSecure(address), 'address', 'BAD_FORMAT', 'Give an address that begins with https://.');
}

function checkFileKind(checks: FieldChecks, kind: ResourceKind, fileId: ResourceFileId | undefined): FieldChecks {
  return checks
    .that(kind !== 'FILE' || fileId !== undefined, 'fileId', 'REQUIRED', 'Choose a file.')
    .that(!hasAddress(kind) || fileId === undefined, 'fileId', 'CONTRADICTION', 'Links and videos have no file.');
}

/** An address over https whose host has a name: nobody is led to a script, to a password in an address or into a network at home. */
function isSecure(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || !/^https:\/\//i.test(address)) return false;
  return url.username === '' && url.password === '' && url.hostname.includes('.') && !/^[\d.]+$/.test(url.hostname);
}
