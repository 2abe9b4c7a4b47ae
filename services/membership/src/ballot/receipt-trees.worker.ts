import { Worker } from 'node:worker_threads';
import { rootIn, type ReceiptTree } from '@guildhall/ballot';
import type { ContestId } from '../contest/contest.js';
import { growTrees } from './grow-trees.thread.js';

/** Grows trees over receipts, and keeps those of closed contests, which do not change. */
export interface ReceiptTrees {
  /** The root over each list, in the same order, and how many there are. */
  rootsOf(
    lists: readonly (readonly string[])[],
  ): Promise<readonly { readonly root: string; readonly ballots: number }[]>;
  /** The tree of a closed contest; its receipts are read when it is asked for first, or again after a while. */
  find(contestId: ContestId, receipts: () => Promise<readonly string[]>): Promise<ReceiptTree>;
}

/** Up to how many receipts a tree is grown at once instead of in a thread, which takes longer to start. */
const inlineMax = 200;

/** How many trees are kept; the largest take some megabytes. */
const keptMax = 48;

/** A grower that has kept nothing yet. */
export function createReceiptTrees(): ReceiptTrees {
  const kept = new Map<ContestId, Promise<ReceiptTree>>();
  const growOne = async (receipts: readonly string[]): Promise<ReceiptTree> => {
    const [tree] = await grow([receipts]);
    if (tree === undefined) throw new Error('every list grows a tree');
    return tree;
  };
  return {
    rootsOf: async (lists) =>
      (await grow(lists)).map((tree) => ({ root: rootIn(tree), ballots: tree.receipts.length })),
    find(contestId, receipts) {
      const tree = kept.get(contestId) ?? receipts().then(growOne);
      kept.delete(contestId);
      kept.set(contestId, tree);
      const [oldest] = kept.keys();
      if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest);
      tree.catch(() => kept.delete(contestId));
      return tree;
    },
  };
}

async function grow(lists: readonly (readonly string[])[]): Promise<readonly ReceiptTree[]> {
  const total = lists.reduce((sum, receipts) => sum + receipts.length, 0);
  return total <= inlineMax ? growTrees(lists) : growApart(lists);
}

function growApart(lists: readonly (readonly string[])[]): Promise<readonly ReceiptTree[]> {
  // Tests run the source as it is written, and the thread with it.
  const file = import.meta.url.endsWith('.ts') ? './grow-trees.thread.ts' : './grow-trees.thread.js';
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(file, import.meta.url), {
      workerData: lists,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const fail = (): void => reject(new Error('the trees of an election could not be grown'));
    thread.once('message', (trees: readonly ReceiptTree[]) => {
      resolve(trees);
      void thread.terminate();
    });
    thread.once('error', fail);
    thread.once('exit', fail);
  });
}
