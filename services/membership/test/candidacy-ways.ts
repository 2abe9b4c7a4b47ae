import { missing } from './talk.js';

/** What the ways below need to stand already. */
export type CandidacyIds = {
  /** In an election with nominations: ada is nominated. */
  contestId: string;
  nominatedId: string;
  /** In an election in screening: ben agreed; cem was refused; dot appealed; eva's appeal is decided. */
  consentedId: string;
  refusedId: string;
  appealedId: string;
  decidedId: string;
  /** In an election with a campaign: ada stands. Fay complained as often as one can. */
  electionId: string;
  runningContestId: string;
  standingId: string;
  /** A complaint of ben's that waits, and one that is ruled on. */
  complaintId: string;
  ruledId: string;
  voidedElectionId: string;
  /** A member who runs elections. */
  officerId: string;
};

/** The mutations about candidacies and complaints; each of their expected failures is reached in `candidacy-outcomes.int.test.ts`. */
export const candidacyMutationNames = [
  'nominateCandidate',
  'consentToStand',
  'declineNomination',
  'editStatement',
  'withdrawCandidacy',
  'screenCandidate',
  'disqualifyCandidate',
  'appealCandidacy',
  'decideCandidacyAppeal',
  'complainAboutElection',
  'ruleOnElectionComplaint',
] as const;

type Name = (typeof candidacyMutationNames)[number];
type Way = { readonly subject: string | undefined; readonly input: () => object };
type Ways<Of extends Name> = Readonly<Record<Of, Readonly<Record<string, Way>>>>;

const way = (subject: string | undefined, input: () => object): Way => ({ subject, input });
const text = 'The posters hang in the polling room.';
const statements = [{ language: 'en', text: 'Longer opening hours.' }];

/** What each expected failure is reached by; none of them changes anything. */
export function candidacyWays(known: CandidacyIds): Ways<Name> {
  return { ...waysOfCandidates(known), ...waysOfDeciding(known), ...waysOfComplaining(known) };
}

const of =
  (id: () => string, more: object = {}) =>
  (): object => ({ candidateId: id(), ...more });
const nobody = (): string => missing;

function waysOfCandidates(
  known: CandidacyIds,
): Ways<'nominateCandidate' | 'consentToStand' | 'declineNomination' | 'editStatement' | 'withdrawCandidacy'> {
  const published = (): string => known.standingId;
  return {
    nominateCandidate: {
      ValidationError: way('ben', () => ({ contestId: known.contestId, memberId: known.officerId })),
      NotFoundError: way('ben', () => ({ contestId: missing })),
      NotAllowedError: way('officer', () => ({ contestId: known.contestId })),
      IllegalTransitionError: way('ben', () => ({ contestId: known.runningContestId })),
    },
    consentToStand: {
      NotFoundError: way('ada', of(nobody)),
      NotAllowedError: way('ben', of(published)),
      IllegalTransitionError: way('ada', of(published)),
    },
    declineNomination: {
      NotFoundError: way('ada', of(nobody)),
      NotAllowedError: way(undefined, of(published)),
      IllegalTransitionError: way('ada', of(published)),
    },
    editStatement: {
      ValidationError: way(
        'ben',
        of(() => known.consentedId, { statements: [{ language: 'English', text: '' }] }),
      ),
      NotFoundError: way('ada', of(nobody, { statements })),
      NotAllowedError: way('ben', of(published, { statements })),
      IllegalTransitionError: way('ada', of(published, { statements })),
    },
    withdrawCandidacy: {
      NotFoundError: way(
        'ben',
        of(() => known.nominatedId),
      ),
      NotAllowedError: way('otto', of(published)),
      IllegalTransitionError: way(
        'ada',
        of(() => known.nominatedId),
      ),
    },
  };
}

function waysOfDeciding(
  known: CandidacyIds,
): Ways<'screenCandidate' | 'disqualifyCandidate' | 'appealCandidacy' | 'decideCandidacyAppeal'> {
  const published = (): string => known.standingId;
  const consented = (): string => known.consentedId;
  const appealed = (): string => known.appealedId;
  const granted = { isGranted: true, reason: 'Shown.' };
  return {
    screenCandidate: {
      ValidationError: way('otto', of(consented, { isEligible: false })),
      NotFoundError: way('ada', of(consented, { isEligible: true })),
      NotAllowedError: way('ben', of(published, { isEligible: true })),
      IllegalTransitionError: way('otto', of(published, { isEligible: true })),
    },
    disqualifyCandidate: {
      ValidationError: way('otto', of(published, { reason: ' ' })),
      NotFoundError: way('otto', of(nobody, { reason: 'Paid for votes.' })),
      NotAllowedError: way('ada', of(published, { reason: 'Paid for votes.' })),
      IllegalTransitionError: way('otto', of(consented, { reason: 'Paid for votes.' })),
    },
    appealCandidacy: {
      ValidationError: way(
        'cem',
        of(() => known.refusedId, { text: '' }),
      ),
      NotFoundError: way(
        'ada',
        of(() => known.refusedId, { text }),
      ),
      NotAllowedError: way('ben', of(published, { text })),
      IllegalTransitionError: way('dot', of(appealed, { text })),
    },
    decideCandidacyAppeal: {
      ValidationError: way('odile', of(appealed, { isGranted: false, reason: '' })),
      NotFoundError: way('ada', of(appealed, granted)),
      NotAllowedError: way('otto', of(appealed, granted)),
      IllegalTransitionError: way(
        'odile',
        of(() => known.decidedId, granted),
      ),
    },
  };
}

function waysOfComplaining(known: CandidacyIds): Ways<'complainAboutElection' | 'ruleOnElectionComplaint'> {
  const about =
    (id: () => string, more: object = {}) =>
    () => ({ electionId: id(), text, ...more });
  const running = (): string => known.electionId;
  const rule =
    (id: () => string, ruling = 'Seen.') =>
    () => ({ complaintId: id(), isUpheld: true, ruling });
  return {
    complainAboutElection: {
      ValidationError: way('ben', about(running, { text: '' })),
      NotFoundError: way('ben', about(running, { candidateId: missing })),
      NotAllowedError: way('otto', about(running)),
      IllegalTransitionError: way(
        'ben',
        about(() => known.voidedElectionId),
      ),
      LimitReachedError: way('fay', about(running)),
    },
    ruleOnElectionComplaint: {
      ValidationError: way(
        'otto',
        rule(() => known.complaintId, ''),
      ),
      NotFoundError: way(
        'ada',
        rule(() => known.complaintId),
      ),
      NotAllowedError: way(
        'ben',
        rule(() => known.complaintId),
      ),
      IllegalTransitionError: way(
        'otto',
        rule(() => known.ruledId),
      ),
    },
  };
}
