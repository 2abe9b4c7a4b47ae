/*
 * A message template: words of the advice team for what is said again and again, per matter and language, with
 * placeholders for facts of a case. Life: written by the advice manager, revised version by version, retired; every
 * version stays. It holds nothing of any case. Owner: advocacy.
 */
import {
  defineLifecycle,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { CaseMatter } from '../case/case.js';

/** Languages that templates are written in, as the apps have them. */
export const templateLanguages = ['en', 'zh-CN'] as const;

/** The language of a template. */
export type TemplateLanguage = (typeof templateLanguages)[number];

/** The facts of a case that a template can name in double braces. */
export const placeholders = ['matter', 'stage', 'openedOn', 'nextDeadline', 'departments'] as const;

/** The name of a fact. */
export type Placeholder = (typeof placeholders)[number];

/** A template without its words. */
export type Template = {
  readonly id: Id<'MessageTemplate'>;
  readonly name: string;
  /** The matter it is for; absent when it is for any. */
  readonly matter: CaseMatter | undefined;
  readonly language: TemplateLanguage;
  readonly retiredAt: Date | undefined;
  /** How often it was changed; its newest text has this number. */
  readonly version: number;
};

/** One version of a template's words. */
export type TemplateText = { readonly number: number; readonly body: string; readonly writtenAt: Date };

/** A template with its newest words. */
export type WrittenTemplate = { readonly template: Template; readonly text: TemplateText };

/** What can happen to a template. */
export type TemplateAction = 'REVISE' | 'RETIRE';

/** The life of a template. */
export const templateLifecycle = defineLifecycle<Template, 'LIVE' | 'RETIRED', TemplateAction>(
  {
    name: 'Message template',
    initial: ['LIVE'],
    states: ['LIVE', 'RETIRED'],
    transitions: { REVISE: { from: ['LIVE'], to: ['LIVE'] }, RETIRE: { from: ['LIVE'], to: ['RETIRED'] } },
  },
  ({ retiredAt }) => (retiredAt === undefined ? 'LIVE' : 'RETIRED'),
);

/** Ends a template; its versions stay. */
export function retireTemplate(template: Template, now: Date): Result<Template, IllegalTransitionError> {
  const next = templateLifecycle.next('RETIRE', template, now);
  return next.ok ? ok({ ...template, retiredAt: now }) : next;
}

const placeholderPattern = /\{\{\s*([A-Za-z]*)\s*\}\}/g;

/** Checks a template's name and words; a placeholder that names no fact would be sent to a student as it stands. */
export function checkTemplate(told: {
  readonly name: string;
  readonly body: string;
}): Result<{ readonly name: string; readonly body: string }, ValidationError> {
  const named = [...told.body.matchAll(placeholderPattern)].map(([, name]) => name ?? '');
  const unknown = named.filter((name) => !placeholders.some((known) => known === name));
  return new FieldChecks()
    .text('name', told.name, { max: 80 })
    .text('body', told.body, { max: 5000 })
    .that(
      unknown.length === 0,
      'body',
      'UNKNOWN',
      `There is no placeholder {{${unknown[0] ?? ''}}}. There are ${listed}.`,
    )
    .finish({ name: told.name.trim(), body: told.body.trim() });
}

const listed = placeholders.map((name) => `{{${name}}}`).join(', ');

/** A text with the facts put in, and the placeholders for which the case has none yet, which stay as they are. */
export function fillTemplate(
  body: string,
  facts: Readonly<Partial<Record<Placeholder, string>>>,
): { readonly body: string; readonly missing: readonly Placeholder[] } {
  const missing = new Set<Placeholder>();
  const filled = body.replace(placeholderPattern, (whole, name: string) => {
    const known = placeholders.find((one) => one === name);
    const fact = known && facts[known];
    if (fact === undefined && known !== undefined) missing.add(known);
    return fact ?? whole;
  });
  return { body: filled, missing: [...missing] };
}
