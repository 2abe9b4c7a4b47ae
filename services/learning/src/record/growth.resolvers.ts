import { requestError } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { growthList } from './growth-rules.js';
import { growthOf } from './growth.js';
import { recordPolicy } from './record.policy.js';
import type { RecordEntry } from './record-entry.js';
import { growthTerms, recentTerms } from './term-rules.js';

function count(name: string, asked: number | null | undefined, { max, usual }: { max: number; usual: number }): number {
  const wanted = asked ?? usual;
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > max)
    throw requestError('BAD_USER_INPUT', `${name} must be from 1 to ${max}.`);
  return wanted;
}

const newest = (
  { evidence }: { readonly evidence: readonly RecordEntry[] },
  { first }: { readonly first?: number | null },
): readonly RecordEntry[] => evidence.slice(0, count('first', first, growthList));

/** Resolvers of a member's growth by term. */
export const growthResolvers: Resolvers = {
  Member: {
    growth: async ({ id }, { terms }, { actor, now, campusZone, read, loaders }) => {
      if (!recordPolicy.canRead(actor, id)) return null;
      const listed = recentTerms(now, campusZone, count('terms', terms, growthTerms));
      const from = listed.at(-1)?.startsAt ?? now;
      return growthOf(await read.recordReader.listSince(actor, from, now), listed, await loaders.skillMapping());
    },
  },
  GrowthTerm: {
    key: ({ term }) => term.key,
    season: ({ term }) => term.season,
    startsAt: ({ term }) => term.startsAt,
    endsAt: ({ term }) => term.endsAt,
  },
  GrowthStrand: {
    count: ({ evidence }) => evidence.length,
    minutes: ({ evidence }) =>
      evidence.reduce((sum, { kind, minutes }) => sum + (kind === 'VERIFIED_HOURS' ? (minutes ?? 0) : 0), 0),
    evidence: newest,
  },
  SkillShown: {
    count: ({ evidence }) => evidence.length,
    evidence: newest,
  },
};
