import { createHash } from 'node:crypto';
import type { PageLanguage } from './page-language.js';

/** Markup that is already safe to show; only `html` and `trustedMarkup` make it. */
export type Markup = { readonly markup: string };

/** A page to be sent: its language, its title, what is inside it, and the other origins its forms may lead to. */
export type Page = {
  readonly language: PageLanguage;
  readonly title: string;
  readonly body: Markup;
  readonly formOrigins?: readonly string[];
};

/** Builds markup from a template: every value put in is escaped, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Markup | readonly Markup[])[]): Markup {
  return { markup: String.raw({ raw: parts }, ...values.map(toMarkup)) };
}

/** Marks text the provider itself rendered as safe to show. Never for anything that came from a request. */
export function trustedMarkup(markup: string): Markup {
  return { markup };
}

function toMarkup(value: string | Markup | readonly Markup[]): string {
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}

const style = `
:root{color-scheme:light dark;--ground:#f5f3ee;--card:#fff;--ink:#1d2433;--soft:#566074;--line:#d9d5cb;--accent:#1f4f8f;--accent-ink:#fff;--note:#fff4d6;--note-ink:#5c4300}
@media (prefers-color-scheme:dark){:root{--ground:#12161f;--card:#1b212d;--ink:#eef1f6;--soft:#a9b3c5;--line:#343d4d;--accent:#8fb8f2;--accent-ink:#0d1420;--note:#3a2f10;--note-ink:#ffe3a1}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem}
.brand{margin:0 0 1.5rem;font-weight:700;letter-spacing:.02em;color:var(--accent)}
h1{font-size:clamp(1.5rem,5vw,2.1rem);line-height:1.2;margin:0 0 .5rem;text-wrap:balance}
.lead{margin:0 0 1.25rem;color:var(--soft)}
.note{margin:0 0 1.5rem;padding:.75rem 1rem;border-radius:.75rem;background:var(--note);color:var(--note-ink)}
.note strong{margin-inline-end:.35rem}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr))}
li{display:flex}
.person{display:flex;gap:.9rem;align-items:center;width:100%;min-height:4.75rem;padding:.85rem 1rem;text-align:start;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:1rem;cursor:pointer}
.person:hover{border-color:var(--accent)}
.initial{flex:none;display:grid;place-items:center;width:2.75rem;height:2.75rem;border-radius:50%;background:var(--accent);color:var(--accent-ink);font-weight:700;font-size:1.15rem}
.name{display:block;font-weight:650}
.does{display:block;color:var(--soft);font-size:.925rem}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.5rem}
.action{min-height:2.75rem;padding:.6rem 1.1rem;font:inherit;font-weight:600;border-radius:.75rem;border:1px solid var(--line);background:var(--card);color:inherit;cursor:pointer}
.primary{background:var(--accent);border-color:var(--accent);color:var(--accent-ink)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`;

// Whole and in one piece: a single space more inside the element, and its hash would no longer let it in.
const styleElement = trustedMarkup(`<style>${style}</style>`);
const styleHash = createHash('sha256').update(style).digest('base64');

/** The page as a whole HTML document: phone first, light or dark as the reader prefers, no script and nothing loaded from anywhere. */
export function renderPage({ language, title, body }: Page): string {
  const { markup } = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · Guildhall</title>
        ${styleElement}
      </head>
      <body>
        <main>
          <p class="brand">Guildhall</p>
          ${body}
        </main>
      </body>
    </html> `;
  return markup;
}

/**
 * The headers of such a page. Its policy allows its own style and nothing else; a form may lead to us and to the app that asked,
 * because browsers also hold a form to this rule when its answer redirects.
 */
export function pageHeaders({ language, formOrigins = [] }: Page): Readonly<Record<string, string>> {
  const formTargets = ["'self'", ...formOrigins].join(' ');
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action ${formTargets}; base-uri 'none'; frame-ancestors 'none'`,
    'cache-control': 'no-store',
    vary: 'accept-language',
  };
}

/** The headers of every answer of this server, page or not. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};
