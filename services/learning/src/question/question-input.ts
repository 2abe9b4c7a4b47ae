/*
 * How questions and answers are read as clients send them, where nothing may be left out or null.
 * Life: none. Owner: learning.
 */
import { toId } from '@guildhall/kernel';
import type { Answer } from './judge.js';
import type { QuestionDraft, QuestionKind } from './question.js';

type Maybe<T> = T | null | undefined;

/** A question as an author sends it. */
export type SentQuestion = {
  readonly key?: Maybe<string>;
  readonly kind: QuestionKind;
  readonly prompt: string;
  readonly choices?: Maybe<
    readonly { readonly text: string; readonly isRight: boolean; readonly feedback?: Maybe<string> }[]
  >;
  readonly number?: Maybe<number>;
  readonly tolerance?: Maybe<number>;
  readonly unit?: Maybe<string>;
  readonly accepted?: Maybe<readonly string[]>;
  readonly explanation?: Maybe<string>;
  readonly resourceId?: Maybe<string>;
};

/** Reads a question as an author sends it. */
export function readSentQuestion({ choices, accepted, ...sent }: SentQuestion): QuestionDraft {
  const idOf = <Kind extends string>(text: Maybe<string>) => (text == null ? undefined : toId<Kind>(text));
  return {
    key: idOf(sent.key),
    kind: sent.kind,
    prompt: sent.prompt,
    choices: (choices ?? []).map(({ text, isRight, feedback }) => ({ text, isRight, feedback: feedback ?? undefined })),
    number: sent.number ?? undefined,
    tolerance: sent.tolerance ?? undefined,
    unit: sent.unit ?? undefined,
    accepted: accepted ?? [],
    explanation: sent.explanation ?? undefined,
    resourceId: idOf(sent.resourceId),
  };
}

/** An answer as it is sent; its choices are places as shown. */
export type SentAnswer = {
  readonly choices?: Maybe<readonly number[]>;
  readonly number?: Maybe<number>;
  readonly text?: Maybe<string>;
};

/** Reads an answer as it is sent; its choices stay places as shown. */
export function readSentAnswer({ choices, number, text }: SentAnswer): Answer {
  return { choices: choices ?? [], number: number ?? undefined, text: text ?? undefined };
}
