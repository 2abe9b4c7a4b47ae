/** A mail that would have been sent. */
export type CaughtMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
};

/** The page that shows what would have been sent, the newest first; it says that it is for development. */
export function mailPage(mails: readonly CaughtMail[]): string {
  const items = mails.map(
    ({ to, subject, text, at }) =>
      `<article><h2>${escape(subject)}</h2><p><b>To:</b> ${escape(to)}<br><b>At:</b> <time>${at.toISOString()}</time></p><pre>${escape(text)}</pre></article>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Caught mail (development)</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:0 auto;padding:1rem}header{background:#7a3b00;color:#fff;padding:.75rem 1rem}article{border:1px solid #999;margin:1rem 0;padding:0 1rem}pre{white-space:pre-wrap}</style></head>
<body><header><strong>Development page.</strong> This mail was caught on this machine and sent to nobody. It is gone when the platform stops.</header>
<main><h1>Caught mail</h1>${items.length === 0 ? '<p>Nothing was sent yet. Mail waits for the end of quiet hours.</p>' : items.join('\n')}</main></body></html>
`;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
