import { fileURLToPath } from 'node:url';

/** `apart` are compared without sharing between requests, `shared` with it, `local` have everything in one process. */
export type Section = 'apart' | 'shared' | 'local';

/** A server under measurement. */
export type Peer = {
  readonly name: string;
  readonly section: Section;
  readonly title: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What follows `node`; the supergraph names its services over HTTP. */
  command(place: { readonly supergraphFile: string; readonly port: number }): readonly string[];
};

const program = (name: string): string => fileURLToPath(new URL(`programs/${name}.js`, import.meta.url));
// Asked when they are started: only the benchmarks bring the other gateways with them.
const served = (): string => fileURLToPath(new URL('serve/main.js', import.meta.resolve('@guildhall/gateway')));
const hive = (): string => fileURLToPath(new URL('bin.js', import.meta.resolve('@graphql-hive/gateway')));

type Place = { readonly supergraphFile: string; readonly port: number };

const ours = ({ supergraphFile, port }: Place): string[] => [
  served(),
  '--supergraph',
  supergraphFile,
  '--port',
  String(port),
];
const hiveGateway = ({ supergraphFile, port }: Place): string[] => [
  hive(),
  'supergraph',
  supergraphFile,
  ...['--port', String(port), '--host', '127.0.0.1', '--config-path', program('hive.config')],
];
const hiveNative = (place: Place): string[] => [...hiveGateway(place), '--hive-router-runtime'];
const sharing = { BENCH_SHARING: 'on' };

/** Everything that can be measured; the first of each section is ours. */
export const peers: readonly Peer[] = [
  { name: 'ours', section: 'apart', title: 'Guildhall gateway', command: (place) => [...ours(place), '--no-sharing'] },
  {
    name: 'stock',
    section: 'apart',
    title: '@apollo/gateway, stand-alone server',
    command: ({ supergraphFile, port }) => [program('stock'), supergraphFile, String(port)],
  },
  { name: 'hive', section: 'apart', title: 'Hive Gateway', command: hiveGateway },
  { name: 'hive-native', section: 'apart', title: 'Hive Gateway, native planner', command: hiveNative },
  {
    name: 'ours-shared',
    section: 'shared',
    title: 'Guildhall gateway, sharing',
    command: ours,
  },
  {
    name: 'hive-shared',
    section: 'shared',
    title: 'Hive Gateway, sharing',
    environment: sharing,
    command: hiveGateway,
  },
  {
    name: 'hive-native-shared',
    section: 'shared',
    title: 'Hive Gateway, native planner, sharing',
    environment: sharing,
    command: hiveNative,
  },
  {
    name: 'ours-local',
    section: 'local',
    title: 'Guildhall gateway, services in process (graphql-jit)',
    command: ({ port }) => [program('local-gateway'), String(port)],
  },
  {
    name: 'monolith',
    section: 'local',
    title: 'monolith, Apollo Server + graphql-js',
    command: ({ port }) => [program('monolith'), 'plain', String(port)],
  },
  {
    name: 'monolith-bare',
    section: 'local',
    title: 'the same, default plugins off',
    command: ({ port }) => [program('monolith'), 'bare', String(port)],
  },
  {
    name: 'monolith-compiled',
    section: 'local',
    title: 'the same, graphql-jit',
    command: ({ port }) => [program('monolith'), 'compiled', String(port)],
  },
  {
    name: 'floor',
    section: 'local',
    title: 'monolith, graphql-jit, no server framework',
    command: ({ port }) => [program('floor'), String(port)],
  },
];
