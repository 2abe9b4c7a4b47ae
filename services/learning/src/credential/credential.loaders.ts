import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { Achievement, AchievementId } from '../achievement/achievement.js';
import type { Evidence } from '../record/evidence.js';
import type { Credential } from './credential.js';

type Sources = Pick<Repositories, 'achievements' | 'credentials'>;

/** Loads achievements by id, as far as the actor may see them. */
export function createAchievementLoader(actor: Actor, { achievements }: Sources) {
  return new DataLoader<AchievementId, Achievement | undefined>(async (ids) => {
    const found = new Map((await achievements.listVisible(actor, ids)).map((one) => [one.id, one]));
    return ids.map((id) => found.get(id));
  });
}

/** Loads the evidence of credentials that were read already, in order of time. */
export function createCredentialEvidenceLoader({ credentials }: Sources) {
  return new DataLoader<Credential, readonly Evidence[]>(async (list) => {
    const found = await credentials.listEvidence(list);
    return list.map(({ evidenceIds }) =>
      evidenceIds
        .flatMap((id) => found.get(id) ?? [])
        .sort((one, other) => one.happenedAt.getTime() - other.happenedAt.getTime()),
    );
  });
}
