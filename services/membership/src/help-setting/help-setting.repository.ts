import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import { settingOf, type HelpSetting, type MinorMember } from './help-setting.js';

/** Reads and writes settings of mutual help. */
export type HelpSettingRepository = ReturnType<typeof createHelpSettingRepository>;

/** A repository over one connection or transaction. */
export function createHelpSettingRepository(manager: EntityManager) {
  return {
    /** A member's own settings. */
    async find(memberId: MemberId): Promise<HelpSetting> {
      const [row]: readonly SettingRow[] = await manager.query('select * from help_setting where id = $1', [memberId]);
      return row === undefined ? settingOf(memberId) : toSetting(row);
    },

    /** How each of the members wants to be reached by `by`; nobody whom `by` is blocked with is among them. */
    async listContacts(by: MemberId | undefined, ids: readonly MemberId[]): Promise<ReadonlyMap<MemberId, string>> {
      const rows: readonly { id: MemberId; contact_line: string }[] = await manager.query(
        'select id, contact_line from help_setting where id = any($1) and contact_line is not null and not is_blocked(id, $2)',
        [ids, by ?? null],
      );
      return new Map(rows.map((row) => [row.id, row.contact_line]));
    },

    /** Keeps a member's settings; the last one holds. */
    async save({ id, contactLine, showsThanks }: HelpSetting): Promise<HelpSetting> {
      const [row]: readonly SettingRow[] = await manager.query(
        `insert into help_setting (id, contact_line, shows_thanks, version) values ($1, $2, $3, 1)
         on conflict on constraint help_setting_pk do update
           set contact_line = excluded.contact_line, shows_thanks = excluded.shows_thanks, version = help_setting.version + 1
         returning *`,
        [id, contactLine ?? null, showsThanks],
      );
      return row === undefined ? settingOf(id) : toSetting(row);
    },

    /** Whether somebody is noted as under age now. */
    async isMinor(memberId: MemberId, now: Date): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query('select 1 from minor_member where id = $1 and until > $2', [
        memberId,
        now,
      ]);
      return rows.length > 0;
    },

    /** Notes that somebody is under age until an instant. */
    async noteMinor({ id, until, notedBy, notedAt }: MinorMember): Promise<void> {
      await manager.query(
        `insert into minor_member (id, until, noted_by, noted_at, version) values ($1, $2, $3, $4, 1)
         on conflict on constraint minor_member_pk do update set until = excluded.until, noted_by = excluded.noted_by,
           noted_at = excluded.noted_at, version = minor_member.version + 1`,
        [id, until, notedBy, notedAt],
      );
    },
  };
}

type SettingRow = { id: MemberId; contact_line: string | null; shows_thanks: boolean; version: number };

function toSetting(row: SettingRow): HelpSetting {
  return {
    id: row.id,
    contactLine: row.contact_line ?? undefined,
    showsThanks: row.shows_thanks,
    version: row.version,
  };
}
