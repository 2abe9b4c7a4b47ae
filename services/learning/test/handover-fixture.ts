import { randomUUID } from 'node:crypto';
import type { AggregateName, EventType, ReceivedEvent } from '@guildhall/events';
import type { PositionKind } from '@guildhall/kernel';
import { waitFor, type TestClock, type TestService } from '@guildhall/testing';
import { ask } from './ask.js';
import type { Fixture, TestMember } from './fixture.js';

const day = 86_400_000;
const sources: Partial<Record<AggregateName, string>> = { GroupCalendar: 'activities' };

/** One event as its owner sends it. */
export function eventOf(
  aggregate: AggregateName,
  name: EventType,
  { subject, sequence = 1, data }: { readonly subject: string; readonly sequence?: number; readonly data: object },
): ReceivedEvent {
  const source = sources[aggregate] ?? 'membership';
  return {
    specversion: '1.0',
    id: randomUUID(),
    type: `guildhall.${source}.${name}.v1`,
    source: source as ReceivedEvent['source'],
    time: '2026-10-05T09:00:00.000Z',
    subject,
    aggregate,
    sequence,
    datacontenttype: 'application/json',
    name,
    data,
  };
}

/** A mandate as a test gives one; days are counted from the clock. */
export type TestMandate = {
  readonly member: TestMember;
  readonly groupId?: string | null;
  readonly positionId?: string;
  readonly kind?: PositionKind;
  readonly constituencyId?: string;
  readonly from: number;
  readonly to: number;
};

/** An election that gave somebody an office that somebody else held. */
export type Succession = {
  readonly capsuleId: string;
  readonly groupId: string;
  readonly outgoing: TestMember;
  readonly successor: TestMember;
  readonly oldMandate: string;
  readonly newMandate: string;
};

/** What tests of handovers start from: people, groups, mandates and elections, told as membership tells them. */
export class HandoverFixture {
  #people = 0;

  constructor(
    private readonly test: TestService,
    private readonly fixture: Fixture,
    private readonly clock: TestClock,
  ) {}

  /** A day so many days from the clock. */
  at(days: number): Date {
    return new Date(this.clock.now().getTime() + days * day);
  }

  person(name: string): Promise<TestMember> {
    this.#people += 1;
    return this.fixture.member(`${name}-${this.#people}`);
  }

  /** The event of a mandate that begins. */
  started(mandateId: string, given: TestMandate, sequence = 1): ReceivedEvent {
    return this.#mandateEvent('MandateStarted', mandateId, { given, sequence });
  }

  /** The event of a mandate that was given and waits for training. */
  given(mandateId: string, given: TestMandate): ReceivedEvent {
    return this.#mandateEvent('MandateGiven', mandateId, { given, sequence: 1 });
  }

