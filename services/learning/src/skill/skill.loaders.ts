import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { SkillId, SkillVersion } from './skill.js';

/** Skills as they hold now, by id. */
export function createSkillLoader(skills: Repositories['skills']): DataLoader<SkillId, SkillVersion | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await skills.listCurrentOf(ids)).map((skill) => [skill.skillId, skill]));
    return ids.map((id) => byId.get(id));
  });
}

/** The whole mapping of skills as it holds now, read once per request. */
export function createSkillMappingLoader(skills: Repositories['skills']): () => Promise<readonly SkillVersion[]> {
  let mapping: Promise<readonly SkillVersion[]> | undefined;
  return () => (mapping ??= skills.listCurrent());
}
