import { actorKey, err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { checkRule, unforeseenClosures, type RuleDraft } from '../service-rule.js';
import { serviceRulePolicy } from '../service-rule.policy.js';

/**
 * Publishes a version of the promises and the calendar. What exists keeps the version it was made under; only a closure
 * that nobody could know of stops running clocks, as a pause that everybody can see.
 */
export function publishServiceRule({ transaction, clock, ids, vault }: Deps, actor: Actor, draft: RuleDraft) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ deadlines, serviceRules }) => {
    const now = clock.now();
    if (!serviceRulePolicy.canPublish(viewer)) return err(notAllowed('PUBLISH', 'ServiceRule'));
    const latest = await serviceRules.latestForUpdate();
    const checked = checkRule(draft, latest, now);
    if (!checked.ok) return checked;
    const rule = await serviceRules.add(checked.value, {
      version: latest.version + 1,
      by: vault.alias(actorKey(actor)),
      now,
    });
    for (const closure of unforeseenClosures(checked.value, latest, now)) {
      const { from, to } = serviceRules.spanOf(closure);
      const pause = { from: from < now ? now : from, to, basis: 'CLOSURE', reference: ids.random() } as const;
      for (const caseId of await serviceRules.listCasesOwing()) await deadlines.pause(caseId, pause);
    }
    return ok(rule);
  });
}
