import { err, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { retireTemplate as retire } from '../template.js';
import { templatePolicy } from '../template.policy.js';

/** Takes a template out of use; what was written with it stays, and so do its versions. */
export function retireTemplate(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { templateId }: { readonly templateId: Id<'MessageTemplate'> },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ templates }) => {
    const found = await templates.find(viewer, templateId);
    if (found === undefined) return err(notFound('MessageTemplate'));
    if (!templatePolicy.canWrite(viewer)) return err(notAllowed('RETIRE', 'MessageTemplate'));
    const retired = retire(found.template, clock.now());
    if (!retired.ok) return retired;
    await templates.save(retired.value);
    return ok({ ...found, template: { ...retired.value, version: retired.value.version + 1 } });
  });
}
