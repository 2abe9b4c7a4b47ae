/*
 * The second-classroom transcript: what a link shows, laid out in words to print. It holds nothing that the link does not
 * show, so hidden things cannot come into it. Life: written when asked, kept nowhere. Owner: learning.
 */
import { dayIn, kindWords, minutesWords, subjectWords, type RecordLanguage } from '../credential/record-words.js';
import type { RecordLink } from '../record-link/record-link.js';
import type { SharedCredential, SharedEvidence, SharedItem } from '../record-link/shared-item.js';

/** A table of a transcript. */
export type TranscriptTable = {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A transcript in words, ready to be written. */
export type Transcript = {
  readonly language: 'en' | 'zh-CN';
  readonly title: string;
  readonly lead: readonly string[];
  readonly tables: readonly TranscriptTable[];
  readonly closing: readonly string[];
};

/** What a transcript is laid out from. */
export type TranscriptFacts = {
  readonly link: RecordLink;
  readonly items: readonly SharedItem[];
  readonly language: RecordLanguage;
  readonly issuer: { readonly name: string; readonly did: string | undefined };
  /** Where the link is opened, with its token. */
  readonly address: string;
  readonly now: Date;
  readonly campusZone: string;
};

type Words = Readonly<Record<RecordLanguage, string>>;

const statuses: Readonly<Record<string, Words>> = {
  CLAIMED: { EN: 'In force', ZH_CN: '有效' },
  ISSUED: { EN: 'In force', ZH_CN: '有效' },
  SUSPENDED: { EN: 'Suspended', ZH_CN: '暂停' },
  REVOKED: { EN: 'Revoked', ZH_CN: '已撤销' },
  EXPIRED: { EN: 'Expired', ZH_CN: '已过期' },
};

const words = {
  title: { EN: 'Second-classroom transcript', ZH_CN: '第二课堂成绩单' },
  credentials: { EN: 'Credentials', ZH_CN: '证书' },
  evidence: { EN: 'What I did', ZH_CN: '参与经历' },
  what: { EN: 'What', ZH_CN: '内容' },
  of: { EN: 'Kind', ZH_CN: '类别' },
  when: { EN: 'When', ZH_CN: '时间' },
  howMuch: { EN: 'How long', ZH_CN: '时长' },
  issuedAt: { EN: 'Issued', ZH_CN: '颁发日期' },
  status: { EN: 'State', ZH_CN: '状态' },
  none: { EN: 'Nothing is shown here any more.', ZH_CN: '此处已无可显示的内容。' },
} satisfies Readonly<Record<string, Words>>;

/** Lays a transcript out. */
export function layOutTranscript(facts: TranscriptFacts): Transcript {
  const { items, language } = facts;
  const credentials = items.filter((item): item is SharedCredential => item.__typename === 'SharedCredential');
  const evidence = items.filter((item): item is SharedEvidence => item.__typename === 'SharedEvidence');
  const tables = [credentialTable(credentials, facts), evidenceTable(evidence, facts)].filter(
    ({ rows }) => rows.length > 0,
  );
  return {
    language: language === 'EN' ? 'en' : 'zh-CN',
    title: words.title[language],
    lead: [...leadLines(facts), ...(tables.length === 0 ? [words.none[language]] : [])],
    tables,
    closing: closingLines(facts),
  };
}

function leadLines({ link, language, issuer, now, campusZone }: TranscriptFacts): readonly string[] {
  const day = dayIn(campusZone, now);
  const isEnglish = language === 'EN';
  const holder = isEnglish ? `Shown by: ${link.shownAs}` : `出示人：${link.shownAs}`;
  const from = isEnglish
    ? `From the record kept by ${issuer.name}, as it stood on ${day}. The person chose what is in it.`
    : `摘自${issuer.name}保存的记录，截至 ${day}。所列内容由本人选择。`;
  return link.shownAs === '' ? [from] : [holder, from];
}

function closingLines({ link, language, issuer, address, campusZone }: TranscriptFacts): readonly string[] {
  const until = dayIn(campusZone, link.expiresAt);
  const isEnglish = language === 'EN';
  const verify = isEnglish
    ? `Verify this page at ${address} until ${until}. What is shown there is the record of that moment: corrections reach it at once.`
    : `请于 ${until} 前访问 ${address} 核验。该页面显示的是当时的最新记录，更正会立即生效。`;
  const signed = isEnglish ? `Credentials are signed by ${issuer.did}.` : `证书由 ${issuer.did} 签名。`;
  return issuer.did === undefined ? [verify] : [verify, signed];
}

function credentialTable(
  list: readonly SharedCredential[],
  { language, campusZone }: TranscriptFacts,
): TranscriptTable {
  return {
    heading: words.credentials[language],
    columns: [words.what[language], words.issuedAt[language], words.status[language]],
    rows: list.map(({ credential, achievement }) => [
      language === 'EN' ? achievement.titleEn : achievement.titleZh,
      dayIn(campusZone, credential.issuedAt),
      statuses[credential.status]?.[language] ?? '',
    ]),
  };
}

function evidenceTable(list: readonly SharedEvidence[], { language, campusZone }: TranscriptFacts): TranscriptTable {
  return {
    heading: words.evidence[language],
    columns: [words.what[language], words.of[language], words.when[language], words.howMuch[language]],
    rows: list.map(({ evidence: { kind, detail, happenedAt, until, minutes } }) => [
      kindWords(kind, language),
      subjectWords(detail, language) ?? '–',
      until === undefined
        ? dayIn(campusZone, happenedAt)
        : `${dayIn(campusZone, happenedAt)} – ${dayIn(campusZone, until)}`,
      minutes === undefined ? '–' : minutesWords(minutes, language),
    ]),
  };
}
