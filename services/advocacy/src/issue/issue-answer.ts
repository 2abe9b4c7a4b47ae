import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { Issue, IssueId } from './issue.js';

/** Why a department will not act. */
export const declineReasons = [
  'NOT_OURS',
  'NOT_POSSIBLE',
  'NOT_FUNDED',
  'ALREADY_DONE',
  'AGAINST_RULES',
  'OTHER',
] as const;

/** One reason of {@link declineReasons}. */
export type DeclineReason = (typeof declineReasons)[number];

/** A published answer; its issue has at most one a round. */
export type IssueAnswer = {
  readonly issueId: IssueId;
  readonly round: number;
  readonly outcome: 'RESOLVED' | 'DECLINED';
  readonly reason: DeclineReason | undefined;
  readonly text: string;
  readonly publishedBy: string;
  readonly publishedAt: Date;
};

/** What a lead publishes: solved, or declined with a reason; either way in words. */
export type AnswerDraft = Pick<IssueAnswer, 'outcome' | 'reason' | 'text'>;

/** Checks an answer: words, and a reason exactly when it declines. */
export function checkIssueAnswer(draft: AnswerDraft): Result<AnswerDraft, ValidationError> {
  const text = draft.text.trim();
  return new FieldChecks()
    .text('text', text, { max: 4000 })
    .that(
      (draft.outcome === 'DECLINED') === (draft.reason !== undefined),
      'reason',
      'CONTRADICTION',
      'Give a reason exactly when you decline.',
    )
    .finish({ ...draft, text });
}

/** The answer as it is kept. */
export function publishedAnswer(
  issue: Issue,
  draft: AnswerDraft,
  made: { readonly by: string; readonly at: Date },
): IssueAnswer {
  return { ...draft, issueId: issue.id, round: issue.round, publishedBy: made.by, publishedAt: made.at };
}
