/* The chain of referrals that one matter went through, each sent on to the department of the next. */
import type { ReferralFile } from './referral.js';

/** The chain that a referral belongs to, first to last: each was sent on to the department of the next. */
export function chainOf(file: ReferralFile, ofCase: readonly ReferralFile[]): readonly ReferralFile[] {
  const byId = new Map(ofCase.map((each) => [each.referral.id, each]));
  const before = (each: ReferralFile): readonly ReferralFile[] => {
    const previous = each.referral.previousId === undefined ? undefined : byId.get(each.referral.previousId);
    return previous === undefined ? [each] : [...before(previous), each];
  };
  return [...before(file), ...followersOf(file, ofCase)];
}

/** What came of sending a referral on, first to last; a follower that was withdrawn and made again stands twice. */
export function followersOf(file: ReferralFile, ofCase: readonly ReferralFile[]): readonly ReferralFile[] {
  const next = ofCase.filter(({ referral }) => referral.previousId === file.referral.id);
  return next.flatMap((each) => [each, ...followersOf(each, ofCase)]);
}
