import type { Peer, Section } from '../peers.js';
import type { Result } from '../run-rounds.js';
import { figureOf, ratioOf, type Figure } from './ratios.js';
import { printNumber, printSpread } from './spread.js';

/** What was measured. */
export type Measured = {
  readonly results: readonly Result[];
  readonly peers: readonly Peer[];
  readonly shapes: readonly string[];
};

const sections: readonly { readonly section: Section; readonly title: string; readonly bases: readonly string[] }[] = [
  { section: 'apart', title: 'Over HTTP, nothing shared between requests', bases: ['stock', 'hive-native'] },
  { section: 'shared', title: 'Over HTTP, equal requests to services shared while in flight', bases: ['stock'] },
  { section: 'local', title: 'In one process', bases: ['monolith-compiled', 'floor'] },
];

/** The tables of a run: ratios first, for only they outlive the machine, then the figures behind them. */
export function writeMarkdown(measured: Measured): string {
  const parts = sections.flatMap(({ section, title, bases }) => {
    const peers = measured.peers.filter((peer) => peer.section === section);
    const known = bases.filter((base) => measured.peers.some(({ name }) => name === base));
    if (peers.length === 0) return [];
    const ratios = known.flatMap((base) => ratioTables(measured, peers, base));
    return [`### ${title}`, ...ratios, figureTable(measured, peers)];
  });
  return `${parts.join('\n\n')}\n`;
}

function ratioTables(measured: Measured, peers: readonly Peer[], base: string): string[] {
  const title = measured.peers.find(({ name }) => name === base)?.title ?? base;
  const others = peers.filter(({ name }) => name !== base);
  const table = (figure: Figure): string =>
    tableOf(
      ['', ...measured.shapes],
      others.map((peer) => [
        peer.title,
        ...measured.shapes.map((shape) =>
          printSpread(ratioOf(measured.results, { peer: peer.name, base, shape, figure })),
        ),
      ]),
    );
  return [
    `Throughput as a multiple of “${title}”, median [least..most] over the rounds:`,
    table('perSecond'),
    `Processor time per request as a multiple of “${title}”:`,
    table('cpuMsPerRequest'),
  ];
}

const columns: readonly { readonly head: string; readonly figure: Figure }[] = [
  { head: 'requests/s', figure: 'perSecond' },
  { head: 'p50 ms', figure: 'p50Ms' },
  { head: 'p99 ms', figure: 'p99Ms' },
  { head: 'CPU ms/request', figure: 'cpuMsPerRequest' },
  { head: 'subgraph requests', figure: 'subgraphRequestsPerRequest' },
  { head: 'subgraph bytes', figure: 'subgraphBytesPerRequest' },
  { head: 'peak MB', figure: 'peakMemoryMb' },
];

function figureTable({ results, shapes }: Measured, peers: readonly Peer[]): string {
  const rows = peers.flatMap((peer) =>
    shapes.map((shape) => [
      peer.title,
      shape,
      ...columns.map(({ figure }) => printNumber(figureOf(results, { peer: peer.name, shape, figure }).median)),
    ]),
  );
  return tableOf(['', 'shape', ...columns.map(({ head }) => head)], rows);
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
