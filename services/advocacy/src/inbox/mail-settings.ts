import type { MailLinks } from './mail.js';

/** The variables that say where mail goes out and whom it comes from; set both or neither. */
export const mailVariables = { smtpUrl: 'GUILDHALL_SMTP_URL', from: 'GUILDHALL_MAIL_FROM' } as const;

/** The variables with the addresses that mail points to. */
export const linkVariables = {
  STUDENT: 'GUILDHALL_PORTAL_URL',
  STAFF: 'GUILDHALL_DESK_URL',
  DEPARTMENT: 'GUILDHALL_PARTNERS_URL',
} as const;

/** Where mail goes out, if it does, and what it points to. */
export type MailSettings = {
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
  readonly links: MailLinks;
};

/** Reads them. Throws one sentence that quotes no password when only half is set or the address of the server is none. */
export function readMailSettings(environment: Readonly<Record<string, string | undefined>>): MailSettings {
  const url = environment[mailVariables.smtpUrl] ?? '';
  const from = environment[mailVariables.from] ?? '';
  if ((url === '') !== (from === ''))
    throw new Error(`${mailVariables.smtpUrl} and ${mailVariables.from} go together: set both or neither.`);
  if (url !== '' && !/^smtps?:\/\/[^\s]+$/.test(url))
    throw new Error(`${mailVariables.smtpUrl} must begin with smtp:// or smtps://.`);
  return {
    smtp: url === '' ? undefined : { url, from },
    links: {
      STUDENT: environment[linkVariables.STUDENT] ?? 'http://localhost:4002',
      STAFF: environment[linkVariables.STAFF] ?? 'http://localhost:4003',
      DEPARTMENT: environment[linkVariables.DEPARTMENT] ?? 'http://localhost:4004',
    },
  };
}
