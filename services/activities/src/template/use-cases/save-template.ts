import { err, limitReached, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import { openPlans } from '../../team/use-cases/open-organising.js';
import { currentTemplateRules } from '../template-rules.js';
import { templatePolicy } from '../template.policy.js';
import { contentOf, retireTemplate as retire, saveTemplate as save, type TemplateId } from '../template.js';

/** The plan of which activity is kept, under which name, and for whom. */
export type SaveTemplate = { readonly activityId: ActivityId; readonly name: string; readonly isUnionWide: boolean };

/** Keeps the plan of an activity with its tasks and its run sheet, and without anybody in it. */
export function saveTemplate(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { activityId, name, isUnionWide }: SaveTemplate,
) {
  return transaction(async (unit) => {
    const opened = await openPlans(unit, actor, { activityId, kind: 'Activity' });
    if (!opened.ok) return opened;
    const groupId = isUnionWide ? undefined : opened.value.groupId;
    if (!templatePolicy.canSave(actor, groupId)) return err(notAllowed('SAVE_TEMPLATE', 'Activity'));
    const { templatesMax } = currentTemplateRules;
    if ((await unit.templates.countOffered(groupId)) >= templatesMax)
      return err(limitReached('There are too many templates. Retire one first.', templatesMax));
    const content = contentOf({
      activity: opened.value,
      tasks: await unit.tasks.listOf([activityId]),
      runSheet: await unit.runItems.listOf([activityId]),
    });
    const saved = save({ id: ids.ordered(), groupId, name, content }, clock.now());
    return saved.ok ? ok(await unit.templates.add(saved.value)) : saved;
  });
}

/** Offers a template no more. */
export function retireTemplate(
  { transaction, clock }: Deps,
  actor: Actor,
  { templateId }: { readonly templateId: TemplateId },
) {
  return transaction(async ({ templates }) => {
    const template = await templates.find(templateId);
    if (template === null || !templatePolicy.canSee(actor, template)) return err(notFound('ActivityTemplate'));
    if (!templatePolicy.canSave(actor, template.groupId)) return err(notAllowed('RETIRE', 'ActivityTemplate'));
    const retired = retire(template, clock.now());
    return retired.ok ? ok(await templates.save(retired.value)) : retired;
  });
}
