import type { CaseMatter } from '../generated/case/graphql.js';

/** What a case can be about, in the order people look for it. */
export const caseMatters: readonly CaseMatter[] = ['HOUSING', 'ACADEMIC', 'MONEY', 'COMPLAINT', 'MISCONDUCT', 'OTHER'];
