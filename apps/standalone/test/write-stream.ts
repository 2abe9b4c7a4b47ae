import { randomUUID } from 'node:crypto';

/** One write, ready to be sent again under the same key. */
export type Write = {
  readonly subject: string;
  readonly operation: 'joinGroup' | 'registerForActivity' | 'openCase';
  readonly input: Readonly<Record<string, unknown>>;
};

/** What came back: the id that was acknowledged, the codes of typed errors, or nothing when the connection broke. */
export type Outcome = {
  readonly id: string | undefined;
  readonly codes: readonly string[];
  readonly isBroken: boolean;
};

/** Sends one operation over HTTP as somebody; a broken connection is an outcome, anything but a GraphQL answer throws. */
export type Send = (subject: string, query: string, variables: object) => Promise<Answer | undefined>;
type Answer = {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
};

const success = {
  joinGroup: '... on JoinGroupSuccess { group { id } }',
  registerForActivity: '... on RegisterForActivitySuccess { registration { id } }',
  openCase: '... on OpenCaseSuccess { case { id } }',
} as const;

/** Writes once. A refusal by the rules, such as two activities at one time, is an outcome without id and without code. */
export async function writeOnce(send: Send, { subject, operation, input }: Write): Promise<Outcome> {
  const type = `${operation[0]?.toUpperCase()}${operation.slice(1)}Input!`;
  const answer = await send(
    subject,
    `mutation ($input: ${type}) { result: ${operation}(input: $input) { __typename ... on UserError { message } ${success[operation]} } }`,
    { input },
  );
  if (answer === undefined) return { id: undefined, codes: [], isBroken: true };
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions?.code ?? 'no code');
  const result = answer.data?.['result'] as Readonly<Record<string, unknown>> | null | undefined;
  const made = Object.values(result ?? {}).find(
    (value): value is { id: string } => typeof value === 'object' && value !== null && 'id' in value,
  );
  return { id: made?.id, codes, isBroken: false };
}

/** What the writers of a stream sent and heard. */
export type Log = {
  readonly acknowledged: Map<Write, string>;
  readonly unanswered: Write[];
  readonly codes: Set<string>;
};

/**
 * Every person writes one thing after another until told to end or until the connection breaks: first what is given for
 * them, then cases without end. Failures with a code are repeated under the same key, as a client would.
 */
export function startWriting(
  send: Send,
  people: Readonly<Record<string, readonly Write[]>>,
): { readonly log: Log; end(): Promise<void> } {
  const log: Log = { acknowledged: new Map(), unanswered: [], codes: new Set() };
  let hasEnded = false;
  const isOver = (): boolean => hasEnded;
  const write = async (one: Write): Promise<void> => {
    for (;;) {
      const { id, codes, isBroken } = await writeOnce(send, one);
      for (const code of codes) log.codes.add(code);
      if (id !== undefined) return void log.acknowledged.set(one, id);
      if (!isBroken && codes.length === 0) return;
      if (isBroken || isOver()) return void log.unanswered.push(one);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const done = Promise.all(
    Object.entries(people).map(async ([subject, given]) => {
      for (let next = 0; !isOver() && log.unanswered.every((one) => one.subject !== subject); next += 1)
        await write(given[next] ?? newCase(subject));
    }),
  );
  return {
    log,
    async end() {
      hasEnded = true;
      await done;
    },
  };
}

function newCase(subject: string): Write {
  return {
    subject,
    operation: 'openCase',
    input: {
      contactName: subject,
      matter: 'OTHER',
      narrative: 'Written while things break.',
      idempotencyKey: randomUUID(),
    },
  };
}
