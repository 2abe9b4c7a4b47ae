import { expect } from '@jest/globals';
import type { TestService } from '@guildhall/testing';

/** What a mutation answered. */
export type Answer = {
  readonly __typename: string;
  readonly message?: string;
  readonly fields?: readonly { readonly path: string; readonly rule: string }[];
  readonly candidate?: { readonly id: string; readonly status: string };
  readonly complaint?: { readonly id: string };
};

const typeOf = (mutation: string): string => mutation.charAt(0).toUpperCase() + mutation.slice(1);
const candidate =
  'candidate { id name status statusReason nominationCount statements { language text } appeal { text isGranted reason } viewerActions }';
const complaint = 'complaint { id text status ruling viewerActions candidate { id } }';
const success: Readonly<Record<string, string>> = {
  complainAboutElection: complaint,
  ruleOnElectionComplaint: complaint,
};

/** Which results can have broken fields. */
const withFields: ReadonlySet<string> = new Set([
  'nominateCandidate',
  'editStatement',
  'screenCandidate',
  'disqualifyCandidate',
  'appealCandidacy',
  'decideCandidacyAppeal',
  'complainAboutElection',
  'ruleOnElectionComplaint',
]);

/** Sends a mutation about a candidacy or a complaint as somebody, and gives what it answered. */
export async function act(
  test: TestService,
  subject: string | undefined,
  mutation: string,
  input: object,
): Promise<Answer> {
  const type = typeOf(mutation);
  const fields = withFields.has(mutation) ? '... on ValidationError { fields { path rule } }' : '';
  const { data, errors } = await test.run(
    subject,
    `mutation ($input: ${type}Input!) { answer: ${mutation}(input: $input) { __typename ... on UserError { message } ${fields}
       ... on ${type}Success { ${success[mutation] ?? candidate} } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data?.['answer'] as Answer;
}
