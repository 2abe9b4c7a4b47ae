import { useEffect, useState } from 'react';
import { useWebConfig, type GraphProblem, type GraphQuery } from '@guildhall/ui';
import type { BallotInclusionQuery, BallotInclusionQueryVariables } from '../generated/graphql.js';
import { inclusionDocument } from './ballot-documents.js';

type Answer = { readonly data?: BallotInclusionQuery; readonly problem?: GraphProblem };

/**
 * Asks for the proofs of a receipt without saying who asks: sent with the session, the question itself would tie a person to
 * a sealed ballot.
 */
export function useInclusion(variables: BallotInclusionQueryVariables): GraphQuery<BallotInclusionQuery> {
  const { gatewayUrl } = useWebConfig();
  const [answer, setAnswer] = useState<Answer>();
  const [attempt, setAttempt] = useState(0);
  const { id, receipt } = variables;
  useEffect(() => {
    let isGone = false;
    void ask(gatewayUrl, { id, receipt }).then((next) => {
      if (!isGone) setAnswer(next);
    });
    return () => {
      isGone = true;
    };
  }, [gatewayUrl, id, receipt, attempt]);
  return {
    data: answer?.data,
    problem: answer?.problem,
    isLoading: answer === undefined,
    isStale: false,
    reload() {
      setAnswer(undefined);
      setAttempt((count) => count + 1);
    },
  };
}

async function ask(gatewayUrl: string, variables: BallotInclusionQueryVariables): Promise<Answer> {
  try {
    const response = await fetch(gatewayUrl, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: inclusionDocument.toString(), variables }),
    });
    const { data, errors } = (await response.json()) as GraphAnswer;
    const [fault] = errors ?? [];
    return fault === undefined ? { data: data ?? undefined } : { problem: { kind: 'refused', ...fault.extensions } };
  } catch {
    return { problem: { kind: navigator.onLine ? 'unreachable' : 'offline' } };
  }
}

type GraphAnswer = {
  readonly data?: BallotInclusionQuery | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string; readonly requestId?: string } }[];
};
