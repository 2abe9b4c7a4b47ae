import { toId } from '@guildhall/kernel';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { Group } from '../src/group/group.js';
import { Fixture, membership } from './fixture.js';

/** An id that nothing has. */
export const missing = '018f0000-0000-7000-8000-000000000000';

/** What was asked of an answer; tests look at it with `toMatchObject`. */
export type Asked = Readonly<Record<string, unknown>>;

const people = ['ada', 'omar', 'otis', 'rosa', 'bea', 'mo', 'lee', 'uma', 'una'] as const;

/** Mutations that check no field. */
const unchecked = new Set([
  'withdrawPost',
  'markAnswered',
  'reactToPost',
  'mutePost',
  'decideRaiseRequest',
  'withdrawPostReply',
]);

/**
 * People who write to each other: ada, rosa and bea in a group that omar and otis lead, mo and lee in none, uma and una
 * officers of the union, rosa a course representative too.
 */
export class Talk {
  #keys = 0;

  readonly test: TestService;
  readonly clock: TestClock;
  readonly fixture: Fixture;
  /** Their ids by name. */
  readonly members: Readonly<Record<string, string>>;
  readonly chess: Group;

  private constructor(made: Pick<Talk, 'test' | 'clock' | 'fixture' | 'members' | 'chess'>) {
    this.test = made.test;
    this.clock = made.clock;
    this.fixture = made.fixture;
    this.members = made.members;
    this.chess = made.chess;
  }

  /** Starts the service with these people in it. */
  static async start(): Promise<Talk> {
    const clock = new TestClock(testStart);
    const test = await startTestService(membership, { clock });
    const fixture = new Fixture(test);
    const made = await Promise.all(people.map((name) => fixture.member(name)));
    const idOf = (name: string) => made.find(({ subject }) => subject === name)?.id ?? toId<'Member'>(missing);
    const chess = await fixture.group('Chess', ['ada', 'omar', 'otis', 'rosa', 'bea'].map(idOf));
    const president = await fixture.position(chess.id, 'PRESIDENT', 2);
    await fixture.mandate(president, idOf('omar'));
    await fixture.mandate(president, idOf('otis'), 2);
    const officer = await fixture.position(undefined, 'UNION_OFFICER', 2);
    await fixture.mandate(officer, idOf('uma'));
    await fixture.mandate(officer, idOf('una'), 2);
    await fixture.mandate(await fixture.position(undefined, 'COURSE_REP'), idOf('rosa'));
    const members = Object.fromEntries(made.map(({ subject, id }) => [subject, id]));
    return new Talk({ test, clock, fixture, members, chess });
  }

  /** A key that was not used before. */
  key(): string {
    this.#keys += 1;
    return `key-${this.#keys}`;
  }

  /** The answer to one mutation. */
  async mutate(who: string | undefined, name: string, input: Asked, fields = '__typename'): Promise<Asked> {
    this.clock.advance(1_000);
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const checks = unchecked.has(name) ? '' : '... on ValidationError { fields { path rule } }';
    const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) {
      __typename ... on ${type}Success { ${fields} } ... on UserError { message } ${checks} } }`;
    const { data, errors } = await this.test.run(who, query, { input });
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '));
    return data?.[name] as Asked;
  }

  /** The answer to one question, by the name of its field. */
  async ask(who: string | undefined, query: string, variables: Asked = {}): Promise<Asked> {
    const { data, errors } = await this.test.run(who, query, variables);
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '));
    return data ?? {};
  }

  /** Writes a post and returns its id; to the whole union without a group. */
  async post(who: string, changes: Asked = {}): Promise<string> {
    const input = {
      kind: 'IDEA',
      language: 'en',
      body: 'A bench by the lake.',
      idempotencyKey: this.key(),
      ...changes,
    };
    const answer = await this.mutate(who, 'publishPost', input, 'post { id }');
    return idIn(answer, 'post');
  }

  /** Writes a reply and returns its id. */
  async reply(who: string, postId: string, body = 'Yes, please.'): Promise<string> {
    const input = { postId, body, language: 'en', idempotencyKey: this.key() };
    return idIn(await this.mutate(who, 'replyToPost', input, 'reply { id }'), 'reply');
  }

  /** Reports something. */
  report(who: string | undefined, subjectId: string, changes: Asked = {}): Promise<Asked> {
    const input = { kind: 'POST', subjectId, reason: 'SPAM', idempotencyKey: this.key(), ...changes };
    return this.mutate(who, 'reportContent', input, 'kind');
  }

  /** The ids of what waits for a moderator, or of what was decided, by what it is about. */
  async queue(who: string | undefined, decided = false): Promise<readonly Asked[]> {
    const { reportedItems } = await this.ask(
      who,
      `query ($decided: Boolean) { reportedItems(decided: $decided, first: 100) { edges { node { id kind state words appeal
         author { displayName } group { name } reports { reason note words } decisions { decision reason by { displayName } }
         viewerActions } } } }`,
      { decided },
    );
    return (reportedItems as { edges: { node: Asked }[] }).edges.map(({ node }) => node);
  }

  /** The item about the words in a moderator's queue. */
  async waiting(who: string, words: string): Promise<Asked> {
    const item = (await this.queue(who)).find((node) => node['words'] === words);
    if (item === undefined) throw new Error(`nothing says "${words}" in the queue of ${who}`);
    return item;
  }

  /** Decides about an item. */
  decide(who: string, itemId: unknown, decision: string, reason = 'Looked at.'): Promise<Asked> {
    return this.mutate(who, 'decideReportedItem', { itemId, decision, reason }, 'item { state viewerActions }');
  }

  /** A post as somebody sees it, or null. */
  async seen(who: string | undefined, id: string): Promise<Asked | null> {
    const { post } = await this.ask(
      who,
      `query ($id: ID!) { post(id: $id) { id kind body status removalReason isCampus isOwn editedAt pinnedUntil isAnswered
         answer { id body } author { displayName } group { name } replyCount supporterCount viewerReactions isMuted
         reactionCounts { kind count } viewerActions
         reactions(first: 100) { edges { node { kind member { displayName } } } }
         replies(first: 100) { edges { node { id body status isOwn editedAt removalReason author { displayName } viewerActions } } }
         raiseRequests { id target status authorNamed viewerActions askedBy { displayName } } } }`,
      { id },
    );
    return post as Asked | null;
  }

  /** The reasons for which somebody was told, of one thing or of any, oldest first. */
  async told(who: string, subjectId?: string): Promise<readonly string[]> {
    const rows: readonly { reason: string }[] = await this.test.dataSource.query(
      'select reason from notification where member_id = $1 and ($2::uuid is null or subject_id = $2) order by told_at, id',
      [this.members[who], subjectId ?? null],
    );
    return rows.map(({ reason }) => reason);
  }

  /** One of the two blocks the other. */
  async block(who: string, whom: string): Promise<void> {
    await this.test.dataSource.query('insert into member_block (blocker_id, blocked_id, since) values ($1, $2, $3)', [
      this.members[who],
      this.members[whom],
      this.clock.now(),
    ]);
  }
}

/** The nodes of a connection inside an answer. */
export function nodes(within: Asked | null, field: string): readonly Asked[] {
  return ((within?.[field] ?? { edges: [] }) as { edges: { node: Asked }[] }).edges.map(({ node }) => node);
}

function idIn(answer: Asked, field: string): string {
  const made = answer[field] as { id: string } | undefined;
  if (made === undefined) throw new Error(`not made: ${JSON.stringify(answer)}`);
  return made.id;
}
