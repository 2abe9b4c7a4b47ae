import { describe, expect, it } from '@jest/globals';
import { commitmentOf } from '@guildhall/lot';
import { countPapers, formatVotes, readBallotFile, writeBallotFile, type BallotFile, type Count } from '@guildhall/stv';
import { readPublishedCount, type PublishedContest } from './published-contest.js';
import { recountContest } from './recount-contest.js';

const seed = 'a seed that nobody knew before';
const seedCommitment = commitmentOf(seed);
const ids = ['id-ada', 'id-bo', 'id-cy', 'id-di', 'id-ron'];

/** 98 ballots: a surplus, two exclusions, somebody who withdrew, and blank ballots. */
const file: BallotFile = {
  title: 'Committee',
  seats: 2,
  candidates: ['Ada', 'Bo', 'Cy', 'Di', 'Re-open nominations'],
  withdrawn: [2],
  ballots: [
    { preferences: [0, 1], papers: 40 },
    { preferences: [2, 1], papers: 6 },
    { preferences: [1, 0], papers: 10 },
    { preferences: [3, 4], papers: 22 },
    { preferences: [2, 3, 0], papers: 6 },
    { preferences: [4], papers: 8 },
    { preferences: [2], papers: 2 },
    { preferences: [], papers: 4 },
  ],
};

const named = (id: string) => ({ id });

/** As the graph would give what a count gave. */
function publish(count: Count, withdrawn: readonly string[]): PublishedContest {
  return {
    seats: count.seats,
    candidates: ['id-refused', ...ids].map((id) => ({ id, isReopen: id === 'id-ron' })),
    result: {
      valid: count.valid,
      blank: count.blank,
      quota: formatVotes(count.quota),
      elected: count.elected.map(named),
      emptySeats: count.seats - count.elected.length,
      passedOver: withdrawn.map(named),
      stages: count.stages.map((stage) => ({
        number: stage.number,
        kind: stage.kind,
        from: stage.from === undefined ? null : named(stage.from),
        share: stage.share
          ? { surplus: formatVotes(stage.share.surplus), total: formatVotes(stage.share.total) }
          : null,
        votes: stage.votes.map((votes, place) => ({
          candidate: named(count.candidates[place] ?? ''),
          votes: formatVotes(votes),
        })),
        nonTransferable: formatVotes(stage.nonTransferable),
        lost: formatVotes(stage.lost),
        elected: stage.elected.map(named),
        tie: stage.tie
          ? {
              between: stage.tie.between.map(named),
              chosen: named(stage.tie.chosen),
              decidedAtStage: stage.tie.decidedAtStage ?? null,
            }
          : null,
      })),
    },
  };
}

const withdrawn = ['id-cy'];
const count = countPapers(
  file.ballots.map(({ preferences, papers }) => ({ ballot: preferences.map((place) => ids[place] ?? ''), papers })),
  { candidates: ids, ron: 'id-ron', withdrawn, seats: 2, seed },
);
const published = publish(count, withdrawn);
const text = writeBallotFile(file);
const recount = (contest: PublishedContest, ballots = text) =>
  recountContest(contest, ballots, { seed, seedCommitment });

/** What was published, with one thing of its result another. */
const changed = (changes: Partial<PublishedContest['result']>): PublishedContest => ({
  ...published,
  result: { ...published.result, ...changes },
});

/** What was published, with one thing of one stage another. */
const changedStage = (number: number, changes: Partial<PublishedContest['result']['stages'][number]>) =>
  changed({
    stages: published.result.stages.map((stage) => (stage.number === number ? { ...stage, ...changes } : stage)),
  });

