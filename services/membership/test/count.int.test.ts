import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countPapers, readBallotFile } from '@guildhall/stv';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { CandidateId } from '../src/candidate/candidate.js';
import { createCounter } from '../src/count/contest-counter.worker.js';
import { countTask } from '../src/count/count-contest.thread.js';
import { recountContest } from '../src/count/use-cases/recount-contest.js';
import {
  closedContest,
  count,
  makeProvisional,
  recount,
  seed,
  seedCommitment,
  takeOut,
  type Cast,
  type ClosedContest,
} from './counted-contest.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
const now = new Date(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  await fixture.member('ada');
});
afterAll(() => test.stop());

/** The first golden test of the domain, with two blank ballots and one that could not be read. */
const golden: readonly Cast[] = [
  [40, 'AB'],
  [22, 'C'],
  [20, 'BC'],
  [12, 'ACB'],
  [6, 'R'],
  [2, ''],
  [1, undefined],
];

const stageFields = `number kind from { name } share { surplus total } votes { candidate { name } votes } nonTransferable lost
  elected { name } tie { between { name } chosen { name } decidedAtStage }`;
const resultFields = `countedAt countNumber valid blank spoilt quota emptySeats elected { name } passedOver { name }
  stages { ${stageFields} } turnoutParts { faculty electorate cast }`;
const query = (fields: string) =>
  `query ($id: ID!) { election(id: $id) { seed seedCommitment contests { result { ${fields} } } } }`;

type Named = { name: string };
type Result = {
  countNumber: number;
  countedAt: string;
  ballotFile: string | null;
  elected: readonly Named[];
  passedOver: readonly Named[];
  stages: readonly {
    from: Named | null;
    votes: readonly { candidate: Named; votes: string }[];
    tie: { between: readonly Named[]; chosen: Named; decidedAtStage: number | null } | null;
  }[];
  turnoutParts: readonly { faculty: string; electorate: number; cast: number }[];
};

/** The name of a candidate. */
const nameOf = ({ ids }: ClosedContest, id: string): string => [...ids].find(([, one]) => one === id)?.[0] ?? '';

/** What somebody is told of the result of the one contest of an election. */
async function resultOf(subject: string | undefined, contest: ClosedContest, fields = resultFields) {
  const { data, errors } = await test.run(subject, query(fields), { id: contest.electionId });
  expect(errors).toBeUndefined();
  const election = data?.['election'] as { contests: readonly { result: Result | null }[] };
  return election.contests[0]?.result ?? null;
}

const letters = (named: readonly Named[]): string => named.map(({ name }) => name.at(-1)).join('');
const votesAt = (result: Result | null, stage: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (result?.stages[stage - 1]?.votes ?? []).map(({ candidate, votes }) => [candidate.name.at(-1), votes]),
  );

