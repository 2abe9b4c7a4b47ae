import { useRef } from 'react';
import { useGraphMutation, type MediationActs } from '@guildhall/ui';
import {
  AnswerMediationFollowUpDocument,
  PostMediationMessageDocument,
  RefuseMediationDocument,
  SignMediationAgreementDocument,
  WithdrawFromMediationDocument,
} from '../generated/graphql.js';

/** What the department may do as a side of a mediation, as the page runs it. */
export function useMediationActs(): MediationActs {
  const sign = useGraphMutation(SignMediationAgreementDocument);
  const refuse = useGraphMutation(RefuseMediationDocument);
  const withdraw = useGraphMutation(WithdrawFromMediationDocument);
  const answer = useGraphMutation(AnswerMediationFollowUpDocument);
  const write = useGraphMutation(PostMediationMessageDocument);
  // One signature is one intent, however often it is pressed.
  const signing = useRef<string>(undefined);
  return {
    sign: async (mediationId, agreementVersion) => {
      signing.current ??= crypto.randomUUID();
      const idempotencyKey = signing.current;
      const { data, problem } = await sign({ input: { mediationId, agreementVersion, idempotencyKey } });
      if (problem === undefined) signing.current = undefined;
      return { result: data?.signMediationAgreement, problem };
    },
    refuse: async (mediationId) => {
      const { data, problem } = await refuse({ input: { mediationId } });
      return { result: data?.refuseMediation, problem };
    },
    withdraw: async (mediationId) => {
      const { data, problem } = await withdraw({ input: { mediationId } });
      return { result: data?.withdrawFromMediation, problem };
    },
    answer: async (mediationId, said) => {
      const { data, problem } = await answer({ input: { mediationId, answer: said } });
      return { result: data?.answerMediationFollowUp, problem };
    },
    write: async (roomId, body, idempotencyKey) => {
      const { data, problem } = await write({ input: { roomId, body, idempotencyKey } });
      return { result: data?.postMediationMessage, problem };
    },
  };
}
