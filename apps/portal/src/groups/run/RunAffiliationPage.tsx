import type { ReactElement } from 'react';
import { AffiliationPart } from './AffiliationPart.js';
import { RunFrame } from './RunFrame.js';

export { words } from './affiliation-words.js';

/** Where the officers of a group hand in what the union asks for, and read what became of it. */
export function RunAffiliationPage(): ReactElement {
  return <RunFrame>{(props) => <AffiliationPart key={props.group.affiliationSubmission?.id} {...props} />}</RunFrame>;
}
