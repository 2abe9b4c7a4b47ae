import {
  actorKey,
  err,
  FieldChecks,
  illegalTransition,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type Id,
} from '@guildhall/kernel';
import type { CaseMatter } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { checkTemplate, templateLifecycle, type Template, type TemplateLanguage } from '../template.js';
import { templatePolicy } from '../template.policy.js';

/** What a template is called, what it is for, and its words. */
export type WriteTemplate = {
  readonly name: string;
  readonly matter: CaseMatter | undefined;
  readonly language: TemplateLanguage;
  readonly body: string;
};

/** What is changed of which template; the language of a template stays. */
export type ReviseTemplate = Omit<WriteTemplate, 'language'> & { readonly templateId: Id<'MessageTemplate'> };

/** Writes a template for the advice team. */
export function writeTemplate(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { matter, language, ...told }: WriteTemplate,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ templates }) => {
    if (!templatePolicy.canWrite(viewer)) return err(notAllowed('WRITE', 'MessageTemplate'));
    const checked = checkTemplate(told);
    if (!checked.ok) return checked;
    const { name, body } = checked.value;
    const template: Template = { id: ids.ordered(), name, matter, language, retiredAt: undefined, version: 1 };
    const free = await nameIsFree(templates, template);
    if (!free.ok) return free;
    const text = { number: 1, body, writtenAt: clock.now() };
    await templates.add(template, text, actorKey(actor));
    return ok({ template, text });
  });
}

/** Gives a template new words; the versions before stay. */
export function reviseTemplate(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { templateId, matter, ...told }: ReviseTemplate,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ templates }) => {
    const now = clock.now();
    const found = await templates.find(viewer, templateId);
    if (found === undefined) return err(notFound('MessageTemplate'));
    if (!templatePolicy.canWrite(viewer)) return err(notAllowed('REVISE', 'MessageTemplate'));
    if (!templateLifecycle.can('REVISE', found.template, now)) return err(illegalTransition('REVISE', 'RETIRED'));
    const checked = checkTemplate(told);
    if (!checked.ok) return checked;
    const template = { ...found.template, name: checked.value.name, matter };
    const free = await nameIsFree(templates, template);
    if (!free.ok) return free;
    const text = { number: found.text.number + 1, body: checked.value.body, writtenAt: now };
    await templates.save(template, { text, writtenBy: actorKey(actor) });
    return ok({ template: { ...template, version: template.version + 1 }, text });
  });
}

async function nameIsFree(templates: { isNameTaken(template: Template): Promise<boolean> }, template: Template) {
  const isTaken = await templates.isNameTaken(template);
  return new FieldChecks()
    .that(!isTaken, 'name', 'CONTRADICTION', 'Another template in this language has this name.')
    .finish(template);
}
