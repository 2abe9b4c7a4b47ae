import { planDemoUnion } from '@guildhall/demo';
import { afterEach, expect, it } from '@jest/globals';
import { testStart } from '@guildhall/testing';
import { loadLibrary } from '../seeds/load-library.js';
import { ask } from './ask.js';
import { Library } from './resource-file-fixture.js';

let library: Library | undefined;
afterEach(() => library?.stop());

type Found = { resources: { edges: { node: { kind: string; file: { id: string; name: string; size: number } } }[] } };

it.each(['small', 'full'] as const)(
  'the demo library of %s size has files that everybody can fetch, each labelled as made up',
  async (size) => {
    const { test, folder } = (library = await Library.start());
    const environment = {
      GUILDHALL_FILES_PORT: '0',
      GUILDHALL_FILES_DIR: folder,
    };
    const anchor = new Date(testStart);
    const union = planDemoUnion({ anchor, size });
    await test.dataSource.transaction((manager) => loadLibrary(manager, union, { anchor, environment }));
    for (const [search, kind, begins] of [
      ['"notes on one page"', 'NOTES', '%PDF-'],
      ['"revision plan"', 'FILE', 'Demonstration: made up'],
      ['复习计划', 'NOTES', '示例：内容均为虚构'],
    ] as const) {
      const query =
        'query ($search: String) { resources(search: $search) { edges { node { kind file { id name size } } } } }';
      const { resources } = await ask<Found>(test, undefined, query, { search });
      const found = resources.edges.flatMap(({ node }) => (node.file === null ? [] : [node]));
      expect(found.map((node) => node.kind)).toEqual([kind]);
      const response = await library.fetched(undefined, found[0]?.file.id ?? '');
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.toString('utf8').startsWith(begins)).toBe(true);
      expect(bytes.length).toBe(found[0]?.file.size);
    }
  },
  60_000,
);
