import type { Id } from '@guildhall/kernel';
import type { DemoContext } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import { demoMembers } from '../people/demo-people.js';
import { hourMs } from '../season.js';
import type { DemoGroupMembership } from './group-memberships.js';
import { demoGroups } from './groups.js';

/** What somebody wrote to the people of a group, as the membership service stores it. */
export type DemoPost = {
  readonly id: Id<'Post'>;
  readonly groupId: Id<'Group'>;
  readonly authorId: Id<'Member'>;
  readonly kind: 'NOTICE' | 'IDEA' | 'QUESTION' | 'THANKS';
  readonly language: string;
  readonly body: string;
  readonly postedAt: Date;
};

type Written = Pick<DemoPost, 'groupId' | 'kind' | 'body'> & {
  readonly language?: string;
  readonly hoursAgo: number;
  /** Some member of the group when left out. */
  readonly authorId?: Id<'Member'>;
};

const { theatre, hillwalking, international } = demoGroups;
const { ada, omar } = demoMembers;

const written: readonly Written[] = [
  {
    groupId: theatre,
    kind: 'NOTICE',
    authorId: omar.memberId,
    hoursAgo: 30,
    body: 'Rehearsals move to the small hall for two weeks, because the lights in the theatre are being replaced.',
  },
  {
    groupId: theatre,
    kind: 'IDEA',
    authorId: ada.memberId,
    hoursAgo: 54,
    body: 'Every society buys its own cloth, paint and cable and throws half of it away. The union could keep one store of materials for all of us, with a list online.',
  },
  {
    groupId: theatre,
    kind: 'QUESTION',
    hoursAgo: 20,
    body: 'Does anybody still have the green coats from last spring?',
  },
  {
    groupId: theatre,
    kind: 'THANKS',
    hoursAgo: 7,
    body: 'Thank you to everybody who stayed on Friday to take the set down.',
  },
  {
    groupId: hillwalking,
    kind: 'QUESTION',
    authorId: ada.memberId,
    hoursAgo: 40,
    body: 'Are size 38 boots free for the ridge walk?',
  },
  {
    groupId: hillwalking,
    kind: 'IDEA',
    hoursAgo: 90,
    body: 'The bus on Sundays begins at ten. If the university asked for one at eight, half of our walks would need no cars.',
  },
  {
    groupId: international,
    kind: 'IDEA',
    language: 'zh-CN',
    hoursAgo: 65,
    body: '新生第一周最难的是银行开户。能不能请银行来学校集中办理一天？',
  },
  {
    groupId: international,
    kind: 'THANKS',
    language: 'zh-CN',
    hoursAgo: 12,
    body: '谢谢大家上周陪我去医院，有你们真好。',
  },
];

/** A few words in the groups of the demo people, from people who are in them. */
export function demoUnionPosts(
  { anchor }: DemoContext,
  memberships: readonly DemoGroupMembership[],
): readonly DemoPost[] {
  return written.map(({ hoursAgo, authorId, language = 'en', ...post }, index) => ({
    ...post,
    language,
    id: fixedId<'Post'>(`post/${index}`),
    authorId: authorId ?? someoneOf(memberships, post.groupId, index),
    postedAt: new Date(anchor.getTime() - hoursAgo * hourMs),
  }));
}

/** Somebody who has been in the group for long. */
function someoneOf(memberships: readonly DemoGroupMembership[], wanted: Id<'Group'>, turn: number): Id<'Member'> {
  const living = memberships.filter(({ groupId, status }) => groupId === wanted && status === 'ACTIVE');
  const found = living[turn % living.length];
  if (found === undefined) throw new Error('a group of the demo people has members');
  return found.memberId;
}
