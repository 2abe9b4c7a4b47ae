import { topics, type ShownTopic } from './notice-place.js';

/** Which notifications the address asks for. */
export type NoticeSearch = { readonly topic?: ShownTopic; readonly unread?: true };

/** Reads that from an address; what is not known there is left out. */
export function readNoticeSearch({ topic, unread }: Record<string, unknown>): NoticeSearch {
  const known = topics.find((each) => each === topic);
  return { ...(known !== undefined && { topic: known }), ...(unread === true && { unread }) };
}
