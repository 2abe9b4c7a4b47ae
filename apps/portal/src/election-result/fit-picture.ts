import type { CountModel } from './count-model.js';
import type { Orientation } from './ribbon-path.js';
import { layOutTransfers, type PictureSize, type TransferPicture } from './transfer-layout.js';

const wide = { laneMin: 30, gap: 12, depth: 12, lane: 52, acrossMin: 360, alongWanted: 620, stepMin: 96, stepMax: 230 };
const narrow = { laneMin: 20, gap: 7, depth: 9, lane: 0, acrossMin: 300, alongWanted: 420, stepMin: 62, stepMax: 110 };
const steps = 24;

/** Lays a count out so that it fills the room there is: as wide as all votes may be without the lanes growing too large. */
export function fitPicture(count: CountModel, { isUpright }: Orientation): TransferPicture {
  const room = isUpright ? narrow : wide;
  const gaps = Math.max(1, count.stages.length - 1);
  const step = Math.min(room.stepMax, Math.max(room.stepMin, room.alongWanted / gaps));
  const wanted = Math.max(room.acrossMin, count.candidates.length * room.lane);
  const layOut = (allVotes: number): TransferPicture => {
    const size: PictureSize = { step, depth: room.depth, allVotes, laneMin: room.laneMin, gap: room.gap };
    return layOutTransfers(count, size);
  };
  // Lanes have a least size, so what all votes may measure is found by halving.
  let [low, high] = [room.laneMin, wanted];
  for (let tried = 0; tried < steps; tried += 1) {
    const middle = (low + high) / 2;
    if (layOut(middle).across > wanted) high = middle;
    else low = middle;
  }
  return layOut(low);
}
