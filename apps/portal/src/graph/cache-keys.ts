import type { GraphCacheOptions } from '@guildhall/ui';

const embedded = (): null => null;

/** Types without an id belong to what they stand in; the cache keeps them there. */
export const cacheKeys: GraphCacheOptions['keys'] = {
  CaseCopy: embedded,
  CaseInboxSettings: embedded,
  Disclosure: embedded,
  FieldProblem: embedded,
  MediationAgreement: embedded,
  MediationInvitation: embedded,
  IssueAnswer: embedded,
  IssueSpace: embedded,
  IssueStage: embedded,
  IssueStatusCount: embedded,
  ProfileAudiences: embedded,
  ReadLedger: embedded,
  ReadLedgerLink: embedded,
  ReferralHolder: embedded,
  ReferralOpening: embedded,
  ReferralOpeningConnection: embedded,
  ReferralOpeningEdge: embedded,
  ReferralPreview: embedded,
  ReferralResponse: embedded,
  ResourceHighlight: embedded,
  RiskFacts: embedded,
  StepProgress: embedded,
  TextPiece: embedded,
};
