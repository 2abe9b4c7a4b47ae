import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkRetention, defaultSettings } from '../recall-card.js';
import { recallPolicy } from '../recall.policy.js';

/** What the viewer wishes; what is left out stays as it is. */
export type ChangeRecallSettings = {
  readonly retentionPercent: number | undefined;
  readonly isPaused: boolean | undefined;
};

/** Changes how much the viewer wishes to remember, or pauses and resumes what is asked. Pausing twice is pausing once. */
export function changeRecallSettings({ transaction, clock }: Deps, actor: Actor, input: ChangeRecallSettings) {
  return transaction(async ({ recall }) => {
    const memberId = memberOf(actor);
    if (memberId === undefined) return err(notAllowed('CHANGE_SETTINGS', 'Recall'));
    const before = (await recall.findSettings(actor, memberId)) ?? defaultSettings(memberId);
    if (!recallPolicy.can(actor, 'CHANGE_SETTINGS', before)) return err(notAllowed('CHANGE_SETTINGS', 'Recall'));
    const isPaused = input.isPaused ?? before.pausedAt !== undefined;
    const checked = checkRetention({
      memberId,
      retentionPercent: input.retentionPercent ?? before.retentionPercent,
      pausedAt: isPaused ? (before.pausedAt ?? clock.now()) : undefined,
    });
    return checked.ok ? ok(await recall.saveSettings(checked.value)) : checked;
  });
}
