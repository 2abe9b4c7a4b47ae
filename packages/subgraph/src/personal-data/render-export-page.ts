import { fieldWords } from './field-words.js';
import type { PersonalSection, ReadingLanguage } from './personal-section.js';
import type { ExportedRow, ExportPage } from './write-export-part.js';

const words = {
  en: { title: 'What is kept about you', part: 'Part', page: 'Page', written: 'Written', none: 'Nothing is kept.' },
  'zh-CN': {
    title: '平台保存的关于您的数据',
    part: '部分',
    page: '页',
    written: '生成时间',
    none: '没有保存任何数据。',
  },
} as const;

const services: Readonly<Record<ReadingLanguage, Readonly<Record<string, string>>>> = {
  en: { membership: 'Membership', activities: 'Activities', learning: 'Learning' },
  'zh-CN': { membership: '会员', activities: '活动', learning: '学习' },
};

/** A page of a copy for people: one file that loads and runs nothing, with every value escaped. */
export function renderExportPage(
  page: ExportPage,
  sections: readonly PersonalSection[],
  language: ReadingLanguage,
): string {
  const text = words[language];
  const part = services[language][page.service] ?? page.service;
  const title = `${text.title}: ${part}`;
  const titles = new Map(sections.map((section) => [section.name, section.title[language]]));
  const bodies = page.sections.map(
    ({ name, rows }) =>
      `<section><h2>${escape(titles.get(name) ?? name)}</h2>${rows.length === 0 ? `<p>${text.none}</p>` : renderRows(rows, language)}</section>`,
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}li{margin:0 0 1rem}dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}</style></head>
<body><main><h1>${escape(title)}</h1><p>${text.page} ${page.page}. ${text.written}: <time datetime="${escape(page.writtenAt)}">${escape(page.writtenAt)}</time></p>
${bodies.join('\n')}</main></body></html>
`;
}

function renderRows(rows: readonly ExportedRow[], language: ReadingLanguage): string {
  return `<ol>${rows.map((row) => `<li><dl>${renderFields(row, language)}</dl></li>`).join('')}</ol>`;
}

function renderFields(row: ExportedRow, language: ReadingLanguage): string {
  return Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `<dt>${escape(fieldTitle(name, language))}</dt><dd>${escape(readable(value))}</dd>`)
    .join('');
}

/** `postedAt` reads as "Posted at"; a name without Chinese words stands as it is, which a test forbids. */
function fieldTitle(name: string, language: ReadingLanguage): string {
  if (language === 'zh-CN') return fieldWords[name] ?? name;
  const plain = name.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

function readable(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(readable).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, inner]) => `${name}: ${readable(inner)}`)
      .join('; ');
  return String(value);
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
