import type { StatusFamily } from '../parts/StatusWord.js';

/** One line of the first screen: what it is about, where it leads and how it stands. `key` is a word of the app. */
export type HomeItem = {
  readonly id: string;
  readonly key: string;
  readonly words: Readonly<Record<string, string | number>>;
  readonly to: '/activities/$activityId' | '/help/$caseId' | '/learning/$pathId' | '/groups/$groupId';
  readonly target: string;
  readonly at?: string;
  readonly status?: { readonly family: StatusFamily; readonly status: string };
};
