import { findBreaches, findSlips } from './find-faults.js';
import type { Look } from './look.js';
import { looksToExamine } from './look.js';
import { putOnLook } from './put-on-look.js';
import type { Camera } from './take-picture.js';
import { takePicture } from './take-picture.js';

/** A page that stands still, the looks to see it in, the first of which it has, and what to call its pictures. */
export type Sight = {
  readonly camera: Camera;
  readonly looks: readonly Look[];
  /** Where the pictures go below `screenshots`, without the name of the look. */
  readonly name: string;
  /** Waits until the page has drawn what a change of the look asked of it. */
  readonly settle: () => Promise<void>;
};

/** Takes a picture of a page in each look and answers what is wrong in any; leaves the page in the first look. */
export async function inspectLooks({ camera, looks, name, settle }: Sight): Promise<readonly string[]> {
  const { page } = camera;
  const examined = looksToExamine(looks);
  const faults: string[] = [];
  for (const look of looks) {
    await putOnLook(page, look);
    await settle();
    const words = `${look.language}-${look.scheme}-${look.device}`;
    const found = [...(await findSlips(page)), ...(examined.includes(look) ? await findBreaches(page) : [])];
    faults.push(...found.map((fault) => `${words}: ${fault}`));
    await takePicture(camera, `${name}-${words}`);
  }
  const [first] = looks;
  if (first !== undefined) await putOnLook(page, first);
  return faults;
}
