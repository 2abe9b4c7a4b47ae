/** Where the style of the problem page lives; a file of its own, because the policy lets in no inline style. */
export const problemStylePath = '/auth/problem.css';

/** The style of the problem page, in the colours of the apps: phone first, light or dark as the reader prefers. */
export const problemStyle = `
:root{color-scheme:light dark;--ground:#faf7f2;--card:#fffdfa;--ink:#22302c;--soft:#55635d;--line:#ddd5c8;--accent:#1f6353;--accent-ink:#fff}
@media (prefers-color-scheme:dark){:root{--ground:#141a18;--card:#1c2421;--ink:#edf1ec;--soft:#a9b8b0;--line:#37433e;--accent:#7fd0b8;--accent-ink:#0c1f19}}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{box-sizing:border-box;max-width:30rem;margin:1rem;padding:2rem 1.5rem;background:var(--card);border:1px solid var(--line);border-radius:1.25rem}
h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.25;text-wrap:balance}
p{margin:0 0 1.25rem;color:var(--soft)}
nav{display:flex;flex-wrap:wrap;gap:.75rem}
a{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 1.1rem;border:1px solid var(--line);border-radius:.75rem;font-weight:600;color:inherit;text-decoration:none}
a:first-child{background:var(--accent);border-color:var(--accent);color:var(--accent-ink)}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`;
