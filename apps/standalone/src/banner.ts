import { shownPeople, type Addresses } from './platform.js';
import type { Settings, WebAppName } from './settings.js';

/** A query over all four services that works for every demo person. */
export const welcomeQuery = `{ viewer { subject member { displayName
  groups { group { name } }
  registrations(first: 3) { edges { node { status activity { title startsAt } } } }
  cases(first: 3) { edges { node { stage status } } }
  enrolments(first: 3) { edges { node { status path { title } } } } } } }`;

const appTitles: Readonly<Record<WebAppName, string>> = {
  portal: 'Portal',
  desk: 'Desk',
  partners: 'Partners',
  insights: 'Insights',
};

/** What a newcomer reads when the platform is up. */
export function banner(settings: Settings, addresses: Addresses): string {
  const graph = addresses.graph;
  const lines = ['', 'Guildhall is up.', ''];
  for (const { name, url } of addresses.apps) lines.push(`  ${appTitles[name].padEnd(20)} ${url}`);
  lines.push(`  Graph and explorer   ${graph}`);
  if (addresses.identity !== undefined) lines.push(`  Identity             ${addresses.identity}`);
  for (const { name, url } of addresses.services) lines.push(`  ${name.padEnd(20)} ${url}  (answers the gateway only)`);
  if (addresses.mailPage !== undefined) lines.push(`  Caught mail          ${addresses.mailPage}`);
  lines.push(`  Data                 ${settings.dataFolder}`);
  if (settings.issuer.kind === 'embedded') lines.push(...demoLines(graph));
  lines.push('', 'Ctrl-C stops everything.', '');
  return lines.join('\n');
}

function demoLines(graph: string): readonly string[] {
  const people = shownPeople.map(({ subject, displayName, description }) =>
    hanging(`  ${subject.padEnd(7)}`, `${displayName}, ${description}`),
  );
  return [
    '',
    'Demo people (no password; the data is made up):',
    ...people,
    '',
    'A token for one of them:   npm run --silent token -- ada',
    'One query over four services, to paste into another terminal:',
    '',
    `curl -s ${graph} -H 'content-type: application/json' \\`,
    '  -H "authorization: Bearer $(npm run --silent token -- ada)" -d @- <<\'END\'',
    // A newline is not allowed in JSON text; curl drops those of what it reads from its input.
    `{"query":"${welcomeQuery}"}`,
    'END',
  ];
}

const width = 88;

/** Text after its label, later lines below the beginning of the first. */
function hanging(label: string, text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = [lines.at(-1), word].filter((part) => part !== '').join(' ');
    if (label.length + line.length > width) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines.map((line, index) => `${index === 0 ? label : ' '.repeat(label.length)}${line}`).join('\n');
}
