import { describe, expect, it } from '@jest/globals';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import {
  levelsOf,
  proofIn,
  proofOf,
  receiptOf,
  rootIn,
  rootOf,
  verifyInclusion,
  type ReceiptTree,
} from './receipt-tree.js';

/** The tree of eight leaves that the reference implementation of RFC 6962 is tested with, and its roots by size. */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  hexToBytes,
);
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The tree over the first so many leaves, which stand for receipts and are not sorted. */
const treeOver = (size: number): ReceiptTree => ({
  receipts: leaves.slice(0, size).map((leaf, place) => `${place}: ${bytesToHex(leaf)}`),
  levels: levelsOf(leaves.slice(0, size)).map((level) => level.map(bytesToHex)),
});
const pathIn = (index: number, size: number): readonly string[] | undefined => {
  const tree = treeOver(size);
  return proofIn(tree, tree.receipts[index] ?? '')?.path;
};

const receipts = fc.uniqueArray(fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytesToHex), {
  minLength: 1,
  maxLength: 40,
});

describe('the tree of RFC 9162', () => {
  it('hashes nothing to the hash of nothing', () => {
    expect(rootOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('has the known roots at every size', () => {
    expect(leaves.map((_leaf, last) => rootIn(treeOver(last + 1)))).toEqual(roots);
  });

  it('has the known paths', () => {
    expect(pathIn(0, 1)).toEqual([]);
    expect(pathIn(0, 8)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(pathIn(5, 8)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(pathIn(2, 3)).toEqual(['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']);
    expect(pathIn(1, 5)).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });
});

describe('a receipt', () => {
  it('is the SHA-256 of the sealed bytes', async () => {
    await expect(receiptOf('YWJj')).resolves.toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    await expect(receiptOf('YW Jj')).rejects.toThrow(RangeError);
  });

  it('is shown to be under the root of all, which does not depend on their order', () => {
    fc.assert(
      fc.property(receipts, (all) => {
        const root = rootOf(all);
        expect(rootOf(all.toReversed())).toBe(root);
        for (const receipt of all) {
          const proof = proofOf(all.toReversed(), receipt);
          expect(proof && verifyInclusion(receipt, proof, root)).toBe(true);
        }
      }),
    );
  });

  it('that is not among them has no proof, and passes with nobody else’s', () => {
    fc.assert(
      fc.property(receipts, fc.nat(), (all, which) => {
        const [stranger = '', ...others] = all;
        expect(proofOf(others, stranger)).toBeUndefined();
        const holder = others[which % Math.max(others.length, 1)];
        const proof = holder === undefined ? undefined : proofOf(others, holder);
        if (proof) expect(verifyInclusion(stranger, proof, rootOf(others))).toBe(false);
      }),
    );
  });

  it('does not pass with a proof that was changed in any part', () => {
    const all = Array.from({ length: 11 }, (_, number) => number.toString(16).repeat(64));
    const receipt = '3'.repeat(64);
    const root = rootOf(all);
    const proof = proofOf(all, receipt);
    if (!proof) throw new Error('the receipt is among them');
    const { index, size, path } = proof;
    expect(verifyInclusion(receipt, proof, root)).toBe(true);
    const changed = [
      { index: index + 1, size, path },
      { index, size: index, path },
      { index: -1, size, path },
      { index: index + 0.5, size, path },
      { index, size: 2 ** 60, path },
      { index, size: 1, path },
      { index, size, path: path.slice(1) },
      { index, size, path: [...path, root] },
      { index, size, path: path.toReversed() },
      { index, size, path: [...path.slice(1), 'no hash'] },
    ];
    expect(changed.filter((one) => verifyInclusion(receipt, one, root))).toEqual([]);
    expect(verifyInclusion('nothing', proof, root)).toBe(false);
  });
});
