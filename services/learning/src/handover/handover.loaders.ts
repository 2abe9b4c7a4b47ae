import type { Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { HandoverCapsule, HandoverCapsuleId } from './handover-capsule.js';
import type { HandoverItem, HandoverQuestion, SectionProgress } from './handover-item.js';
import { currentHandoverRules } from './handover-rules.js';
import type { GroupActivity, OfficeHolder } from './mandate-term.js';

/** The loaders of what handovers hold, for one request. Whoever loads has asked whether the viewer may read it. */
export function createHandoverLoaders(
  now: Date,
  { handoverContents, mandateTerms }: Pick<Repositories, 'handoverContents' | 'mandateTerms'>,
) {
  const { calendarMax, calendarBackMs, calendarAheadMs } = currentHandoverRules;
  return {
    progress: new DataLoader<HandoverCapsuleId, readonly SectionProgress[]>(async (ids) => {
      const found = await handoverContents.listProgress(ids);
      return ids.map((id) => found.get(id) ?? []);
    }),
    items: new DataLoader<HandoverCapsuleId, readonly HandoverItem[]>(async (ids) => {
      const found = Map.groupBy(await handoverContents.listItems(ids), ({ capsuleId }) => capsuleId);
      return ids.map((id) => found.get(id) ?? []);
    }),
    questions: new DataLoader<HandoverCapsuleId, readonly HandoverQuestion[]>(async (ids) => {
      const found = Map.groupBy(await handoverContents.listQuestions(ids), ({ capsuleId }) => capsuleId);
      return ids.map((id) => found.get(id) ?? []);
    }),
    officers: new DataLoader<Id<'Group'>, readonly OfficeHolder[]>(async (ids) => {
      const found = await mandateTerms.listHolders(ids, now);
      return ids.map((id) => found.get(id) ?? []);
    }),
    /** From a year before the handover was opened to a year after. */
    calendars: new DataLoader<HandoverCapsule, readonly GroupActivity[], HandoverCapsuleId>(
      async (capsules) => {
        const opened = capsules.map(({ openedAt }) => openedAt.getTime());
        const from = new Date(Math.min(...opened) - calendarBackMs);
        const to = new Date(Math.max(...opened) + calendarAheadMs);
        const groupIds = [...new Set(capsules.flatMap(({ groupId }) => groupId ?? []))];
        const found = await mandateTerms.listActivities(groupIds, { from, to, max: calendarMax });
        return capsules.map(({ groupId, openedAt }) => {
          const since = openedAt.getTime() - calendarBackMs;
          const all = groupId === undefined ? [] : (found.get(groupId) ?? []);
          return all.filter(({ startsAt }) => startsAt.getTime() >= since);
        });
      },
      { cacheKeyFn: ({ id }) => id },
    ),
  };
}
