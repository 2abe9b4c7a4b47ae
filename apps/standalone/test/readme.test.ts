import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { demoMachineClients, demoPeople } from '@guildhall/demo';
import { serviceNames } from '@guildhall/events';
import { buildSchema, parse, validate } from 'graphql';
import { z } from 'zod';
import { banner } from '../src/banner.js';
import { findWorkspace } from '../src/data-folder.js';
import { readSettings } from '../src/settings.js';

const workspace = findWorkspace(import.meta.dirname);
const read = (file: string): string => readFileSync(join(workspace, file), 'utf8');
const readme = read('README.md');

/** Documents are those that git knows or would add: no built file, no package of somebody else. */
const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: workspace,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(workspace, file)));

/** The text from a heading to the next of its level. */
function section(heading: string): string {
  return readme.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
}

/** What stands in code in the first column of the first table of a section. */
function firstColumn(heading: string): readonly string[] {
  return [...section(heading).matchAll(/^\| `([^`]+)`/gm)].map(([, cell]) => cell ?? '');
}

describe('the README', () => {
  it('has the query that a start prints, to the letter', () => {
    const printed = banner(readSettings({}, []), {
      graph: 'http://127.0.0.1:4000/graphql',
      identity: undefined,
      mailPage: undefined,
      apps: [],
      services: [],
    });
    const lines = printed.split('\n');
    const first = lines.findIndex((line) => line.startsWith('  curl '));
    const call = lines.slice(first, first + 3).map((line) => line.slice(2));
    expect(readme).toContain(call.join('\n'));
  });

  it('has a query that the graph understands', () => {
    const [body] = /\{"query":.*(?=')/.exec(readme) ?? [];
    const { query } = z.object({ query: z.string() }).parse(JSON.parse(body ?? 'null'));
    expect(validate(buildSchema(read('gateway/api.graphql')), parse(query))).toEqual([]);
  });

  it('lists every demo person and machine client, and nobody else', () => {
    expect(firstColumn('People to sign in as')).toEqual(demoPeople.map(({ subject }) => subject));
    for (const { displayName } of demoPeople) expect(readme).toContain(`| ${displayName} `);
    for (const { clientId } of demoMachineClients) expect(readme).toContain(`-- --client ${clientId}`);
  });

  it('lists exactly the variables that the settings read', () => {
    const files = [
      'apps/standalone/src/settings.ts',
      'apps/standalone/src/passed-on-variables.ts',
      'apps/standalone/src/data-folder.ts',
      'gateway/src/edge-settings.ts',
      'gateway/src/traffic/traffic-variables.ts',
      'gateway/src/telemetry/telemetry-settings.ts',
      'packages/tracing/src/start-tracing.ts',
    ];
    const source = files.map(read).join('\n');
    const named = [...source.matchAll(/(?:(?:GUILDHALL|OTEL)_[A-Z0-9_]*[A-Z]|REDIS_URL)\b/g)].map(([name]) => name);
    const databases = serviceNames.map((name) => `GUILDHALL_${name.toUpperCase()}_DATABASE_URL`);
    expect([...firstColumn('Settings')].sort()).toEqual([...new Set([...named, ...databases])].sort());
  });

  it('shows a tree of folders that exist, and every package and service', () => {
    const tree = /```\n(services\/[^`]*)```/.exec(section('What is where'))?.[1] ?? '';
    let top = '';
    const folders = tree.split('\n').flatMap((line) => {
      const names = [...(/^( *)((?:[a-z-]+\/ *)+)/.exec(line)?.[2] ?? '').matchAll(/[a-z-]+/g)].map(([name]) => name);
      if (line.startsWith(' ')) return names.map((name) => `${top}/${name}`);
      top = names[0] ?? top;
      return names;
    });
    expect(folders.filter((folder) => !existsSync(join(workspace, folder)))).toEqual([]);
    const workspaces = execFileSync('git', ['ls-files', '--', ':(glob)*/*/package.json'], {
      cwd: workspace,
      encoding: 'utf8',
    });
    for (const file of workspaces.trim().split('\n')) expect(folders).toContain(dirname(file));
  });
});

describe('every document', () => {
  it.each(documents)('%s names commands that exist', (file) => {
    const known = new Set([...scriptsIn('.'), ...scriptsIn(dirname(file))]);
    const named = [...read(file).matchAll(/\bnpm run (?:--silent )?([a-z][a-z:]*)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(documents)('%s links to files and headings that exist', (file) => {
    const links = [...withoutCode(read(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
    const local = links.filter((target) => !/^[a-z]+:/.test(target));
    expect(local.filter((target) => !isFound(file, target))).toEqual([]);
  });

  it('is looked at: there are some', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/architecture.md']));
  });
});

/** A package's own document may speak of the package's own scripts. */
function scriptsIn(folder: string): readonly string[] {
  const file = join(folder, 'package.json');
  if (!existsSync(join(workspace, file))) return [];
  const manifest = z.object({ scripts: z.record(z.string(), z.string()).optional() }).parse(JSON.parse(read(file)));
  return Object.keys(manifest.scripts ?? {});
}

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

function isFound(from: string, target: string): boolean {
  const [path = '', heading] = target.split('#');
  const file = path === '' ? from : join(dirname(from), path);
  if (!existsSync(join(workspace, file))) return false;
  return heading === undefined || headingsOf(read(file)).includes(heading);
}

/** The anchors that a forge makes of headings. */
function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    (title ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
