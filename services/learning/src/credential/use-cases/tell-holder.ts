import type { FactUnit } from '../../deps.js';
import { learningNotices } from '../../notice/learning-notice.js';
import type { Credential } from '../credential.js';

/** Lets a member be told, inside the caller's transaction, that one of their credentials changed. */
export async function tellHolder(
  { credentials, outbox }: Pick<FactUnit, 'credentials' | 'outbox'>,
  { id: aboutId, memberId }: Credential,
  now: Date,
): Promise<void> {
  const sourceId = await credentials.makeTellingId();
  const told = { notice: 'CREDENTIAL_CHANGED', sourceId, aboutId, memberIds: [memberId], now } as const;
  await outbox.appendMany('LearningNotice', learningNotices(told));
}
