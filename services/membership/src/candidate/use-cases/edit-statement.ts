import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { CandidateId, CandidateStatement } from '../candidate.js';
import { writeStatements } from '../edit-statements.js';
import { takeCandidacy } from './take-candidacy.js';

/** Writes what the candidate says to voters, until who stands is published. */
export function editStatement(
  { transaction, clock }: Deps,
  actor: Actor,
  {
    candidateId,
    statements,
  }: { readonly candidateId: CandidateId; readonly statements: readonly CandidateStatement[] },
) {
  return transaction(async (unit) => {
    const taken = await takeCandidacy(unit, actor, { candidateId, action: 'EDIT_STATEMENT' });
    if (!taken.ok) return taken;
    const written = writeStatements(taken.value, statements, clock.now());
    return written.ok ? ok({ ...taken.value, candidate: await unit.candidates.save(written.value) }) : written;
  });
}
