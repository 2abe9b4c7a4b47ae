import type { Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { TemplateText } from './template.js';

/** The versions of templates that the viewer was shown. */
export function createTemplateTextLoader(
  templates: Repositories['templates'],
): DataLoader<Id<'MessageTemplate'>, readonly TemplateText[]> {
  return new DataLoader(async (ids) => {
    const texts = Map.groupBy(await templates.listTexts(ids), ({ templateId }) => templateId);
    return ids.map((id) => texts.get(id) ?? []);
  });
}
