import { describe, expect, it } from '@jest/globals';
import { fromBase64Url, makeTrusteeKey, sealBallot, sealedLength } from '@guildhall/ballot';
import { openBallots } from './open-ballots.thread.js';

describe('opening the ballots of a contest', () => {
  it('puts together those that say the same, in an order that does not come from the ballots', async () => {
    const [officer, second] = [await makeTrusteeKey(), await makeTrusteeKey()];
    const candidates = [crypto.randomUUID(), crypto.randomUUID()];
    const [ada = '', rosa = ''] = candidates.toSorted();
    const place = { electionId: crypto.randomUUID(), contestId: crypto.randomUUID(), candidates };
    const keys = [officer.publicKey, second.publicKey];
    const seal = async (preferences: readonly string[]) =>
      fromBase64Url(await sealBallot(preferences, { ...place, keys })) ?? new Uint8Array();
    const rankings = [[rosa], [ada, rosa], [], [rosa], [ada], ...Array.from({ length: 70 }, () => [ada])];
    const sealed = [...(await Promise.all(rankings.map(seal))), new Uint8Array(sealedLength(2))];
    const task = {
      ...place,
      privateKeys: [officer.privateKey, second.privateKey],
      sealed: Uint8Array.from(sealed.flatMap((ballot) => [...ballot])),
      count: sealed.length,
    };
    const opened = await openBallots(task);
    const turned = Uint8Array.from(sealed.toReversed().flatMap((ballot) => [...ballot]));
    await expect(openBallots({ ...task, sealed: turned })).resolves.toEqual(opened);
    expect(new Map(opened.map(({ preferences, papers }) => [preferences?.join(' then '), papers]))).toEqual(
      new Map([
        [undefined, 1],
        ['', 1],
        [ada, 71],
        [`${ada} then ${rosa}`, 1],
        [rosa, 2],
      ]),
    );
    await expect(openBallots({ ...task, sealed: new Uint8Array(), count: 0 })).resolves.toEqual([]);
  });
});
