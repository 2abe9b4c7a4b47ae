import { toPage, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { ConcurrentWrite } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { CaseMatter } from '../case/case.js';
import type { CaseViewer } from '../sealing/viewer.js';
import { templatePolicy } from './template.policy.js';
import type { Template, TemplateLanguage, TemplateText, WrittenTemplate } from './template.js';

type Row = {
  id: Id<'MessageTemplate'>;
  name: string;
  matter: CaseMatter | null;
  language: TemplateLanguage;
  retired_at: Date | null;
  version: number;
  number: number;
  body: string;
  written_at: Date;
};

const newest = `
  select t.*, x.number, x.body, x.written_at from message_template t
  join lateral (select * from message_template_text where template_id = t.id order by number desc limit 1) x on true`;

/** Keeps templates and all their versions; every read takes the viewer. */
export type TemplateRepository = ReturnType<typeof createTemplateRepository>;

/** Templates offered for one case at once. */
const offeredMax = 100;

/** Versions of one template shown at once. */
const versionsMax = 50;

/** A repository over one connection or transaction. */
export function createTemplateRepository(manager: EntityManager) {
  return {
    /** Templates by name, retired ones last; for the advice team alone. */
    async page(viewer: CaseViewer, { first, after }: PageRequest): Promise<Page<WrittenTemplate>> {
      const rows: readonly Row[] = await manager.query(
        `${newest} where $1 and ($2::text is null or (t.retired_at is not null, lower(t.name), t.id) > ($2 = 'true', $3, $4::uuid))
         order by t.retired_at is not null, lower(t.name), t.id limit $5`,
        [templatePolicy.canRead(viewer), after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, first + 1],
      );
      return toPage(rows.map(toWritten), first, ({ template }) => [
        String(template.retiredAt !== undefined),
        template.name.toLowerCase(),
        template.id,
      ]);
    },

    /** Those in use for a matter, those for it before those for any. */
    async listForMatter(viewer: CaseViewer, matter: CaseMatter): Promise<readonly WrittenTemplate[]> {
      const rows: readonly Row[] = await manager.query(
        `${newest} where $1 and t.retired_at is null and (t.matter is null or t.matter = $2)
         order by t.matter is null, lower(t.name), t.language, t.id limit ${offeredMax}`,
        [templatePolicy.canRead(viewer), matter],
      );
      return rows.map(toWritten);
    },

    /** One template, or nothing when missing or hidden. */
    async find(viewer: CaseViewer, id: Id<'MessageTemplate'>): Promise<WrittenTemplate | undefined> {
      const rows: readonly Row[] = await manager.query(`${newest} where $1 and t.id = $2`, [
        templatePolicy.canRead(viewer),
        id,
      ]);
      return rows.map(toWritten)[0];
    },

    /** The newest versions of templates that the viewer was shown, newest first. */
    async listTexts(
      ids: readonly Id<'MessageTemplate'>[],
    ): Promise<readonly (TemplateText & { readonly templateId: Id<'MessageTemplate'> })[]> {
      const rows: readonly Row[] = await manager.query(
        `select x.template_id as id, x.number, x.body, x.written_at from unnest($1::uuid[]) as wanted(id)
         join lateral (select * from message_template_text where template_id = wanted.id order by number desc limit ${versionsMax}) x on true
         order by x.template_id, x.number desc`,
        [ids],
      );
      return rows.map((row) => ({ ...toText(row), templateId: row.id }));
    },

    /** Whether a template in use has this name in this language already. */
    async isNameTaken({ id, name, language }: Pick<Template, 'id' | 'name' | 'language'>): Promise<boolean> {
      await manager.query(`select pg_advisory_xact_lock(hashtext('message_template'))`);
      const rows: readonly unknown[] = await manager.query(
        'select 1 from message_template where lower(name) = lower($1) and language = $2 and retired_at is null and id <> $3',
        [name, language, id],
      );
      return rows.length > 0;
    },

    async add({ id, name, matter, language }: Template, text: TemplateText, writtenBy: string): Promise<void> {
      await manager.query(
        'insert into message_template (id, name, matter, language, version) values ($1, $2, $3, $4, 1)',
        [id, name, matter ?? null, language],
      );
      await addText(manager, id, text, writtenBy);
    },

    /** Saves a changed template, with its new words if it has some; the later of two who change it at once fails. */
    async save(
      { id, name, matter, retiredAt, version }: Template,
      changed?: { readonly text: TemplateText; readonly writtenBy: string },
    ): Promise<void> {
      const [, count]: [unknown, number] = await manager.query(
        'update message_template set name = $2, matter = $3, retired_at = $4, version = version + 1 where id = $1 and version = $5',
        [id, name, matter ?? null, retiredAt ?? null, version],
      );
      if (count !== 1) throw new ConcurrentWrite();
      if (changed) await addText(manager, id, changed.text, changed.writtenBy);
    },
  };
}

async function addText(
  manager: EntityManager,
  id: Id<'MessageTemplate'>,
  { number, body, writtenAt }: TemplateText,
  writtenBy: string,
): Promise<void> {
  await manager.query(
    'insert into message_template_text (template_id, number, body, written_by, written_at) values ($1, $2, $3, $4, $5)',
    [id, number, body, writtenBy, writtenAt],
  );
}

function toWritten(row: Row): WrittenTemplate {
  const { id, name, language, version } = row;
  return {
    template: { id, name, language, version, matter: row.matter ?? undefined, retiredAt: row.retired_at ?? undefined },
    text: toText(row),
  };
}

function toText({ number, body, written_at }: Row): TemplateText {
  return { number, body, writtenAt: written_at };
}
