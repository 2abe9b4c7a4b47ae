import { actorKey, err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { activityPolicy } from '../../activity/activity.policy.js';
import type { Activity } from '../../activity/activity.js';
import { draftActivity } from '../../activity/plan-activity.js';
import type { Deps } from '../../deps.js';
import type { GroupId } from '../../references/group.js';
import { foundTeam } from '../../team/team.js';
import { addPlans } from './add-plans.js';
import { templatePolicy } from '../template.policy.js';
import { planFrom, type TemplateId } from '../template.js';

/** Which template, for which group, and when the activity starts. */
export type DraftFromTemplate = { readonly templateId: TemplateId; readonly groupId: GroupId; readonly startsAt: Date };

/** Drafts an activity from a template; the drafter leads it, and nobody owns its tasks yet. */
export function draftFromTemplate(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey, ...input }: DraftFromTemplate & { readonly idempotencyKey: string | undefined },
) {
  const request = { actor: actorKey(actor), key: idempotencyKey, operation: 'draftFromTemplate', input };
  return idempotentTransaction(
    request,
    ({ activities }, id) => activities.findVisible(actor, id as Activity['id']),
    async (unit) => {
      const organiserId = memberOf(actor);
      const { templateId, groupId, startsAt } = input;
      const template = await unit.templates.find(templateId);
      if (template === null || template.retiredAt !== undefined || !templatePolicy.canSee(actor, template))
        return err(notFound('ActivityTemplate'));
      if (organiserId === undefined || !activityPolicy.canDraft(actor, groupId))
        return err(notAllowed('DRAFT', 'Activity'));
      if (template.groupId !== undefined && template.groupId !== groupId) return err(notFound('ActivityTemplate'));
      const now = clock.now();
      const plan = planFrom(template.content, startsAt, now);
      const drafted = draftActivity(plan, { id: ids.ordered(), groupId, organiserId }, now);
      if (!drafted.ok) return drafted;
      const activity = await unit.activities.add(drafted.value);
      await unit.teams.add(foundTeam({ id: ids.ordered(), activityId: activity.id, memberId: organiserId }, now));
      await addPlans(unit, activity, { content: template.content, ids });
      return ok(activity);
    },
  );
}
