import type { Id, IdSource, MailLanguage } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Vault } from '../sealing/sealing.js';
import { defaultChoices, type InboxChange, type InboxSettings } from './inbox-settings.js';
import { recipientKey, type NoticeKind, type Recipient } from './notice.js';

type Row = {
  id: Id<'InboxSettings'>;
  address: Buffer | null;
  key_id: string | null;
  data_key: Buffer | null;
  mail_kinds: NoticeKind[];
  quiet_from: number;
  quiet_until: number;
  language: MailLanguage;
  bounces: number;
  version: number;
};

/** Settings with the address opened; nobody but the owner and the mail job ever asks for them. */
export type OpenSettings = InboxSettings & { readonly address: string | undefined };

const addressPlace = 'mail-address';

/** Keeps where and when people want mail. */
export type InboxSettingsRepository = ReturnType<typeof createInboxSettingsRepository>;

/** A repository over one connection or transaction. */
export function createInboxSettingsRepository(
  manager: EntityManager,
  { vault, ids }: { readonly vault: Vault; readonly ids: IdSource },
) {
  const open = async (row: Row): Promise<OpenSettings> => {
    const { id, address, key_id: keyId, data_key: dataKey } = row;
    const isSealed = address !== null && keyId !== null && dataKey !== null;
    return {
      id,
      mailKinds: row.mail_kinds,
      quietFrom: row.quiet_from,
      quietUntil: row.quiet_until,
      language: row.language,
      bounces: row.bounces,
      version: row.version,
      address: isSealed
        ? await vault.open({ keyId, dataKey }, { ownerId: id, place: addressPlace }, address)
        : undefined,
    };
  };
  return {
    /** The settings of a recipient, or what holds until they choose. */
    async read(to: Recipient): Promise<OpenSettings> {
      const { kind, recipient } = recipientKey(to);
      const [row]: readonly Row[] = await manager.query(
        'select * from inbox_settings where recipient_kind = $1 and recipient = $2',
        [kind, recipient],
      );
      if (row === undefined) return { ...defaultChoices, id: ids.random(), bounces: 0, version: 0, address: undefined };
      return open(row);
    },

    /**
     * Writes the choices of a recipient. A new address gets a new key, so that the one before is gone for good, and is
     * tried afresh.
     */
    async save(to: Recipient, change: InboxChange): Promise<void> {
      const { kind, recipient } = recipientKey(to);
      const { mailKinds, quietFrom, quietUntil, language, address } = change;
      const [row]: readonly { id: Id<'InboxSettings'> }[] = await manager.query(
        `insert into inbox_settings (id, recipient_kind, recipient, mail_kinds, quiet_from, quiet_until, language, version)
         values ($1, $2, $3, $4, $5, $6, $7, 1)
         on conflict on constraint inbox_settings_once do update set mail_kinds = excluded.mail_kinds,
           quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, language = excluded.language,
           version = inbox_settings.version + 1
         returning id`,
        [ids.random(), kind, recipient, mailKinds, quietFrom, quietUntil, language],
      );
      if (row === undefined) throw new Error('an upsert returns its row');
      if (address === undefined) return;
      const key = address === '' ? undefined : await vault.newKey(row.id);
      const content = key && (await vault.seal(key, { ownerId: row.id, place: addressPlace }, address));
      await manager.query(
        'update inbox_settings set address = $2, key_id = $3, data_key = $4, bounces = 0 where id = $1',
        [row.id, content ?? null, key?.keyId ?? null, key?.dataKey ?? null],
      );
    },

    /** Counts a refusal for good of the present address. */
    countBounce: (id: Id<'InboxSettings'>): Promise<unknown> =>
      manager.query('update inbox_settings set bounces = bounces + 1 where id = $1', [id]),
  };
}
