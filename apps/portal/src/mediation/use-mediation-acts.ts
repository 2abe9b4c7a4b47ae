import type { MediationActs } from '@guildhall/ui';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction, useIntent } from '../graph/use-action.js';

const decideDocument = graphql(`
  mutation AnswerMediationProposal($input: AnswerMediationProposalInput!) {
    answerMediationProposal(input: $input) {
      __typename
    }
  }
`);

const signDocument = graphql(`
  mutation SignMediationAgreement($input: SignMediationAgreementInput!) {
    signMediationAgreement(input: $input) {
      __typename
    }
  }
`);

const refuseDocument = graphql(`
  mutation RefuseMediation($input: RefuseMediationInput!) {
    refuseMediation(input: $input) {
      __typename
    }
  }
`);

const withdrawDocument = graphql(`
  mutation WithdrawFromMediation($input: WithdrawFromMediationInput!) {
    withdrawFromMediation(input: $input) {
      __typename
    }
  }
`);

const answerDocument = graphql(`
  mutation AnswerMediationFollowUp($input: AnswerMediationFollowUpInput!) {
    answerMediationFollowUp(input: $input) {
      __typename
    }
  }
`);

const writeDocument = withFaults(
  graphql(`
    mutation PostMediationMessage($input: PostMediationMessageInput!) {
      postMediationMessage(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** What a side of a mediation may do, as the pages run it. */
export function useMediationActs(): MediationActs {
  const decide = useAction(decideDocument, (data) => data.answerMediationProposal);
  const sign = useAction(signDocument, (data) => data.signMediationAgreement);
  const refuse = useAction(refuseDocument, (data) => data.refuseMediation);
  const withdraw = useAction(withdrawDocument, (data) => data.withdrawFromMediation);
  const answer = useAction(answerDocument, (data) => data.answerMediationFollowUp);
  const write = useAction(writeDocument, (data) => data.postMediationMessage);
  const intend = useIntent();
  return {
    decide: (mediationId, consents) => decide({ input: { mediationId, consents } }),
    sign: (mediationId, agreementVersion) =>
      intend((idempotencyKey) => sign({ input: { mediationId, agreementVersion, idempotencyKey } })),
    refuse: (mediationId) => refuse({ input: { mediationId } }),
    withdraw: (mediationId) => withdraw({ input: { mediationId } }),
    answer: (mediationId, said) => answer({ input: { mediationId, answer: said } }),
    write: (roomId, body, idempotencyKey) => write({ input: { roomId, body, idempotencyKey } }),
  };
}
