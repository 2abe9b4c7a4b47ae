import type { NamedDepartment } from '../corpus/departments.js';

/** One item that a referral could tell a department; only a consented one is ever sent. */
export type DemoReferralField = { readonly name: string; readonly value: string; readonly consented: boolean };

const fieldTexts: Readonly<Record<string, string>> = {
  roomNumber: 'North Village, block C, room 14',
  whatIsWrong: 'Reported three times, closed three times without a visit.',
  bestTimeToVisit: 'Weekdays after four.',
  programme: 'Second year, full time',
  moduleCode: 'NB2104',
  whatHappened: 'See the dates in the attached list; the first report was in week two.',
  amountAtIssue: '£1,150',
  supportPlan: 'Extra time and a small room',
  whatIsMissing: 'The room was not booked for the last two exams.',
  decisionAskedFor: 'A fresh look at the decision by somebody who did not take it.',
  adjustmentAskedFor: 'The small room named in the plan.',
  outcomeAskedFor: 'An apology and a corrected record.',
  visaExpiry: 'In four months',
  howToContact: 'By e-mail, not by telephone.',
  procedure: 'Complaints procedure, stage one',
  place: 'Between the library and the bus stop',
  employer: 'A hotel in the city centre',
  hostUniversity: 'A partner university in Lyon',
  whatWouldHelp: 'A date by which it is settled, and one person to ask.',
};

/** The fields that a department asks for, all but sometimes the last consented to. */
export function referralFields({ asked }: NamedDepartment, consentsToAll: boolean): readonly DemoReferralField[] {
  return asked.map((name, index) => ({
    name,
    value: fieldTexts[name] ?? '',
    consented: consentsToAll || index < asked.length - 1,
  }));
}
