import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BallotFileError, readBallotFile, writeBallotFile, type BallotFile } from './index.js';

const small: BallotFile = {
  title: 'President',
  seats: 1,
  candidates: ['Ada', 'Rosa', 'Re-open nominations'],
  withdrawn: [1],
  ballots: [
    { preferences: [1, 0], papers: 2 },
    { preferences: [], papers: 1 },
    { preferences: [0], papers: 3 },
    { preferences: [1, 0], papers: 1 },
  ],
};

const anyFile = fc.integer({ min: 1, max: 12 }).chain((size) => {
  const places = [...Array.from({ length: size }).keys()];
  return fc.record({
    title: fc.string({ unit: 'binary' }),
    seats: fc.integer({ min: 1, max: 20 }),
    candidates: fc.array(fc.string({ unit: 'binary' }), { minLength: size, maxLength: size }),
    withdrawn: fc.subarray(places),
    ballots: fc.array(
      fc.record({ preferences: fc.shuffledSubarray(places), papers: fc.integer({ min: 1, max: 10_000 }) }),
      { maxLength: 40 },
    ),
  });
});

/** What a reader is to find: equal ballots together, in the order of what they rank. */
function canonical({ ballots, ...file }: BallotFile): BallotFile {
  const papers = new Map<string, number>();
  for (const one of ballots) {
    const key = one.preferences.map((place) => String.fromCharCode(65 + place)).join('');
    papers.set(key, (papers.get(key) ?? 0) + one.papers);
  }
  const found = [...papers].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...file,
    ballots: found.map(([key, count]) => ({
      preferences: [...key].map((letter) => letter.charCodeAt(0) - 65),
      papers: count,
    })),
  };
}

/** The error that something is expected to end with. */
function faultOf(act: () => unknown): BallotFileError {
  try {
    act();
  } catch (error) {
    if (error instanceof BallotFileError) return error;
    throw error;
  }
  throw new Error('it succeeded');
}

describe('a ballot file', () => {
  it('is written as other counting programs read it', () => {
    expect(writeBallotFile(small)).toBe(
      ['3 1', '-2', '1 0', '3 1 0', '3 2 1 0', '0', '"Ada"', '"Rosa"', '"Re-open nominations"', '"President"', ''].join(
        '\n',
      ),
    );
  });

  it('says the same after it was written and read, whatever names and ballots there are', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        expect(readBallotFile(writeBallotFile(file))).toEqual(canonical(file));
      }),
    );
  });

  it('tells nothing of the order in which ballots came in', () => {
    const shuffled = anyFile.chain((file) =>
      fc.tuple(fc.constant(file), fc.shuffledSubarray([...file.ballots], { minLength: file.ballots.length })),
    );
    fc.assert(
      fc.property(shuffled, ([file, ballots]) => {
        expect(writeBallotFile({ ...file, ballots })).toBe(writeBallotFile(file));
      }),
    );
  });

  it('is read as others write it, with comments, spaces, bare names and without a title', () => {
    const text = '﻿# a count\r\n 2   1 # two stand\r\n\r\n-2\r\n12 1 2 0\r\n3  2 0\r\n0\r\nAda "the" First\r\n"A "B" C"';
    expect(readBallotFile(text)).toEqual({
      title: '',
      seats: 1,
      candidates: ['Ada "the" First', 'A "B" C'],
      withdrawn: [1],
      ballots: [
        { preferences: [0, 1], papers: 12 },
        { preferences: [1], papers: 3 },
      ],
    });
  });

  it.each([
    ['', 'NO_HEADER', 1],
    ['three seats', 'NO_HEADER', 1],
    ['0 1\n0\n', 'NO_CANDIDATE', 1],
    ['2 0\n0\n"A"\n"B"', 'NO_SEAT', 1],
    ['2 1\n1 1 0\n"A"\n"B"', 'NO_END', 4],
    ['2 1\n1 1\n0\n"A"\n"B"', 'MALFORMED_BALLOT', 2],
    ['2 1\n0 1 0\n0\n"A"\n"B"', 'MALFORMED_BALLOT', 2],
    ['2 1\n1 x 0\n0\n"A"\n"B"', 'MALFORMED_BALLOT', 2],
    ['2 1\n-2 x\n0\n"A"\n"B"', 'MALFORMED_BALLOT', 2],
    ['2 1\n1 3 0\n0\n"A"\n"B"', 'UNKNOWN_CANDIDATE', 2],
    ['2 1\n-3\n0\n"A"\n"B"', 'UNKNOWN_CANDIDATE', 2],
    ['2 1\n1 0 1 0\n0\n"A"\n"B"', 'UNKNOWN_CANDIDATE', 2],
    ['2 1\n1 2 0\n1 1 2 1 0\n0\n"A"\n"B"', 'CANDIDATE_TWICE', 3],
    ['2 1\n-1 -1\n0\n"A"\n"B"', 'CANDIDATE_TWICE', 2],
    ['2 1\n1 2 0\n-1\n0\n"A"\n"B"', 'WITHDRAWN_AFTER_BALLOTS', 3],
    ['2 1\n1 1=2 0\n0\n"A"\n"B"', 'EQUAL_RANKS', 2],
    ['2 1\n1 1 0\n0\n"A"', 'MISSING_NAME', 4],
    ['2 1\n1 1 0\n0\n"A"\n"B', 'MALFORMED_NAME', 5],
  ])('is refused as %j, and the line is told', (text, fault, line) => {
    expect(faultOf(() => readBallotFile(text))).toMatchObject({ name: 'BallotFileError', fault, line });
  });

  it('is refused when it is longer than any contest', () => {
    expect(faultOf(() => readBallotFile('#'.repeat(64 * 1024 * 1024 + 1))).fault).toBe('TOO_MUCH');
  });

  it.each<[string, Partial<BallotFile>]>([
    ['NO_CANDIDATE', { candidates: [], withdrawn: [], ballots: [] }],
    ['NO_SEAT', { seats: 0 }],
    ['UNKNOWN_CANDIDATE', { ballots: [{ preferences: [3], papers: 1 }] }],
    ['UNKNOWN_CANDIDATE', { withdrawn: [-1] }],
    ['CANDIDATE_TWICE', { ballots: [{ preferences: [0, 0], papers: 1 }] }],
    ['CANDIDATE_TWICE', { withdrawn: [0, 0] }],
    ['MALFORMED_BALLOT', { ballots: [{ preferences: [0], papers: 0.5 }] }],
  ])('is never written when it could not be read back: %s', (fault, changes) => {
    expect(faultOf(() => writeBallotFile({ ...small, ...changes }))).toMatchObject({ fault, line: 0 });
  });
});
