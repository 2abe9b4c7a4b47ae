import { err, notFound, ok, toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of receipts: cases for whoever holds their codes. */
export const receiptResolvers: Resolvers = {
  Mutation: {
    openAnonymousCase: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'OpenAnonymousCaseSuccess',
        await advocacy.openAnonymousCase(actor, {
          ...input,
          otherParties: input.otherParties ?? [],
          isInDanger: input.isInDanger ?? undefined,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        ({ code }) => ({ code }),
      ),
    readReceipt: async (_root, { input }, { read }) => {
      const { after } = readPageRequest({ after: input.after }, ['instant', 'id']);
      const receipt = await read.receipts.read(input.code, after);
      return toResult(
        'ReadReceiptSuccess',
        receipt === undefined ? err(notFound('Receipt')) : ok(receipt),
        (found) => ({
          receipt: found,
        }),
      );
    },
    postReceiptMessage: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'PostReceiptMessageSuccess',
        await advocacy.postReceiptMessage(actor, { ...input, idempotencyKey: input.idempotencyKey ?? undefined }),
        ({ sentAt }) => ({ sentAt }),
      ),
    consentByReceipt: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ConsentByReceiptSuccess',
        await advocacy.consentByReceipt(actor, {
          code: input.code,
          referralId: toId(input.referralId),
          fieldIds: input.fieldIds.map((id) => toId(id)),
        }),
        ({ referral }) => ({ status: referral.status }),
      ),
    withdrawConsentByReceipt: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'WithdrawConsentByReceiptSuccess',
        await advocacy.withdrawConsentByReceipt(actor, { code: input.code, referralId: toId(input.referralId) }),
        ({ referral }) => ({ status: referral.status }),
      ),
    closeCaseByReceipt: async (_root, { input }, { actor, advocacy }) =>
      toResult('CloseCaseByReceiptSuccess', await advocacy.closeCaseByReceipt(actor, input), ({ status }) => ({
        status,
      })),
    withdrawCaseByReceipt: async (_root, { input }, { actor, advocacy }) =>
      toResult('WithdrawCaseByReceiptSuccess', await advocacy.withdrawCaseByReceipt(actor, input), ({ status }) => ({
        status,
      })),
    claimCase: async (_root, { input }, { actor, advocacy }) =>
      toResult('ClaimCaseSuccess', await advocacy.claimCase(actor, input), (item) => ({ case: item })),
    takeReceipt: async (_root, { input }, { actor, advocacy }) =>
      toResult('TakeReceiptSuccess', await advocacy.takeReceipt(actor, { caseId: toId(input.caseId) }), ({ code }) => ({
        code,
      })),
  },
  Case: {
    receiptMadeAt: async ({ id }, _args, { viewer, read }) => (await read.receiptRows.findMadeAt(viewer, id)) ?? null,
  },
  Receipt: {
    matter: ({ item }) => item.matter,
    stage: ({ item }) => item.stage,
    status: ({ item }) => item.status,
    openedAt: ({ item }) => item.openedAt,
    closedAt: ({ item }) => item.closedAt ?? null,
    outcome: ({ item }) => item.outcome ?? null,
    outcomeSummary: ({ outcomeSummary }) => outcomeSummary ?? null,
    narrative: ({ narrative }) => narrative ?? null,
  },
  ReceiptMessage: {
    body: ({ body }) => body ?? null,
  },
  ReceiptReferral: {
    id: ({ file }) => file.referral.id,
    department: ({ department }) => department?.name ?? null,
    status: ({ file }) => file.referral.status,
    sentAt: ({ file }) => file.referral.sentAt ?? null,
    answer: ({ answer }) => answer ?? null,
  },
  ReceiptReferralField: {
    name: ({ name }) => name ?? null,
    value: ({ value }) => value ?? null,
  },
};
