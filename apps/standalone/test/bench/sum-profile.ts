type Profile = {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
};

/** The parts of the platform that processor time is told apart by, each with where its files lie. */
const parts: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['gateway', /\/gateway\/|@apollo\+(gateway|query-planner|federation)/],
  ['service activities', /\/services\/activities\//],
  ['other services', /\/services\//],
  ['what services share', /\/packages\//],
  ['database driver and mapper', /\/pg[@/-]|\/typeorm|pg-protocol/],
  ['GraphQL', /\/graphql|graphql-jit|dataloader/],
  ['tokens', /\/jose/],
  ['other libraries', /node_modules/],
  ['Node: network and streams', /^node:/],
];

/** A table of where the processor time of a profile went, by part, idle time left out. */
export function sumProfile(profile: Profile): string {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const spent = new Map<string, number>();
  profile.samples.forEach((id, index) => {
    const frame = frames.get(id);
    if (frame === undefined || frame.functionName === '(idle)') return;
    const name = partOf(frame);
    spent.set(name, (spent.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0) / 1_000_000);
  });
  const all = [...spent.values()].reduce((sum, seconds) => sum + seconds, 0);
  const lines = [...spent]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, seconds]) => `  ${name}: ${seconds.toFixed(1)} s, ${Math.round((100 * seconds) / all)} %`);
  return `a thread, ${all.toFixed(1)} s busy from start to end:\n${lines.join('\n')}\n`;
}

function partOf({ functionName, url }: Profile['nodes'][number]['callFrame']): string {
  if (functionName === '(garbage collector)') return 'garbage collector';
  if (url === '') return 'native code and system calls';
  return parts.find(([, pattern]) => pattern.test(url))?.[0] ?? 'other';
}
