import type { Repositories } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { lackedTraining, type PathId } from '../training.js';

/** What a member lacks of the training that is asked for. */
export async function findMissing(
  { trainings }: Pick<Repositories, 'trainings'>,
  memberId: MemberId,
  asked: readonly PathId[],
): Promise<readonly PathId[]> {
  if (asked.length === 0) return [];
  const held = await trainings.listHeld(asked.map((pathId) => ({ memberId, pathId })));
  return lackedTraining(asked, new Set(held.map(({ pathId }) => pathId)));
}
