/*
 * The intake: what a student tells when opening a case, in their own words. Life: checked, sealed, and kept with the case.
 * Owner: advocacy.
 */
import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { CaseMatter } from './case.js';

/** What a student tells when opening a case. */
export type Intake = {
  readonly matter: CaseMatter;
  readonly narrative: string;
  readonly contactName: string;
  readonly otherParties: readonly string[];
  /** Whether the student says that somebody is in danger now. */
  readonly isInDanger?: boolean;
};

/** Checks what a student tells. */
export function checkIntake(intake: Intake): Result<Intake, ValidationError> {
  const told: Intake = {
    ...intake,
    narrative: intake.narrative.trim(),
    contactName: intake.contactName.trim(),
    otherParties: intake.otherParties.map((name) => name.trim()),
  };
  return new FieldChecks()
    .text('narrative', told.narrative, { min: 20, max: 10_000 })
    .text('contactName', told.contactName, { max: 120 })
    .textList('otherParties', told.otherParties, { max: 5, maxLength: 120 })
    .finish(told);
}
