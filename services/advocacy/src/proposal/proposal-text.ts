import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { ProposalId } from './proposal.js';

/** The languages a proposal can be written in. */
export const textLanguages = ['en', 'zh-CN'] as const;

/** The words of a proposal: one matter, in three parts. */
export type ProposalWords = {
  readonly language: string;
  readonly title: string;
  readonly background: string;
  readonly problem: string;
  readonly suggestion: string;
};

/** One version of a proposal's words. It never changes once somebody other than the author endorsed it. */
export type ProposalText = ProposalWords & {
  readonly proposalId: ProposalId;
  readonly number: number;
  readonly writtenAt: Date;
};

const limits = { title: 120, background: 3000, problem: 3000, suggestion: 3000 } as const;

type Part = keyof typeof limits;
const parts: readonly Part[] = ['title', 'background', 'problem', 'suggestion'];

/** Checks words. A draft may be unfinished but for its title; what is handed in has every part. */
export function checkWords(
  words: ProposalWords,
  { complete }: { readonly complete: boolean },
): Result<ProposalWords, ValidationError> {
  const checks = new FieldChecks().that(
    (textLanguages as readonly string[]).includes(words.language),
    'language',
    'UNKNOWN',
    'Write in English (en) or Chinese (zh-CN).',
  );
  for (const part of parts) {
    const min = complete || part === 'title' ? 1 : 0;
    checks.text(part, words[part], { min, max: limits[part] });
  }
  return checks.finish({
    language: words.language,
    title: words.title.trim(),
    background: words.background.trim(),
    problem: words.problem.trim(),
    suggestion: words.suggestion.trim(),
  });
}
