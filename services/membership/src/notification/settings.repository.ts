import type { IdSource } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import type { NotificationScope } from './notification-scope.js';
import { completePreferences, settingsOf, type NotificationSettings, type Preference } from './settings.js';

type SettingsRow = {
  readonly member_id: MemberId;
  readonly address: string | null;
  readonly bounces: number;
  readonly is_stopped: boolean;
  readonly proposed_address: string | null;
  readonly proposed_until: Date | null;
  readonly code_tries: number;
  readonly codes_day: string | null;
  readonly codes_sent: number;
  readonly secret: string;
  readonly quiet_from: number;
  readonly quiet_until: number;
  readonly digest: NotificationSettings['digest'];
  readonly language: NotificationSettings['language'];
  readonly version: number;
  readonly preferences: readonly Preference[];
};

const selectSettings = `
  select s.*, s.codes_day::text as codes_day, coalesce((select json_agg(json_build_object('topic', p.topic, 'isTold', p.is_told, 'mail', p.mail))
    from notification_preference p where p.member_id = s.member_id), '[]') as preferences
  from notification_settings s where s.member_id = $1`;

/** Keeps how members want to be told. Every read names the member whose settings they are. */
export type NotificationSettingsRepository = ReturnType<typeof createNotificationSettingsRepository>;

/** A repository over one connection or transaction. */
export function createNotificationSettingsRepository(manager: EntityManager, { ids }: NotificationScope) {
  const read = async (memberId: MemberId, lock = ''): Promise<NotificationSettings | undefined> => {
    const [row]: readonly SettingsRow[] = await manager.query(`${selectSettings} ${lock}`, [memberId]);
    return row === undefined ? undefined : toSettings(row);
  };
  return {
    /** The settings of a member, or what holds until they choose. */
    read: async (memberId: MemberId): Promise<NotificationSettings> =>
      (await read(memberId)) ?? settingsOf(memberId, ''),

    /** The settings of a member, made if there were none; nobody else changes them until the transaction ends. */
    async readLocked(memberId: MemberId): Promise<NotificationSettings> {
      const fresh = settingsOf(memberId, newSecret(ids));
      await manager.query(
        `insert into notification_settings (member_id, secret, quiet_from, quiet_until, digest, language, version)
         values ($1, $2, $3, $4, $5, $6, 1) on conflict do nothing`,
        [memberId, fresh.secret, fresh.quietFrom, fresh.quietUntil, fresh.digest, fresh.language],
      );
      return (await read(memberId, 'for update of s')) ?? fresh;
    },

    /** The settings of a member who has some, for links that come back without a sign-in; nobody else changes them meanwhile. */
    findLocked: (memberId: MemberId): Promise<NotificationSettings | undefined> => read(memberId, 'for update of s'),

    /** Writes settings that were read and locked in this transaction. */
    async save(settings: NotificationSettings): Promise<NotificationSettings> {
      const { proposed } = settings;
      await manager.query(
        `update notification_settings set address = $2, bounces = $3, is_stopped = $4, proposed_address = $5,
           proposed_until = $6, code_tries = $7, codes_day = $8, codes_sent = $9, quiet_from = $10, quiet_until = $11,
           digest = $12, language = $13, version = version + 1 where member_id = $1`,
        [
          settings.memberId,
          settings.address ?? null,
          settings.bounces,
          settings.isStopped,
          proposed?.address ?? null,
          proposed?.until ?? null,
          proposed?.tries ?? 0,
          settings.codesDay ?? null,
          settings.codesSent,
          settings.quietFrom,
          settings.quietUntil,
          settings.digest,
          settings.language,
        ],
      );
      await manager.query(
        `insert into notification_preference (member_id, topic, is_told, mail)
         select $1, p.topic, p."isTold", p.mail from json_to_recordset($2::json) as p(topic text, "isTold" boolean, mail text)
         on conflict (member_id, topic) do update set is_told = excluded.is_told, mail = excluded.mail`,
        [settings.memberId, JSON.stringify(settings.preferences)],
      );
      return { ...settings, version: settings.version + 1 };
    },

    /** Counts that mail to the present address was refused for good. */
    countBounce: (memberId: MemberId): Promise<unknown> =>
      manager.query('update notification_settings set bounces = bounces + 1 where member_id = $1', [memberId]),
  };
}

/** 244 random bits. */
function newSecret(ids: IdSource): string {
  return `${ids.random()}${ids.random()}`.replaceAll('-', '');
}

function toSettings(row: SettingsRow): NotificationSettings {
  const { proposed_address: address, proposed_until: until } = row;
  return {
    memberId: row.member_id,
    quietFrom: row.quiet_from,
    quietUntil: row.quiet_until,
    digest: row.digest,
    language: row.language,
    isStopped: row.is_stopped,
    preferences: completePreferences(row.preferences),
    address: row.address ?? undefined,
    bounces: row.bounces,
    proposed: address === null || until === null ? undefined : { address, until, tries: row.code_tries },
    secret: row.secret,
    codesDay: row.codes_day ?? undefined,
    codesSent: row.codes_sent,
    version: row.version,
  };
}
