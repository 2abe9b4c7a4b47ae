import type { ReactElement } from 'react';
import { OfficesPart } from './OfficesPart.js';
import { RunFrame } from './RunFrame.js';

export { words } from './office-words.js';

/** Where the officers of a group give offices, extend and end mandates. */
export function RunOfficesPage(): ReactElement {
  return <RunFrame>{(props) => <OfficesPart {...props} />}</RunFrame>;
}