describe('a recount of a contest', () => {
  it('finds an honest result equal, figure by figure', () => {
    expect(recount(published)).toEqual({
      isEqual: true,
      keepsCommitment: true,
      difference: undefined,
      fault: undefined,
      count,
    });
    expect(count.stages.map(({ kind }) => kind)).toEqual(['FIRST_PREFERENCES', 'SURPLUS', 'EXCLUSION', 'EXCLUSION']);
    expect(count.elected).toEqual(['id-ada', 'id-di']);
  });

  it('draws the lot of a tie again, and is not fooled by who is said to have been drawn', () => {
    const tied = ['id-ada', 'id-bo', 'id-cy'];
    const lots = countPapers(
      tied.map((id) => ({ ballot: [id], papers: 2 })),
      { candidates: ids, ron: 'id-ron', seats: 1, seed },
    );
    const ballots = tied.map((_id, place) => ({ preferences: [place], papers: 2 }));
    const tiedFile = writeBallotFile({ ...file, withdrawn: [], seats: 1, ballots });
    const honest = publish(lots, []);
    expect(lots.stages.some(({ tie }) => tie !== undefined && tie.decidedAtStage === undefined)).toBe(true);
    expect(recount(honest, tiedFile).isEqual).toBe(true);
    const other = recountContest(honest, tiedFile, { seed: 'north wind', seedCommitment: commitmentOf('north wind') });
    expect(other).toMatchObject({ isEqual: false, keepsCommitment: true, difference: { fact: 'FROM' } });
  });

  it('reads a published result exactly', () => {
    expect(readPublishedCount(published)).toEqual(count);
  });

  it('tells the first difference: a single hundred-thousandth of one candidate at one stage', () => {
    const [second] = published.result.stages.slice(1);
    const votes = second?.votes.map((one) => (one.candidate.id === 'id-bo' ? { ...one, votes: '27.00000' } : one));
    expect(recount(changedStage(2, votes ? { votes } : {}))).toMatchObject({
      isEqual: false,
      keepsCommitment: true,
      difference: { fact: 'VOTES', stage: 2, candidateId: 'id-bo', published: '27.00000' },
    });
  });

  it('is not fooled by votes under another name, wherever in the list they stand', () => {
    const [third] = published.result.stages.slice(2);
    const exchanged = (third?.votes ?? []).map(({ votes }, place, all) => ({
      candidate: all.at(-1 - place)?.candidate ?? named(''),
      votes,
    }));
    expect(recount(changedStage(3, { votes: exchanged }))).toMatchObject({ difference: { fact: 'VOTES', stage: 3 } });
    expect(recount(changedStage(3, { votes: third?.votes.toReversed() ?? [] })).isEqual).toBe(true);
    expect(recount(changedStage(3, { votes: third?.votes.slice(1) ?? [] })).fault?.reason).toBe('PUBLISHED_FIGURE');
  });

  const reversed = published.result.stages.map((stage) => ({ ...stage, votes: stage.votes.toReversed() }));
  it.each<[string, PublishedContest, number | undefined]>([
    ['CANDIDATES', changed({ stages: reversed }), undefined],
    ['VALID', changed({ valid: 101 }), undefined],
    ['BLANK', changed({ blank: 5 }), undefined],
    ['QUOTA', changed({ quota: '34.00001' }), undefined],
    ['STAGES', changed({ stages: published.result.stages.slice(0, -1) }), undefined],
    ['KIND', changedStage(3, { kind: 'SURPLUS' }), 3],
    ['FROM', changedStage(4, { from: named('id-di') }), 4],
    ['SHARE', changedStage(2, { share: { surplus: '18.00000', total: '51.00000' } }), 2],
    ['NON_TRANSFERABLE', changedStage(4, { nonTransferable: '0.00000' }), 4],
    ['LOST', changedStage(2, { lost: '0.00001' }), 2],
    ['ELECTED_AT_STAGE', changedStage(1, { elected: [] }), 1],
    ['TIE', changedStage(1, { tie: { between: [], chosen: named('id-bo') } }), 1],
    ['ELECTED', changed({ elected: ['id-ada', 'id-bo'].map(named) }), undefined],
    ['EMPTY_SEATS', changed({ emptySeats: 1 }), undefined],
  ])('is not fooled by another %s', (fact, contest, stage) => {
    expect(recount(contest)).toMatchObject({ isEqual: false, fault: undefined, difference: { fact, stage } });
  });

  it('is not fooled by one ballot more, fewer or changed', () => {
    for (const first of [39, 41])
      expect(recount(published, text.replace('\n40 1 2 0', `\n${first} 1 2 0`)).isEqual).toBe(false);
    expect(recount(published, text.replace('\n10 2 1 0', '\n10 4 1 0')).difference).toMatchObject({ stage: 1 });
  });

  it('is not fooled by a seed that was chosen afterwards, even where the result fits it', () => {
    const other = recountContest(published, text, { seed, seedCommitment: commitmentOf('the seed that was promised') });
    expect(other).toMatchObject({ isEqual: false, keepsCommitment: false, difference: undefined });
  });

  it.each([
    ['BALLOT_FILE', published, text.replace('\n0\n', '\n')],
    ['CONTEST', published, writeBallotFile({ ...readBallotFile(text), candidates: [...file.candidates, 'Eve'] })],
    ['CONTEST', changed({ passedOver: ['id-cy', 'id-bo'].map(named) }), text],
    ['CONTEST', published, writeBallotFile({ ...readBallotFile(text), seats: 3 })],
    ['CONTEST', published, writeBallotFile({ ...readBallotFile(text), withdrawn: [] })],
    ['PUBLISHED_FIGURE', changed({ quota: '34' }), text],
  ])('says why there is nothing to compare: %s', (reason, contest, ballots) => {
    expect(recount(contest, ballots)).toMatchObject({ isEqual: false, count: undefined, fault: { reason } });
  });
});
