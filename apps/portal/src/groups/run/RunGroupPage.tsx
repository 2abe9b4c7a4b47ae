import type { ReactElement } from 'react';
import { AboutPart } from './AboutPart.js';
import { ComingInPart } from './ComingInPart.js';
import { RunFrame } from './RunFrame.js';

export { words } from './words.js';

/** Where the officers of a group decide who comes in, and write what it says of itself. */
export function RunGroupPage(): ReactElement {
  return (
    <RunFrame>
      {(props) => (
        <>
          <ComingInPart {...props} />
          <AboutPart {...props} />
        </>
      )}
    </RunFrame>
  );
}
