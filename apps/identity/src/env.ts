/** What kind of installation this is, by GUILDHALL_ENV; `production` is the only name that changes anything here. */
export function readInstallationKind(): string | undefined {
  return process.env['GUILDHALL_ENV'];
}
