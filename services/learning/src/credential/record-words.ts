/*
 * The words in which documents about a record speak, in both languages: what kinds of evidence, activities and offices are
 * called where no screen translates them. Life: changed with the code. Owner: learning.
 */
import type { Criterion } from '../achievement/criterion.js';
import type { Evidence } from '../record/evidence.js';
import type { EvidenceKind } from '../record/record-fact.js';

/** The languages in which documents are written. */
export type RecordLanguage = 'EN' | 'ZH_CN';

type Words = Readonly<Record<RecordLanguage, string>>;

const kinds: Readonly<Record<EvidenceKind, Words>> = {
  ATTENDANCE: { EN: 'Attended an activity', ZH_CN: '参加活动' },
  LED_ACTIVITY: { EN: 'Led an activity', ZH_CN: '组织活动' },
  VERIFIED_HOURS: { EN: 'Volunteered, hours verified', ZH_CN: '志愿服务（时长已核实）' },
  MANDATE: { EN: 'Held an office', ZH_CN: '担任职务' },
  DELIVERED_PROPOSAL: { EN: 'Made a proposal that was delivered', ZH_CN: '提案办结落实' },
  PATH_STEP: { EN: 'Passed a step of a learning path', ZH_CN: '完成学习路径步骤' },
  LED_SESSION: { EN: 'Led a study session', ZH_CN: '主持学习小组活动' },
};

const activityKinds: Readonly<Record<string, Words>> = {
  CULTURAL_PERFORMANCE: { EN: 'cultural performance', ZH_CN: '文艺演出' },
  SPORT: { EN: 'sport', ZH_CN: '体育' },
  SOCIAL: { EN: 'social', ZH_CN: '联谊' },
  SOCIAL_PRACTICE: { EN: 'social practice', ZH_CN: '社会实践' },
  VOLUNTARY_SERVICE: { EN: 'voluntary service', ZH_CN: '志愿服务' },
  TRAINING: { EN: 'training', ZH_CN: '培训' },
  MEETING: { EN: 'meeting', ZH_CN: '会议' },
  CAMPAIGN: { EN: 'campaign', ZH_CN: '倡议活动' },
};

const positionKinds: Readonly<Record<string, Words>> = {
  PRESIDENT: { EN: 'president', ZH_CN: '社长' },
  TREASURER: { EN: 'treasurer', ZH_CN: '财务负责人' },
  SECRETARY: { EN: 'secretary', ZH_CN: '秘书' },
  OFFICER: { EN: 'officer', ZH_CN: '干事' },
  WELFARE_LEAD: { EN: 'welfare lead', ZH_CN: '关怀负责人' },
  UNION_OFFICER: { EN: 'union officer', ZH_CN: '学生会主席团成员' },
  COURSE_REP: { EN: 'course representative', ZH_CN: '课程代表' },
};

/** The day of an instant in a zone, as year, month and day. */
export function dayIn(zone: string, instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);
}

/** What a kind of evidence is called. */
export function kindWords(kind: EvidenceKind, language: RecordLanguage): string {
  return kinds[kind][language];
}

/** What a piece of evidence is of: the kind of activity or office; nothing where there is none. */
export function subjectWords(
  { activityKind, positionKind }: { readonly activityKind?: string; readonly positionKind?: string },
  language: RecordLanguage,
): string | undefined {
  if (positionKind !== undefined) return positionKinds[positionKind]?.[language];
  return activityKind === undefined ? undefined : activityKinds[activityKind]?.[language];
}

/** How much a piece of evidence counts for, where anything is counted. */
export function minutesWords(minutes: number, language: RecordLanguage): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (language === 'ZH_CN') return `${hours === 0 ? '' : `${hours} 小时`}${rest === 0 ? '' : ` ${rest} 分钟`}`.trim();
  return [hours === 0 ? '' : `${hours} h`, rest === 0 ? '' : `${rest} min`].filter((part) => part !== '').join(' ');
}

/** One line about a piece of evidence: what, of what, when, how much. */
export function evidenceLine(evidence: Evidence, language: RecordLanguage, zone: string): string {
  const from = dayIn(zone, evidence.happenedAt);
  const when = evidence.until === undefined ? from : `${from} – ${dayIn(zone, evidence.until)}`;
  const parts = [
    subjectWords(evidence.detail, language),
    when,
    evidence.minutes === undefined ? undefined : minutesWords(evidence.minutes, language),
  ];
  const rest = parts.filter((part) => part !== undefined).join(language === 'EN' ? ', ' : '，');
  return `${kindWords(evidence.kind, language)}${language === 'EN' ? ': ' : '：'}${rest}`;
}

/** What a criterion asks for, in words. */
export function criterionWords(criterion: Criterion, language: RecordLanguage): string {
  const { kind, measure, amount } = criterion;
  const subject = subjectWords(criterion, language);
  const what = kindWords(kind, language);
  const units: Readonly<Record<Criterion['measure'], Words>> = {
    COUNT: { EN: amount === 1 ? 'once' : `${amount} times`, ZH_CN: `${amount} 次` },
    MINUTES: { EN: minutesWords(amount, 'EN'), ZH_CN: minutesWords(amount, 'ZH_CN') },
    DAYS: { EN: `${amount} days`, ZH_CN: `${amount} 天` },
  };
  const amountWords = units[measure][language];
  if (language === 'ZH_CN') return `${what}${subject === undefined ? '' : `（${subject}）`}：${amountWords}`;
  return `${what}${subject === undefined ? '' : ` (${subject})`}: ${amountWords}`;
}