describe('the result of a contest', () => {
  it('is nothing for anybody until the whole election is counted, and then for everybody the same', async () => {
    const contest = await closedContest(test, fixture, { ballots: golden, seats: 2 });
    expect(await resultOf('ada', contest)).toBeNull();
    await count(test, contest, now);
    expect(await resultOf('ada', contest)).toBeNull();
    expect(await resultOf(undefined, contest)).toBeNull();
    await makeProvisional(test, contest);
    const told = await resultOf(undefined, contest);
    expect(told).toMatchObject({ valid: 100, blank: 2, spoilt: 1, quota: '34.00000', emptySeats: 0, countNumber: 1 });
    expect(await resultOf('ada', contest)).toEqual(told);
  });

  it('tells every figure of every stage exactly', async () => {
    const contest = await closedContest(test, fixture, { ballots: golden, seats: 2 });
    await count(test, contest, now);
    await makeProvisional(test, contest);
    const told = await resultOf('ada', contest);
    expect(told?.countedAt).toBe(now.toISOString());
    expect(letters(told?.elected ?? [])).toBe('AB');
    expect(votesAt(told, 1)).toEqual({ A: '52.00000', B: '20.00000', C: '22.00000', R: '6.00000' });
    expect(votesAt(told, 2)).toEqual({ A: '34.00000', B: '33.84600', C: '26.15380', R: '6.00000' });
    expect(votesAt(told, 4)['B']).toBe('37.99980');
    expect(told?.stages[1]).toMatchObject({
      number: 2,
      kind: 'SURPLUS',
      from: { name: 'Candidate A' },
      share: { surplus: '18.00000', total: '52.00000' },
      nonTransferable: '0.00000',
      lost: '0.00020',
      elected: [],
      tie: null,
    });
    expect(told?.stages[2]).toMatchObject({ kind: 'EXCLUSION', from: { name: 'Candidate R' }, share: null });
    expect(told?.stages[3]).toMatchObject({ elected: [{ name: 'Candidate B' }] });
  });

  it('stays readable when the election is halted or voided after it', async () => {
    const contest = await closedContest(test, fixture, { ballots: golden, seats: 2 });
    await count(test, contest, now);
    await makeProvisional(test, contest);
    for (const [status, resumesTo] of [
      ['SUSPENDED', 'PROVISIONAL'],
      ['VOIDED', null],
    ]) {
      await test.dataSource.query(
        `update election set status = $2, resumes_to = $3, status_reason = 'A doubt.' where id = $1`,
        [contest.electionId, status, resumesTo],
      );
      expect(await resultOf(undefined, contest)).toMatchObject({ valid: 100, countNumber: 1 });
    }
  });

  it('reopens the seat when re-open nominations wins, as in the second example of the domain', async () => {
    const ballots: readonly Cast[] = [
      [45, 'R'],
      [30, 'AR'],
      [25, 'BRA'],
    ];
    const contest = await closedContest(test, fixture, { ballots, letters: 'AB' });
    await count(test, contest, now);
    await makeProvisional(test, contest);
    expect(await resultOf('ada', contest)).toMatchObject({ quota: '51.00000', elected: [], emptySeats: 1 });
  });

  it('is told of a contest in which nobody voted', async () => {
    const contest = await closedContest(test, fixture, { ballots: [], seats: 2 });
    await count(test, contest, now);
    await makeProvisional(test, contest);
    expect(await resultOf('ada', contest, `${resultFields} ballotFile`)).toMatchObject({
      valid: 0,
      blank: 0,
      elected: [],
      emptySeats: 2,
      ballotFile: null,
    });
  });

  it('tells a tie and the lot that broke it, which the seed draws again', async () => {
    const ballots: readonly Cast[] = [
      [4, 'A'],
      [4, 'B'],
      [4, 'C'],
    ];
    const contest = await closedContest(test, fixture, { ballots });
    const { stages } = await count(test, contest, now);
    await makeProvisional(test, contest);
    const told = await resultOf('ada', contest);
    const tied = told?.stages.find(({ tie }) => tie?.between.length === 3);
    expect(letters(tied?.tie?.between ?? [])).toBe('ABC');
    expect(tied?.tie).toMatchObject({ chosen: tied?.from, decidedAtStage: null });
    const ids = [...contest.ids.values()];
    const papers = ['A', 'B', 'C'].map((letter) => ({ ballot: [contest.ids.get(letter) ?? ''], papers: 4 }));
    const again = countPapers(papers, { candidates: ids, ron: contest.ids.get('R') ?? '', seats: 1, seed });
    expect(again.stages).toEqual(stages);
    const { data } = await test.run('ada', query('valid'), { id: contest.electionId });
    expect(data?.['election']).toMatchObject({ seed, seedCommitment });
  });
});

describe('the ballot file of a contest', () => {
  it('has all ballots that could be read, in an order that tells nothing, and no receipt or id', async () => {
    const contest = await closedContest(test, fixture, { ballots: golden, seats: 2 });
    const { stages } = await count(test, contest, now);
    expect(await resultOf('ada', contest, 'ballotFile')).toBeNull();
    await makeProvisional(test, contest);
    const text = (await resultOf(undefined, contest, 'ballotFile'))?.ballotFile ?? '';
    const file = readBallotFile(text);
    expect(file).toMatchObject({
      seats: 2,
      withdrawn: [],
      candidates: ['A', 'B', 'C', 'R'].map((one) => `Candidate ${one}`),
    });
    expect(text.split('\n').slice(1, 7)).toEqual(['2 0', '40 1 2 0', '12 1 3 2 0', '20 2 3 0', '22 3 0', '6 4 0']);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|[0-9a-f]{64}/);
    const ids = [...contest.ids.values()];
    const papers = file.ballots.map(({ preferences, papers: number }) => ({
      ballot: preferences.map((place) => ids[place] ?? ''),
      papers: number,
    }));
    const again = countPapers(papers, { candidates: ids, ron: contest.ids.get('R') ?? '', seats: 2, seed });
    expect(again.stages).toEqual(stages);
  });

  it('is kept back where there are fewer than ten ballots, and told from ten on, blank ones included', async () => {
    const few = await closedContest(test, fixture, { ballots: [[9, 'A']] });
    const enough = await closedContest(test, fixture, {
      ballots: [
        [9, 'A'],
        [1, ''],
      ],
    });
    for (const contest of [few, enough]) {
      await count(test, contest, now);
      await makeProvisional(test, contest);
    }
    expect(await resultOf('ada', few, 'ballotFile valid')).toEqual({ ballotFile: null, valid: 9 });
    expect((await resultOf('ada', enough, 'ballotFile'))?.ballotFile).toContain('\n9 1 0\n');
  });
});

