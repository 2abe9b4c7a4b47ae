import type { CopiedCase, CopiedReferral, OwnCopy } from './own-copy.js';

/** The languages a copy can be read in. */
export type CopyLanguage = 'en' | 'zh-CN';

const words = {
  en: {
    title: 'Your cases with the advice service',
    taken: 'Copy taken',
    none: 'You have no case.',
    matter: 'Matter',
    status: 'Status',
    stage: 'Stage',
    outcome: 'Outcome',
    opened: 'Opened',
    closed: 'Closed',
    worker: 'Case worker',
    narrative: 'What you wrote',
    name: 'The name you gave',
    parties: 'Other people you named',
    summary: 'How it came out',
    messages: 'Messages',
    deadlines: 'Deadlines',
    due: 'Due',
    met: 'Met',
    referrals: 'Referrals',
    consented: 'Released',
    kept: 'Kept back',
    question: 'Question',
    answer: 'Your answer',
    response: 'Answer of the department',
    readings: 'Who read what',
    reader: 'Reader',
    purpose: 'Why',
    fields: 'What',
    when: 'When',
    other: 'Other words',
    erased: 'Erased',
  },
  'zh-CN': {
    title: '您在咨询服务的案件',
    taken: '副本生成时间',
    none: '您没有案件。',
    matter: '事项',
    status: '状态',
    stage: '阶段',
    outcome: '结果',
    opened: '提交时间',
    closed: '结案时间',
    worker: '个案工作者',
    narrative: '您所写的内容',
    name: '您提供的姓名',
    parties: '您提到的其他人',
    summary: '处理结果说明',
    messages: '消息',
    deadlines: '期限',
    due: '截止时间',
    met: '完成时间',
    referrals: '转介',
    consented: '已同意披露',
    kept: '未披露',
    question: '提问',
    answer: '您的回答',
    response: '部门答复',
    readings: '查阅记录',
    reader: '查阅人',
    purpose: '原因',
    fields: '内容',
    when: '时间',
    other: '其他内容',
    erased: '已删除',
  },
} as const;

type Words = Readonly<Record<keyof (typeof words)['en'], string>>;

/** The copy as a page to read, complete in one file that loads nothing and runs nothing. */
export function renderCopy(copy: OwnCopy, language: CopyLanguage): string {
  const text: Words = words[language];
  const cases = copy.cases.map((item) => renderCase(item, text)).join('');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${text.title}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600}dd{margin:0 0 .5rem}p,dd{white-space:pre-wrap}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.25rem .5rem;text-align:left}</style></head>
<body><h1>${text.title}</h1><p>${text.taken}: ${time(copy.takenAt)}</p>${cases === '' ? `<p>${text.none}</p>` : cases}</body></html>
`;
}

function renderCase(item: CopiedCase, text: Words): string {
  const facts = [
    [text.matter, item.matter],
    [text.status, item.status],
    [text.stage, item.stage],
    [text.outcome, item.outcome],
    [text.opened, time(item.openedAt)],
    [text.closed, item.closedAt && time(item.closedAt)],
    [text.worker, item.assignee],
    [text.name, item.contactName],
    [text.parties, item.otherParties.join(', ')],
    [text.narrative, item.narrative ?? text.erased],
    [text.summary, item.outcomeSummary],
  ] as const;
  const messages = item.messages.map(
    ({ author, sentAt, text: body }) =>
      `<dt>${escape(author)}, ${time(sentAt)}</dt><dd>${escape(body ?? text.erased)}</dd>`,
  );
  const deadlines = item.deadlines.map(
    ({ kind, dueAt, metAt }) =>
      `<dt>${escape(kind)}</dt><dd>${text.due}: ${time(dueAt)}${metAt ? `; ${text.met}: ${time(metAt)}` : ''}</dd>`,
  );
  const readings = item.readings.map(
    ({ at, readerRole, reader, purpose, fields }) =>
      `<tr><td>${time(at)}</td><td>${escape(readerRole)} ${escape(reader.slice(0, 8))}</td><td>${escape(purpose)}</td><td>${escape(fields.join(', '))}</td></tr>`,
  );
  const other = item.otherWords.map(({ place, text: body }) => `<dt>${escape(place)}</dt><dd>${escape(body)}</dd>`);
  const head = `<tr><th>${text.when}</th><th>${text.reader}</th><th>${text.purpose}</th><th>${text.fields}</th></tr>`;
  return [
    `<section><h2>${escape(item.matter)}, ${time(item.openedAt)}</h2>`,
    list(
      facts.flatMap(([name, value]) =>
        value ? [`<dt>${name}</dt><dd>${value.startsWith('<time>') ? value : escape(value)}</dd>`] : [],
      ),
    ),
    part(text.messages, messages),
    part(text.deadlines, deadlines),
    part(
      text.referrals,
      item.referrals.flatMap((referral) => renderReferral(referral, text)),
    ),
    part(text.other, other),
    readings.length === 0 ? '' : `<h3>${text.readings}</h3><table>${head}${readings.join('')}</table>`,
    '</section>',
  ].join('\n');
}

function renderReferral(referral: CopiedReferral, text: Words): readonly string[] {
  const { department, status, fields, questions, response } = referral;
  return [
    `<dt>${escape(department)}</dt><dd>${escape(status)}</dd>`,
    ...fields.map(
      ({ name, value, consented }) =>
        `<dt>${escape(name)} (${consented ? text.consented : text.kept})</dt><dd>${escape(value)}</dd>`,
    ),
    ...questions.map(
      ({ question, answer }) =>
        `<dt>${text.question}</dt><dd>${escape(question ?? text.erased)}</dd><dt>${text.answer}</dt><dd>${escape(answer ?? '')}</dd>`,
    ),
    ...(response === undefined ? [] : [`<dt>${text.response}</dt><dd>${escape(response)}</dd>`]),
  ];
}

function part(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<h3>${title}</h3>${list(items)}`;
}

function list(items: readonly string[]): string {
  return `<dl>${items.join('')}</dl>`;
}

function time(instant: Date): string {
  return `<time>${instant.toISOString()}</time>`;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
