import type { Votes } from '@guildhall/client';
import type { CountModel } from './count-model.js';

/** Where papers lie: with a candidate, or with nobody because no continuing candidate was left on them. */
export type Holder = string | undefined;

/** How large the picture is, in its own units. `across` is the way in which votes add up; stages follow each other `along`. */
export type PictureSize = {
  /** From the beginning of one stage to that of the next. */
  readonly step: number;
  /** How deep a block of votes is. */
  readonly depth: number;
  /** What all votes together measure across. */
  readonly allVotes: number;
  /** The least room for a candidate, so that a name fits beside it, and the gap to the next. */
  readonly laneMin: number;
  readonly gap: number;
};

/** The room of one candidate from the first stage to the last. */
export type Lane = { readonly holder: Holder; readonly start: number; readonly size: number };

/** The votes of a candidate at the end of a stage. */
export type Block = {
  readonly holder: Holder;
  readonly stage: number;
  readonly along: number;
  readonly start: number;
  readonly size: number;
  readonly votes: Votes;
  /** Where the quota lies across, for those who have reached it. */
  readonly quotaAt: number | undefined;
};

/** Votes between two stages: those that stayed, and those that moved from one candidate to another. */
export type Ribbon = {
  readonly from: Holder;
  readonly to: Holder;
  /** The stage at whose end they have arrived. */
  readonly stage: number;
  readonly votes: Votes;
  readonly size: number;
  readonly begins: { readonly along: number; readonly across: number };
  readonly ends: { readonly along: number; readonly across: number };
};

/** The picture of a count: lanes, the blocks in them, and the ribbons between. */
export type TransferPicture = {
  /** How deep a block is. */
  readonly depth: number;
  readonly along: number;
  readonly across: number;
  readonly lanes: readonly Lane[];
  readonly blocks: readonly Block[];
  readonly ribbons: readonly Ribbon[];
};

/** Lays out a count: a lane for each candidate in the order of the model, one more for what could be given to nobody. */
export function layOutTransfers(count: CountModel, size: PictureSize): TransferPicture {
  const { stages } = count;
  const held = (holder: Holder, index: number): Votes => {
    const stage = stages[index];
    return holder === undefined ? (stage?.nonTransferable ?? 0) : (stage?.votes.get(holder) ?? 0);
  };
  const isUsed = (holder: Holder): boolean => stages.some((_stage, index) => held(holder, index) > 0);
  const holders: readonly Holder[] = [
    ...count.candidates.map(({ id }) => id),
    ...(isUsed(undefined) ? [undefined] : []),
  ];
  const scale =
    size.allVotes / Math.max(1, ...stages.map((_stage, index) => sum(holders.map((one) => held(one, index)))));
  const lanes = layOutLanes(
    holders.map((holder) => ({
      holder,
      most: Math.max(0, ...stages.map((_stage, index) => held(holder, index))) * scale,
    })),
    size,
  );
  const course = { count, lanes, held, scale, size };
  const last = lanes.at(-1);
  return {
    depth: size.depth,
    along: Math.max(0, stages.length - 1) * size.step + size.depth,
    across: last === undefined ? 0 : last.start + last.size,
    lanes,
    blocks: stages.flatMap((_stage, index) => layOutBlocks(course, index)),
    ribbons: stages.flatMap((_stage, index) => (index === 0 ? [] : layOutRibbons(course, index))),
  };
}

type Course = {
  readonly count: CountModel;
  readonly lanes: readonly Lane[];
  readonly held: (holder: Holder, index: number) => Votes;
  readonly scale: number;
  readonly size: PictureSize;
};

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

function layOutLanes(
  holders: readonly { readonly holder: Holder; readonly most: number }[],
  { laneMin, gap }: PictureSize,
): readonly Lane[] {
  const lanes: Lane[] = [];
  let start = 0;
  for (const { holder, most } of holders) {
    const room = Math.max(laneMin, most);
    lanes.push({ holder, start, size: room });
    start += room + gap;
  }
  return lanes;
}

function layOutBlocks({ count, lanes, held, scale, size }: Course, index: number): readonly Block[] {
  return lanes.flatMap(({ holder, start }) => {
    const votes = held(holder, index);
    if (votes === 0) return [];
    const isReached = holder !== undefined && votes >= count.quota;
    return [
      {
        holder,
        stage: index + 1,
        along: index * size.step,
        start,
        size: votes * scale,
        votes,
        quotaAt: isReached ? start + count.quota * scale : undefined,
      },
    ];
  });
}

/** At each side what stays lies first; what leaves lies in the order of where it goes, and what arrives comes after what was there. */
function layOutRibbons({ count, lanes, held, scale, size }: Course, index: number): readonly Ribbon[] {
  const stage = count.stages[index];
  const begins = (index - 1) * size.step + size.depth;
  const ends = index * size.step;
  const ribbonOf = (
    from: Lane,
    to: Lane,
    { votes, at, to: arrival }: { votes: Votes; at: Votes; to: Votes },
  ): Ribbon => ({
    from: from.holder,
    to: to.holder,
    stage: index + 1,
    votes,
    size: votes * scale,
    begins: { along: begins, across: from.start + at * scale },
    ends: { along: ends, across: to.start + arrival * scale },
  });
  const ribbons: Ribbon[] = [];
  const source = lanes.find(({ holder }) => holder !== undefined && holder === stage?.from);
  let left = source === undefined ? 0 : held(source.holder, index);
  for (const lane of lanes) {
    const [before, after] = [held(lane.holder, index - 1), held(lane.holder, index)];
    const stayed = Math.min(before, after);
    if (stayed > 0) ribbons.push(ribbonOf(lane, lane, { votes: stayed, at: 0, to: 0 }));
    const gained = after - before;
    if (source === undefined || lane === source || gained <= 0) continue;
    ribbons.push(ribbonOf(source, lane, { votes: gained, at: left, to: before }));
    left += gained;
  }
  return ribbons;
}