describe('a contest that is counted again', () => {
  it('passes over who stood down, keeps the count before, and says how often it was counted', async () => {
    const contest = await closedContest(test, fixture, { ballots: golden, seats: 2 });
    const first = await count(test, contest, now);
    await makeProvisional(test, contest);
    await takeOut(test, contest, 'A');
    const later = new Date(now.getTime() + 3_600_000);
    await recount(test, contest, later);
    const told = await resultOf('ada', contest, `${resultFields} ballotFile`);
    expect(told).toMatchObject({ countNumber: 2, countedAt: later.toISOString(), valid: 100, blank: 2 });
    expect([letters(told?.elected ?? []), letters(told?.passedOver ?? [])]).toEqual(['BC', 'A']);
    expect(votesAt(told, 1)).toEqual({ B: '60.00000', C: '34.00000', R: '6.00000' });
    expect(readBallotFile(told?.ballotFile ?? '')).toMatchObject({ withdrawn: [0] });
    const kept = await test.dataSource.query(
      'select count_number, elected from count_result where contest_id = $1 order by count_number',
      [contest.contestId],
    );
    expect(kept[0]).toEqual({ count_number: 1, elected: first.elected });
    expect(kept).toHaveLength(2);
  });

  it('comes back when an appeal is granted, as a count of its own', async () => {
    const contest = await closedContest(test, fixture, { ballots: golden, seats: 2 });
    const first = await count(test, contest, now);
    await makeProvisional(test, contest);
    await takeOut(test, contest, 'A');
    await recount(test, contest, now);
    await test.dataSource.query(`update candidate set status = 'STANDING', version = version + 1 where id = $1`, [
      contest.ids.get('A'),
    ]);
    await recount(test, contest, now);
    const told = await resultOf('ada', contest);
    expect([told?.countNumber, letters(told?.elected ?? []), told?.passedOver]).toEqual([3, 'AB', []]);
    expect((await count(test, contest, now)).stages).toEqual(first.stages);
  });

  it('is not counted again where nothing changed, and never before the first count', async () => {
    const contest = await closedContest(test, fixture, { ballots: golden, seats: 2 });
    await takeOut(test, contest, 'C');
    await recount(test, contest, now);
    await makeProvisional(test, contest);
    expect(await resultOf('ada', contest)).toBeNull();
    expect(letters((await count(test, contest, now)).passedOver.map((id) => ({ name: nameOf(contest, id) })))).toBe(
      'C',
    );
    await recount(test, contest, now);
    await count(test, contest, new Date(now.getTime() + 1000));
    expect(await resultOf('ada', contest)).toMatchObject({ countNumber: 1, countedAt: now.toISOString() });
  });

  it('is counted once by two at once, and once for each of two who stand down at once', async () => {
    const contest = await closedContest(test, fixture, { ballots: golden, seats: 2, letters: 'ABCD' });
    const both = await Promise.all([count(test, contest, now), count(test, contest, now)]);
    expect(both.map(({ countNumber }) => countNumber)).toEqual([1, 1]);
    await makeProvisional(test, contest);
    await Promise.all(
      ['C', 'D'].map((letter) =>
        test.dataSource.transaction(async (manager) => {
          await manager.query(`update candidate set status = 'WITHDRAWN', version = version + 1 where id = $1`, [
            contest.ids.get(letter),
          ]);
          await recountContest(createRepositories(manager), contest.contestId, now);
        }),
      ),
    );
    const told = await resultOf('ada', contest);
    expect([told?.countNumber, letters(told?.passedOver ?? [])]).toEqual([3, 'CD']);
  });

  it('is refused where its election is not closed, or over', async () => {
    for (const status of ['VOTING', 'VOIDED']) {
      const contest = await closedContest(test, fixture, { ballots: golden });
      const reason = status === 'VOIDED' ? 'A mistake.' : null;
      await test.dataSource.query('update election set status = $2, status_reason = $3 where id = $1', [
        contest.electionId,
        status,
        reason,
      ]);
      await expect(count(test, contest, now)).rejects.toThrow('a contest is counted when its ballots are opened');
    }
  });
});

