/*
 * What is written in a handover: items in five parts, and questions with answers. Life: written by whoever hands over,
 * ticked by whoever takes over, deleted when the handover is emptied. Owner: learning.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { HandoverCapsuleId } from './handover-capsule.js';
import { currentHandoverRules } from './handover-rules.js';
import { looksLikeSecret } from './secret-check.js';

/** The parts of a handover, in their order. */
export const handoverSections = ['CONTACTS', 'DECISIONS', 'ACCOUNTS', 'OPEN_MATTERS', 'ADVICE'] as const;

/** One part of a handover. */
export type HandoverSection = (typeof handoverSections)[number];

/** The id of an item. */
export type HandoverItemId = Id<'HandoverItem'>;

/** What somebody writes. */
export type ItemContent = { readonly title: string; readonly words: string; readonly link: string | undefined };

/** Something that whoever takes over should know. */
export type HandoverItem = ItemContent & {
  readonly id: HandoverItemId;
  readonly capsuleId: HandoverCapsuleId;
  readonly section: HandoverSection;
  readonly authorId: Id<'Member'> | undefined;
  readonly tickedAt: Date | undefined;
  readonly version: number;
};

/** The id of a question. */
export type HandoverQuestionId = Id<'HandoverQuestion'>;

/** A question of whoever takes over, with its answer. */
export type HandoverQuestion = {
  readonly id: HandoverQuestionId;
  readonly capsuleId: HandoverCapsuleId;
  readonly words: string;
  readonly askedAt: Date;
  readonly answer: string | undefined;
  readonly answeredBy: Id<'Member'> | undefined;
  readonly answeredAt: Date | undefined;
  readonly version: number;
};

/** An item, and the handover it is read with. */
export type WrittenItem = { readonly item: HandoverItem; readonly capsuleId: HandoverCapsuleId };

/** A question, and the handover it is read with. */
export type WrittenQuestion = { readonly question: HandoverQuestion; readonly capsuleId: HandoverCapsuleId };

/** How far a part is. */
export type SectionProgress = {
  readonly section: HandoverSection;
  readonly count: number;
  readonly tickedCount: number;
  readonly hasNothing: boolean;
  readonly isDone: boolean;
  /** How much of it needs a new owner and has none. */
  readonly untakenCount: number;
};

/** Accounts and open matters need a new owner before an office is taken over; the rest is to be known. */
export function needsTick(section: HandoverSection): boolean {
  return section === 'ACCOUNTS' || section === 'OPEN_MATTERS';
}

/** How far a part with so many items is. */
export function progressOf(
  section: HandoverSection,
  { count, tickedCount, hasNothing }: Pick<SectionProgress, 'count' | 'tickedCount' | 'hasNothing'>,
): SectionProgress {
  return {
    section,
    count,
    tickedCount,
    hasNothing: hasNothing && count === 0,
    isDone: count > 0 || hasNothing,
    untakenCount: needsTick(section) ? count - tickedCount : 0,
  };
}

const secretMessage = 'This looks like a password or another secret. Write who owns the account instead.';

/** What may be written: short enough, a safe link, and no secret. */
export function checkContent({ title, words, link }: ItemContent): Result<ItemContent, ValidationError> {
  const { titleMax, wordsMax, linkMax } = currentHandoverRules;
  const checks = new FieldChecks()
    .text('item.title', title, { max: titleMax })
    .text('item.words', words, { min: 0, max: wordsMax })
    .that(!looksLikeSecret(title), 'item.title', 'CONTRADICTION', secretMessage)
    .that(!looksLikeSecret(words), 'item.words', 'CONTRADICTION', secretMessage);
  if (link !== undefined)
    checks
      .text('item.link', link, { max: linkMax })
      .that(
        isSafeLink(link),
        'item.link',
        'BAD_FORMAT',
        'Give an address that begins with https:// and holds no password.',
      );
  return checks.finish({ title: title.trim(), words: words.trim(), link: link?.trim() });
}

/** What may be asked or answered. */
export function checkWords(words: string, max: number): Result<string, ValidationError> {
  return new FieldChecks()
    .text('words', words, { max })
    .that(!looksLikeSecret(words), 'words', 'CONTRADICTION', secretMessage)
    .finish(words.trim());
}

function isSafeLink(text: string): boolean {
  const url = URL.parse(text.trim());
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
}
