import type { EventHandlers } from '@guildhall/events';
import { toId } from '@guildhall/kernel';
import { createIdeaRepository } from '../idea/idea.repository.js';
import { createUpdateRepository } from '../update/update.repository.js';
import { createProposalRepositories } from './proposal.repositories.js';

/** A member who is erased leaves their proposals and their support behind, and is no part of them any more. */
export const proposalHandlers: EventHandlers = {
  async MemberStatusChanged(manager, { data }) {
    if (data.status !== 'ERASED') return;
    const memberId = toId<'Member'>(data.memberId);
    const { screenings, support } = createProposalRepositories(manager);
    await screenings.forget(memberId);
    await support.forget(memberId);
    await createUpdateRepository(manager).forget(memberId);
    await createIdeaRepository(manager).forget(memberId);
  },
};
