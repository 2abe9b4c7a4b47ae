import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { HandoverItemInput, Resolvers } from '../generated/graphql.js';
import type { HandoverCapsule, HandoverCapsuleId } from './handover-capsule.js';
import {
  needsTick,
  type HandoverItem,
  type HandoverQuestion,
  type ItemContent,
  type WrittenItem,
  type WrittenQuestion,
} from './handover-item.js';

/** The handover after what was written in it, for whoever could write. */
const capsuleAfter = async (
  { capsuleId }: { readonly capsuleId: HandoverCapsuleId },
  _args: unknown,
  { actor, read }: Context,
): Promise<HandoverCapsule> => {
  const capsule = await read.handovers.findVisible(actor, capsuleId);
  if (capsule === null) throw new Error('whoever writes in a handover sees it');
  return capsule;
};
const withItem = (item: HandoverItem): WrittenItem => ({ item, capsuleId: item.capsuleId });
const withQuestion = (question: HandoverQuestion): WrittenQuestion => ({ question, capsuleId: question.capsuleId });
const withCapsule = (capsule: HandoverCapsule) => ({ capsule });

/** Resolvers of what handovers hold. */
export const handoverItemResolvers: Resolvers = {
  HandoverItem: {
    author: ({ authorId }) => (authorId === undefined ? null : { id: authorId }),
    needsTick: ({ section }) => needsTick(section),
  },
  HandoverQuestion: {
    answeredBy: ({ answeredBy }) => (answeredBy === undefined ? null : { id: answeredBy }),
  },
  AddHandoverItemSuccess: { capsule: capsuleAfter },
  EditHandoverItemSuccess: { capsule: capsuleAfter },
  TickHandoverItemSuccess: { capsule: capsuleAfter },
  AskHandoverQuestionSuccess: { capsule: capsuleAfter },
  AnswerHandoverQuestionSuccess: { capsule: capsuleAfter },
  Mutation: {
    addHandoverItem: async (_root, { input }, { actor, learning }) =>
      toResult(
        'AddHandoverItemSuccess',
        await learning.addHandoverItem(actor, {
          capsuleId: toId(input.capsuleId),
          section: input.section,
          content: toContent(input.item),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        withItem,
      ),
    editHandoverItem: async (_root, { input }, { actor, learning }) =>
      toResult(
        'EditHandoverItemSuccess',
        await learning.editHandoverItem(actor, {
          itemId: toId(input.itemId),
          version: input.version,
          content: toContent(input.item),
        }),
        withItem,
      ),
    removeHandoverItem: async (_root, { input }, { actor, learning }) =>
      toResult(
        'RemoveHandoverItemSuccess',
        await learning.removeHandoverItem(actor, { itemId: toId(input.itemId) }),
        withCapsule,
      ),
    setHandoverSection: async (_root, { input }, { actor, learning }) =>
      toResult(
        'SetHandoverSectionSuccess',
        await learning.setHandoverSection(actor, { ...input, capsuleId: toId(input.capsuleId) }),
        withCapsule,
      ),
    tickHandoverItem: async (_root, { input }, { actor, learning }) =>
      toResult(
        'TickHandoverItemSuccess',
        await learning.tickHandoverItem(actor, { ...input, itemId: toId(input.itemId) }),
        withItem,
      ),
    askHandoverQuestion: async (_root, { input }, { actor, learning }) =>
      toResult(
        'AskHandoverQuestionSuccess',
        await learning.askHandoverQuestion(actor, {
          capsuleId: toId(input.capsuleId),
          words: input.words,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        withQuestion,
      ),
    answerHandoverQuestion: async (_root, { input }, { actor, learning }) =>
      toResult(
        'AnswerHandoverQuestionSuccess',
        await learning.answerHandoverQuestion(actor, { ...input, questionId: toId(input.questionId) }),
        withQuestion,
      ),
  },
};

function toContent({ title, words, link }: HandoverItemInput): ItemContent {
  return { title, words: words ?? '', link: link == null || link.trim() === '' ? undefined : link };
}
