import { expect } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { ContestId } from '../src/contest/contest.js';
import type { Election, ElectionId } from '../src/election/election.js';
import type { Position } from '../src/group/mandate.js';
import type { Member } from '../src/member/member.js';
import { act, type Answer } from './candidacy-acts.js';
import { CandidacyFixture } from './candidacy-fixture.js';
import { Fixture, membership } from './fixture.js';

/** A candidate as a ballot paper shows them. */
export type Seen = {
  readonly name: string;
  readonly status: string | null;
  readonly isReopen: boolean;
  readonly nominators: readonly { readonly id: string }[];
};

/** Who lives in these tests; otto and odile run elections, sys is an admin and holds the second keys. */
const names = ['ada', 'ben', 'cem', 'dot', 'eva', 'fay'] as const;

/** A union of six with an election of one seat, which each test has anew. */
export class CandidacyWorld {
  readonly clock = new TestClock(testStart);
  readonly #members = new Map<string, Member>();
  #test: TestService | undefined;
  #elections: CandidacyFixture | undefined;
  #seat: Position | undefined;
  #electionId: ElectionId | undefined;
  #contestId: ContestId | undefined;

  async start(): Promise<void> {
    this.#test = await startTestService(membership, { clock: this.clock });
    this.#elections = new CandidacyFixture(this.#test);
    for (const name of names) this.#members.set(name, await this.fixture.member(name));
    await this.fixture.appointment('otto', 'RETURNING_OFFICER');
    await this.fixture.appointment('odile', 'RETURNING_OFFICER');
    await this.fixture.appointment('sys', 'ADMIN');
    this.#seat = await this.fixture.position(undefined, 'UNION_OFFICER', 1);
  }

  /** Begins anew with an election that is there. */
  async begin(status: Election['status'] = 'NOMINATIONS'): Promise<void> {
    this.clock.set(testStart);
    this.#electionId = await this.elections.election(status);
    this.#contestId = await this.elections.contest(this.#electionId, there(this.#seat));
  }

  stop = (): Promise<void> => this.test.stop();

  get test(): TestService {
    return there(this.#test);
  }
  get fixture(): Fixture {
    return new Fixture(this.test);
  }
  get elections(): CandidacyFixture {
    return there(this.#elections);
  }
  get electionId(): ElectionId {
    return there(this.#electionId);
  }
  get contestId(): ContestId {
    return there(this.#contestId);
  }

  readonly member = (name: string): Member => there(this.#members.get(name));

  /** Nominates somebody, or oneself when nobody is named. */
  readonly nominate = (who: string, name?: string): Promise<Answer> =>
    act(this.test, who, 'nominateCandidate', {
      contestId: this.contestId,
      ...(name === undefined ? {} : { memberId: this.member(name).id }),
    });

  /** Does something about a candidacy. */
  readonly move = (who: string, mutation: string, candidateId: string, more: object = {}): Promise<Answer> =>
    act(this.test, who, mutation, { candidateId, ...more });

  readonly setStatus = (status: Election['status']): Promise<unknown> =>
    this.test.dataSource.query('update election set status = $2 where id = $1', [this.electionId, status]);

  /** The id of somebody's candidacy in the contest. */
  readonly candidateOf = async (name: string): Promise<string> => {
    const rows: readonly { id: string }[] = await this.test.dataSource.query(
      'select id from candidate where contest_id = $1 and member_id = $2',
      [this.contestId, this.member(name).id],
    );
    return rows[0]?.id ?? '';
  };

  /** Why somebody was told of the election. */
  readonly told = async (name: string): Promise<readonly string[]> => {
    const rows: readonly { reason: string }[] = await this.test.dataSource.query(
      'select reason from notification where member_id = $1 and subject_id = $2 order by told_at, reason',
      [this.member(name).id, this.electionId],
    );
    return rows.map(({ reason }) => reason);
  };

  /** What the contest shows somebody. */
  readonly paper = async (who: string | undefined): Promise<readonly Seen[]> => {
    const { data, errors } = await this.test.run(
      who,
      `query ($id: ID!) { election(id: $id) { contests { candidates {
         name status statusReason isReopen nominationCount nominators { id } appeal { text } viewerActions } } } }`,
      { id: this.electionId },
    );
    expect(errors).toBeUndefined();
    const election = data?.['election'] as { readonly contests: readonly { readonly candidates: readonly Seen[] }[] };
    return election.contests[0]?.candidates ?? [];
  };
}

function there<T>(found: T | undefined): T {
  if (found === undefined) throw new RangeError('not there');
  return found;
}
