import type { EventHandlers } from '@guildhall/events';
import { createIdeaRepository } from './idea.repository.js';

/** Learns of ideas and of who may raise them, and forgets them when they end. */
export const ideaHandlers: EventHandlers = {
  async IdeaPosted(manager, { data }) {
    await createIdeaRepository(manager).add(data.postId, data.memberId);
  },
  async IdeaEnded(manager, { data }) {
    await createIdeaRepository(manager).end(data.postId);
  },
  async IdeaRaisingAgreed(manager, { data }) {
    await createIdeaRepository(manager).agree(data.postId, data);
  },
  async IdeaRaisingEnded(manager, { data }) {
    await createIdeaRepository(manager).disagree(data.postId, data.memberId, data.target);
  },
};
