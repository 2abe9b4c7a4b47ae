import { randomUUID } from 'node:crypto';
import { applyPending, type ReceivedEvent } from '@guildhall/events';
import type { SubgraphResponse } from '@guildhall/subgraph';
import { expect } from '@jest/globals';
import { testStart, type TestService } from './start-test-service.js';
import type { TestClock } from './test-clock.js';

const hourMs = 3_600_000;

/** An event whose name nobody knows: no service can ever apply it. It holds words that must not be shown. */
function poison(aggregateId: string): ReceivedEvent {
  return {
    specversion: '1.0',
    id: randomUUID(),
    type: 'guildhall.membership.MemberCrowned.v1',
    source: 'membership',
    time: testStart,
    subject: aggregateId,
    aggregate: 'Member',
    sequence: 1,
    datacontenttype: 'application/json',
    name: 'MemberCrowned',
    data: { words: 'of nobody’s business' },
  };
}

const fields = 'id event aggregate subject source consumer attempts diedAt failure waiting viewerActions';

type Treated = { readonly __typename: string; readonly deadLetter?: { readonly id: string } };

/** Asks one service for its dead letters, by the names that are its own. */
export class DeadLetterDriver {
  constructor(
    private readonly test: TestService,
    private readonly name: string,
    private readonly clock: TestClock,
  ) {}

  /** Lets events come in that can never be applied, and waits until the service has given them up. */
  async bury(count = 1): Promise<readonly string[]> {
    const events = Array.from({ length: count }, () => poison(randomUUID()));
    const { service, dataSource } = this.test;
    await service.receive(events);
    const options = { dataSource, clock: this.clock, handlers: {}, onFailure: () => undefined };
    for (let left = events.length; left > 0;) {
      this.clock.advance(hourMs);
      await applyPending(options);
      const [row]: readonly { count: number }[] = await dataSource.query(
        'select count(*)::int from inbox_event where id = any($1::uuid[]) and dead_at is null',
        [events.map(({ id }) => id)],
      );
      left = row?.count ?? 0;
    }
    return events.map(({ id }) => `${this.name}:${id}`);
  }

  ask(subject: string | undefined, paging = ''): Promise<SubgraphResponse> {
    return this.test.run(
      subject,
      `{ operations { deadLetterDays page: ${this.name}DeadLetters${paging} { edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } } } }`,
    );
  }

  async list(paging = ''): Promise<{
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  }> {
    const { data, errors } = await this.ask('sys', paging);
    expect(errors).toBeUndefined();
    return (data as { operations: { page: never } }).operations.page;
  }

  async treat(subject: string | undefined, verb: 'retry' | 'discard', deadLetterId: string): Promise<Treated> {
    const own = `${verb}${capital(this.name)}DeadLetter`;
    const { data, errors } = await this.test.run(
      subject,
      `mutation ($input: ${capital(own)}Input!) { answer: ${own}(input: $input) { __typename ... on ${capital(own)}Success { deadLetter { id } } ... on UserError { message } } }`,
      { input: { deadLetterId } },
    );
    expect(errors).toBeUndefined();
    return data?.['answer'] as Treated;
  }
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}`;
}