describe('a count that was kept', () => {
  it.each([
    ['changed', `update count_result set valid = valid + 1 where contest_id = $1`],
    ['taken away', 'delete from count_result where contest_id = $1'],
    ['emptied', 'truncate count_result'],
  ])('is never %s', async (_name, statement) => {
    const contest = await closedContest(test, fixture, { ballots: golden });
    await count(test, contest, now);
    const parameters = statement.includes('$1') ? [contest.contestId] : [];
    await expect(test.dataSource.query(statement, parameters)).rejects.toMatchObject({
      constraint: 'count_result_is_final',
    });
  });

  it.each([
    ['count_result_elects_at_most_seats', 'elected = candidates'],
    ['count_result_elects_who_stands', 'elected = array[gen_random_uuid()]'],
    ['count_result_passes_over_others', 'passed_over = candidates'],
    ['count_result_valid_counts', 'valid = -1'],
    ['count_result_pk', 'seats = 1'],
  ])('never breaks %s', async (constraint, changed) => {
    const contest = await closedContest(test, fixture, { ballots: golden });
    await count(test, contest, now);
    const [column = '', value = ''] = changed.split(' = ');
    const number = constraint === 'count_result_pk' ? 'count_number' : 'count_number + 1';
    const columns = ['contest_id', 'counted_at', 'seats', 'valid', 'blank', 'spoilt', 'candidates', 'passed_over'];
    const all = [...columns, 'elected', 'stages', 'turnout_parts'];
    const values = all.map((one) => (one === column ? value : one)).join(', ');
    const insert = `insert into count_result (${all.join(', ')}, count_number) select ${values}, ${number}
      from count_result where contest_id = $1`;
    await expect(test.dataSource.query(insert, [contest.contestId])).rejects.toMatchObject({ constraint });
  });
});

describe('turnout by faculty', () => {
  it('tells large faculties, and nothing that would tell of a small one, the same with every count', async () => {
    const contest = await closedContest(test, fixture, { ballots: golden, seats: 2 });
    const faculties = [
      ['Law', 40, 15],
      ['Arts', 30, 12],
      ['Music', 24, 11],
      ['Divinity', 4, 2],
    ] as const;
    for (const [faculty, electorate, cast] of faculties)
      for (let number = 0; number < electorate; number += 1) {
        const { id } = await fixture.member(`${faculty}-${number}`, { faculty });
        await test.dataSource.query('insert into voter_roll_entry values ($1, $2, $3)', [
          contest.contestId,
          id,
          number < cast,
        ]);
      }
    await count(test, contest, now);
    await makeProvisional(test, contest);
    const parts = [
      { faculty: 'Law', electorate: 40, cast: 15 },
      { faculty: 'Arts', electorate: 30, cast: 12 },
    ];
    expect((await resultOf('ada', contest))?.turnoutParts).toEqual(parts);
    await test.dataSource.query(`update member set faculty = 'Law' where faculty = 'Divinity'`);
    await takeOut(test, contest, 'A');
    await recount(test, contest, now);
    expect(await resultOf('ada', contest)).toMatchObject({ countNumber: 2, turnoutParts: parts });
  });
});

describe('reading results', () => {
  it('costs the same number of statements for one contest and for five, with every candidate and every file', async () => {
    const alone = await closedContest(test, fixture, { ballots: golden, seats: 2 });
    const [first, ...others] = await Promise.all(
      Array.from({ length: 5 }, () => closedContest(test, fixture, { ballots: golden, seats: 2, letters: 'ABCDE' })),
    );
    if (first === undefined) throw new Error('there are contests');
    for (const contest of [alone, first, ...others]) await count(test, contest, now);
    for (const [place, { contestId }] of others.entries())
      await test.dataSource.query('update contest set election_id = $2, place = $3 where id = $1', [
        contestId,
        first.electionId,
        place + 2,
      ]);
    for (const contest of [alone, first]) await makeProvisional(test, contest);
    const read = async (contest: ClosedContest) =>
      (await test.countStatements(() => resultOf('ada', contest, `${resultFields} ballotFile`))).length;
    await read(alone);
    expect(await read(first)).toBe(await read(alone));
  });
});

describe('the thread that counts', () => {
  it('comes to what anybody comes to who counts', async () => {
    const ballots = golden.flatMap(([papers, ranked]) =>
      ranked === undefined ? [] : [{ ballot: [...ranked], papers }],
    );
    const ids = ['A', 'B', 'C', 'R'] as CandidateId[];
    const task = { candidates: ids, ron: undefined, withdrawn: [], seats: 2, seed, ballots };
    const count = await createCounter().count(task);
    expect(count).toEqual(countTask(task));
    expect(count.elected).toEqual(['A', 'B']);
  });

  it('ends with an error that tells nothing of a ballot when it cannot count', async () => {
    const task = { candidates: [], ron: undefined, withdrawn: [], seats: 1, seed };
    const counted = createCounter().count({ ...task, ballots: [{ ballot: ['somebody secret'], papers: 1 }] });
    await expect(counted).rejects.toThrow(/^a contest could not be counted$/);
  });
});
