/** The variables that say where mail goes out and whom it comes from; set both or neither. */
const mailVariables = { smtpUrl: 'GUILDHALL_SMTP_URL', from: 'GUILDHALL_MAIL_FROM' } as const;

/** The variables with the addresses that mail points to. */
const linkVariables = {
  portal: 'GUILDHALL_PORTAL_URL',
  desk: 'GUILDHALL_DESK_URL',
  partners: 'GUILDHALL_PARTNERS_URL',
} as const;

/** Where the web apps are that mail points to. */
export type MailLinks = Readonly<Record<keyof typeof linkVariables, string>>;

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
      portal: environment[linkVariables.portal] ?? 'http://localhost:4002',
      desk: environment[linkVariables.desk] ?? 'http://localhost:4003',
      partners: environment[linkVariables.partners] ?? 'http://localhost:4004',
    },
  };
}
