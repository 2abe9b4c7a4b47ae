import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ballotOpener,
  DuplicatePreferenceError,
  fromBase64Url,
  InvalidBallotKeyError,
  isBallotKey,
  isKeyPair,
  makeTrusteeKey,
  openBallot,
  openTrusteeKey,
  sealBallot,
  sealedLength,
  sealTrusteeKey,
  UnknownPreferenceError,
  type TrusteeKey,
} from './index.js';
import { readPaper, writePaper } from './paper.js';

const place = { electionId: crypto.randomUUID(), contestId: crypto.randomUUID() };
const candidates = Array.from({ length: 12 }, () => crypto.randomUUID());
const [ada = '', rosa = ''] = candidates;

let officer: TrusteeKey;
let second: TrusteeKey;
beforeAll(async () => {
  [officer, second] = await Promise.all([makeTrusteeKey(), makeTrusteeKey()]);
});
const sealing = () => ({ ...place, candidates, keys: [officer.publicKey, second.publicKey] });
const opening = () => ({ ...place, candidates, privateKeys: [officer.privateKey, second.privateKey] });

const ranking = fc
  .shuffledSubarray(candidates, { minLength: candidates.length })
  .chain((order) => fc.nat(candidates.length).map((count) => order.slice(0, count)));

describe('a sealed ballot', () => {
  it('says to both keys together what was ranked, in order, a blank one included', async () => {
    const open = await ballotOpener(opening());
    await fc.assert(
      fc.asyncProperty(ranking, async (preferences) => {
        const sealed = fromBase64Url(await sealBallot(preferences, sealing()));
        expect(sealed?.length).toBe(sealedLength(candidates.length));
        await expect(open(sealed ?? new Uint8Array())).resolves.toEqual(preferences);
      }),
    );
    await expect(openBallot(await sealBallot([], sealing()), opening())).resolves.toEqual([]);
  });

  it('is another one each time, so that equal votes are not seen to be equal', async () => {
    expect(await sealBallot([ada], sealing())).not.toBe(await sealBallot([ada], sealing()));
  });

  it('depends on the order of the paper in nothing', async () => {
    const sealed = await sealBallot([rosa, ada], { ...sealing(), candidates: candidates.toReversed() });
    await expect(openBallot(sealed, opening())).resolves.toEqual([rosa, ada]);
  });

  it('is spoilt to either key alone, to keys in the wrong order, in another contest or election, and with a bit changed', async () => {
    const sealed = await sealBallot([ada], sealing());
    const stranger = await makeTrusteeKey();
    const attempts = [
      { ...opening(), privateKeys: [officer.privateKey, stranger.privateKey] },
      { ...opening(), privateKeys: [stranger.privateKey, second.privateKey] },
      { ...opening(), privateKeys: [second.privateKey, officer.privateKey] },
      { ...opening(), contestId: crypto.randomUUID() },
      { ...opening(), electionId: crypto.randomUUID() },
      { ...opening(), candidates: candidates.slice(1) },
    ];
    for (const attempt of attempts) await expect(openBallot(sealed, attempt)).resolves.toBe('SPOILT');
    const changed = (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1);
    for (const bytes of [changed, sealed.slice(4), '', 'no ballot at all!'])
      await expect(openBallot(bytes, opening())).resolves.toBe('SPOILT');
  });

  it('cannot rank anybody twice or who does not stand', async () => {
    await expect(sealBallot([ada, rosa, ada], sealing())).rejects.toThrow(DuplicatePreferenceError);
    await expect(sealBallot([crypto.randomUUID()], sealing())).rejects.toThrow(UnknownPreferenceError);
    await expect(sealBallot(['A'], { ...sealing(), candidates: ['A'] })).rejects.toThrow(UnknownPreferenceError);
  });

  it('needs two different keys that something can be sealed with', async () => {
    const nought = 'A'.repeat(43);
    for (const keys of [[], [officer.publicKey], [officer.publicKey, officer.publicKey], ['x', second.publicKey]])
      await expect(sealBallot([ada], { ...sealing(), keys })).rejects.toThrow(InvalidBallotKeyError);
    for (const keys of [
      [officer.publicKey, nought],
      [officer.publicKey, second.publicKey, nought],
    ])
      await expect(sealBallot([ada], { ...sealing(), keys })).rejects.toThrow(InvalidBallotKeyError);
    for (const privateKeys of [[], [officer.privateKey], ['x', second.privateKey]])
      await expect(ballotOpener({ ...opening(), privateKeys })).rejects.toThrow(InvalidBallotKeyError);
  });
});

describe('a paper', () => {
  it('with a mark, a repetition, a stranger or another form on it is none', () => {
    const paper = writePaper([ada, rosa], candidates);
    expect(readPaper(paper, candidates)).toEqual([ada, rosa]);
    const bad = [
      paper.with(paper.length - 1, 1),
      paper.with(0, 2),
      paper.with(1, 1),
      paper.with(1, 3),
      paper.with(1, 13),
      paper.with(5, (paper[5] ?? 0) ^ 1),
      paper.slice(0, -1),
      new Uint8Array(),
      Uint8Array.from([...paper.slice(0, 18), ...paper.slice(2, 18), ...paper.slice(34)]),
    ];
    expect(bad.filter((one) => readPaper(one, candidates))).toEqual([]);
  });
});

describe('the key of a trustee', () => {
  it('is a pair, and no other half belongs to it', async () => {
    await expect(isKeyPair(officer)).resolves.toBe(true);
    await expect(isKeyPair({ publicKey: officer.publicKey, privateKey: second.privateKey })).resolves.toBe(false);
    await expect(isKeyPair({ publicKey: 'x', privateKey: officer.privateKey })).resolves.toBe(false);
    await expect(isKeyPair({ publicKey: officer.publicKey, privateKey: '' })).resolves.toBe(false);
  });

  it('can be sealed with, unlike a point that gives everybody the same secret', async () => {
    await expect(isBallotKey(officer.publicKey)).resolves.toBe(true);
    const lowOrder = ['A'.repeat(43), `AQ${'A'.repeat(41)}`, `7P${'_'.repeat(40)}38`];
    for (const key of [...lowOrder, '', `${officer.publicKey}=`, officer.publicKey.slice(1)])
      await expect(isBallotKey(key)).resolves.toBe(false);
  });

  it('waits for the other trustee, and opens for nobody else', async () => {
    const { electionId } = place;
    const sealed = await sealTrusteeKey(officer.privateKey, { electionId, publicKey: second.publicKey });
    const { privateKey } = second;
    await expect(openTrusteeKey(sealed, { electionId, privateKey })).resolves.toBe(officer.privateKey);
    const another = { electionId: crypto.randomUUID(), privateKey };
    for (const attempt of [another, { electionId, privateKey: officer.privateKey }])
      await expect(openTrusteeKey(sealed, attempt)).rejects.toThrow(InvalidBallotKeyError);
    for (const text of ['', '!', sealed.slice(4)])
      await expect(openTrusteeKey(text, { electionId, privateKey })).rejects.toThrow(InvalidBallotKeyError);
    await expect(sealTrusteeKey('!', { electionId, publicKey: second.publicKey })).rejects.toThrow(
      InvalidBallotKeyError,
    );
  });

  it('is read from one text only', () => {
    expect(fromBase64Url(officer.publicKey)).toHaveLength(32);
    // The last character of 32 bytes has two bits to spare.
    expect(fromBase64Url('A'.repeat(42) + 'B')).toBeUndefined();
  });
});
