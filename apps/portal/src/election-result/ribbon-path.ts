import type { Ribbon } from './transfer-layout.js';

/** Whether stages follow each other downwards, and the room around the lanes: at the first stage, beside the lanes, and after the last. */
export type Orientation = {
  readonly isUpright: boolean;
  readonly head: number;
  readonly side: number;
  readonly end: number;
};

const round = (figure: number): number => Math.round(figure * 10) / 10;

/** The outline of a ribbon: it leaves its block and arrives straight, and bends between. */
export function ribbonPath({ begins, ends, size }: Ribbon, isUpright: boolean): string {
  const at = (along: number, across: number): string =>
    isUpright ? `${round(across)} ${round(along)}` : `${round(along)} ${round(across)}`;
  const middle = (begins.along + ends.along) / 2;
  const [near, far] = [begins.across, ends.across];
  return [
    `M${at(begins.along, near)}`,
    `C${at(middle, near)} ${at(middle, far)} ${at(ends.along, far)}`,
    `L${at(ends.along, far + size)}`,
    `C${at(middle, far + size)} ${at(middle, near + size)} ${at(begins.along, near + size)}`,
    'Z',
  ].join('');
}