  #mandateEvent(
    name: 'MandateStarted' | 'MandateGiven',
    mandateId: string,
    { given, sequence }: { readonly given: TestMandate; readonly sequence: number },
  ): ReceivedEvent {
    const { member, groupId = null, kind = 'PRESIDENT', from, to, ...more } = given;
    return eventOf('Mandate', name, {
      subject: mandateId,
      sequence,
      data: {
        mandateId,
        memberId: member.id,
        groupId,
        kind,
        constituencyId: more.constituencyId ?? null,
        ...(more.positionId !== undefined && { positionId: more.positionId }),
        from: this.at(from).toISOString(),
        to: this.at(to).toISOString(),
      },
    });
  }

  /** The event of a declared election. */
  declared(mandateIds: readonly string[], electionId: string = randomUUID()): ReceivedEvent {
    const data = { electionId, contestId: randomUUID(), mandateIds, declaredAt: this.clock.now().toISOString() };
    return eventOf('Declaration', 'ElectionDeclared', { subject: electionId, data });
  }

  /** Gives a mandate and waits until it is known. */
  async mandate(given: TestMandate): Promise<string> {
    const mandateId = randomUUID();
    await this.test.service.receive([this.started(mandateId, given)]);
    await waitFor('the mandate', async () => (await this.count('mandate_term where mandate_id = $1', mandateId)) === 1);
    return mandateId;
  }

  /** Ends a mandate and waits until that is known. */
  async end(mandateId: string, endedAt: Date): Promise<void> {
    const data = { mandateId, endedAt: endedAt.toISOString() };
    await this.test.service.receive([eventOf('Mandate', 'MandateEnded', { subject: mandateId, sequence: 2, data })]);
    await waitFor('its end', async () => {
      const rows: { ends_at: Date }[] = await this.test.dataSource.query(
        'select ends_at from mandate_term where mandate_id = $1',
        [mandateId],
      );
      return rows[0]?.ends_at.getTime() === endedAt.getTime();
    });
  }

  /** Declares an election and waits until it is known. */
  async declare(...mandateIds: readonly string[]): Promise<void> {
    await this.test.service.receive([this.declared(mandateIds)]);
    await waitFor('the declaration', async () => {
      const known = await Promise.all(mandateIds.map((id) => this.count('declared_mandate where mandate_id = $1', id)));
      return known.every((count) => count === 1);
    });
  }

  /** An office that goes from one to another in thirty days, with its handover. */
  async succession(changes: Partial<TestMandate> = {}): Promise<Succession> {
    const outgoing = await this.person('olu');
    const successor = await this.person('sam');
    const office = { groupId: randomUUID() as string, positionId: randomUUID() as string, ...changes };
    const oldMandate = await this.mandate({ ...office, member: outgoing, from: -335, to: 30 });
    const newMandate = await this.mandate({ ...office, member: successor, from: 30, to: 395 });
    await this.declare(newMandate);
    const capsuleId = await this.capsuleOf(newMandate);
    if (capsuleId === undefined) throw new Error('the election opened no handover');
    return { capsuleId, groupId: office.groupId ?? '', outgoing, successor, oldMandate, newMandate };
  }

  async capsuleOf(mandateId: string): Promise<string | undefined> {
    const rows: { id: string }[] = await this.test.dataSource.query(
      'select id from handover_capsule where mandate_id = $1',
      [mandateId],
    );
    return rows[0]?.id;
  }

  /** Notices about a handover, oldest first. */
  async told(capsuleId: string): Promise<readonly { notice: string; memberIds: readonly string[] }[]> {
    return this.test.dataSource.query(
      `select data->>'notice' as notice, data->'memberIds' as "memberIds" from outbox_event
       where name = 'LearningNotice' and data->>'aboutId' = $1 order by position`,
      [capsuleId],
    );
  }

  async count(from: string, ...parameters: readonly unknown[]): Promise<number> {
    const [row]: { count: number }[] = await this.test.dataSource.query(`select count(*)::int as count from ${from}`, [
      ...parameters,
    ]);
    return row?.count ?? 0;
  }

  /** Reads fields of a handover as somebody; null when it is hidden. */
  async read<T>(who: TestMember | undefined, capsuleId: string, fields: string): Promise<T | null> {
    const { handoverCapsule } = await ask<{ handoverCapsule: T | null }>(
      this.test,
      who?.subject,
      `query ($id: ID!) { handoverCapsule(id: $id) { ${fields} } }`,
      { id: capsuleId },
    );
    return handoverCapsule;
  }

  /** Sends a mutation as somebody and returns its answer. */
  async act(who: TestMember | undefined, name: string, input: object): Promise<HandoverAnswer> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const own = /Item$/.test(name) && name !== 'removeHandoverItem' ? 'item { id version title tickedAt }' : '';
    const question = name.endsWith('Question') ? 'question { id words answer }' : '';
    const problems = /^(add|edit|ask|answer)/.test(name) ? '... on ValidationError { fields { path rule } }' : '';
    const answers = await ask<Readonly<Record<string, HandoverAnswer>>>(
      this.test,
      who?.subject,
      `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on UserError { message } ${problems}
         ... on ${type}Success { ${own} ${question} capsule { id status viewerActions } } } }`,
      { input },
    );
    const answer = answers[name];
    if (answer === undefined) throw new Error(`no answer to ${name}`);
    return answer;
  }

  /** Writes every part of a handover, an account among them, and says that the rest holds nothing. */
  async fill({ capsuleId, outgoing }: Pick<Succession, 'capsuleId' | 'outgoing'>): Promise<string> {
    for (const section of ['CONTACTS', 'DECISIONS', 'OPEN_MATTERS', 'ADVICE'])
      await this.act(outgoing, 'setHandoverSection', { capsuleId, section, hasNothing: true });
    const item = { title: 'The mailbox', words: 'Omar owns it.' };
    const added = await this.act(outgoing, 'addHandoverItem', { capsuleId, section: 'ACCOUNTS', item });
    return added.item?.id ?? '';
  }
}

/** What a mutation of handovers answers. */
export type HandoverAnswer = {
  readonly __typename: string;
  readonly message?: string;
  readonly fields?: readonly { path: string; rule: string }[];
  readonly item?: {
    readonly id: string;
    readonly version: number;
    readonly title: string;
    readonly tickedAt: string | null;
  };
  readonly question?: { readonly id: string; readonly words: string; readonly answer: string | null };
  readonly capsule?: { readonly id: string; readonly status: string; readonly viewerActions: readonly string[] };
};
