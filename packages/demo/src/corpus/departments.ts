import { rows } from './lines.js';

/** A partner department as the corpus knows it, with the fields that a referral to it carries. */
export type NamedDepartment = {
  readonly slug: string;
  readonly name: string;
  readonly remit: string;
  readonly asked: readonly string[];
};

/** The twelve partner departments; the field names are keys that every language translates. */
export const namedDepartments: readonly NamedDepartment[] = rows(`
  housing | Student Housing | Halls of residence, contracts, repairs, room moves and deposits. | roomNumber, whatIsWrong, whatWouldHelp, bestTimeToVisit
  registry | Academic Registry | Enrolment, transcripts, suspensions of study and changes of programme. | programme, whatHappened, decisionAskedFor
  examinations | Examinations Office | Timetables, adjustments, extenuating circumstances and the running of exams. | moduleCode, whatHappened, adjustmentAskedFor
  disability | Disability and Inclusion Service | Support plans, assessments, assistive technology and accessible rooms. | supportPlan, whatIsMissing, whatWouldHelp
  money | Fees and Funding | Tuition fees, instalments, bursaries and the hardship fund. | amountAtIssue, whatHappened, whatWouldHelp
  visas | Visa and Immigration Advice | Student visas, travel and work conditions. | visaExpiry, whatHappened, whatWouldHelp
  wellbeing | Wellbeing and Counselling | Short-term counselling, wellbeing advice and out-of-hours support. | whatWouldHelp, howToContact
  casework | Student Casework Office | Complaints, appeals and conduct procedures. | procedure, whatHappened, outcomeAskedFor
  library | Library and Learning Spaces | Books, study rooms, fines and opening hours. | whatHappened, whatWouldHelp
  security | Campus Safety | Incidents on campus, lost property and safe travel at night. | place, whatHappened, whatWouldHelp
  careers | Careers and Placements | Placements, internships and employers’ conduct. | employer, whatHappened, whatWouldHelp
  study-abroad | Study Abroad Office | Exchanges, partner universities and credit transfer. | hostUniversity, whatHappened, decisionAskedFor
`).map(([slug = '', name = '', remit = '', asked = '']) => ({
  slug,
  name,
  remit,
  asked: asked.split(',').map((field) => field.trim()),
}));
