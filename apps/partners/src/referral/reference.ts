/** A short name to speak of a referral by: the first eight digits of its random id, which tell nothing of the student. */
export function referenceOf(referralId: string): string {
  return referralId.slice(0, 8).toUpperCase();
}
