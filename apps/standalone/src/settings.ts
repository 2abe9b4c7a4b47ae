import { serviceNames, type ServiceName } from '@guildhall/events';
import { type EdgeSettings, edgeVariables, toEdgeSettings } from '@guildhall/gateway';
import { z } from 'zod';
import { resolveDataFolder } from './data-folder.js';
import { intakeVariableNames, kmsVariableNames, libraryFileVariableNames } from './passed-on-variables.js';

/** Variables as a process gets them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The ports of one installation; all count up from the gateway's. */
export type Ports = Readonly<
  Record<
    | 'gateway'
    | 'identity'
    | 'portal'
    | 'desk'
    | 'partners'
    | 'insights'
    | 'mailPage'
    | 'mailServer'
    | 'attachments'
    | 'files'
    | 'database'
    | ServiceName,
    number
  >
>;

/** Whose tokens are believed: the embedded provider's, or those of the university's own. */
export type IssuerSettings =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'external'; readonly issuer: string; readonly jwksUrl: string };

/** Where the four databases are: on the embedded server, or each at an address given. */
export type DatabaseSettings =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'external'; readonly urls: Readonly<Record<ServiceName, string>> };

/** The web apps, each an origin of its own. */
export const webAppNames = ['portal', 'desk', 'partners', 'insights'] as const;

/** One of the web apps. */
export type WebAppName = (typeof webAppNames)[number];

/** How people reach the graph and the web apps from outside; absent ones are reached on this machine. */
export type WebAppSettings = {
  readonly graphUrl: string | undefined;
  readonly urls: Readonly<Partial<Record<WebAppName, string>>>;
};

/** Everything that is decided before the platform starts. */
export type Settings = {
  readonly environment: 'development' | 'production';
  readonly isSplit: boolean;
  readonly ports: Ports;
  readonly dataFolder: string;
  readonly demo: 'small' | 'full' | 'none';
  readonly campusZone: string;
  readonly logLevel: string;
  readonly audience: string;
  readonly issuer: IssuerSettings;
  readonly databases: DatabaseSettings;
  readonly corsOrigins: readonly string[];
  readonly webApps: WebAppSettings;
  /** Limits and tokens at the gateway, and the variables that set them, for a gateway process. */
  readonly edge: EdgeSettings;
  readonly edgeVariables: Readonly<Record<string, string>>;
  /** The variables of OpenTelemetry, as each process that writes traces reads them. */
  readonly tracingVariables: Readonly<Record<string, string>>;
  /** Hosts that webhooks may go to although they are private, separated by commas. */
  readonly webhookAllowedHosts: string;
  /** Keys from outside; absent ones are made at the first start, except in production. */
  readonly advocacyKeys: { readonly master: string | undefined; readonly pseudonym: string | undefined };
  /** The key of check-in passes from outside; absent, it is made at the first start. */
  readonly passKey: string | undefined;
  /** The key that signs credentials from outside, and what the union is called on them; absent, the key is made at the first start. */
  readonly credentials: { readonly key: string | undefined; readonly issuerName: string | undefined };
  /** Master keys of before, and where the master key is when it is not here, as advocacy reads them. */
  readonly olderMasterKeys: readonly string[];
  readonly kmsVariables: Readonly<Record<string, string>>;
  /** How files of cases and of the library are taken, kept and scanned, as advocacy and learning read them; with how many anonymous cases an hour. */
  readonly fileVariables: Readonly<Record<'attachments' | 'files', Readonly<Record<string, string>>>>;
  /** Where mail goes out and whom it comes from; without it, in development, it is caught and shown. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
};

/** The settings do not make sense; `message` is one sentence or a list, ready to show. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const portMax = 32_767 - 20;
const schema = z.object({
  GUILDHALL_ENV: z.enum(['development', 'production']).default('development'),
  GUILDHALL_PORT: z.coerce.number().int().min(1024).max(portMax).default(4000),
  GUILDHALL_DEMO: z.enum(['small', 'full', 'none']).optional(),
  GUILDHALL_CAMPUS_ZONE: z.string().refine(isZone).default('Europe/London'),
  GUILDHALL_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).optional(),
  GUILDHALL_AUDIENCE: z.string().min(1).default('guildhall'),
  GUILDHALL_ISSUER: z.url().optional(),
  GUILDHALL_JWKS_URL: z.url().optional(),
  GUILDHALL_CORS_ORIGINS: z.string().default(''),
  GUILDHALL_GRAPH_URL: z.url().optional(),
  GUILDHALL_PORTAL_URL: z.url().optional(),
  GUILDHALL_DESK_URL: z.url().optional(),
  GUILDHALL_PARTNERS_URL: z.url().optional(),
  GUILDHALL_INSIGHTS_URL: z.url().optional(),
  GUILDHALL_WEBHOOK_ALLOWED_HOSTS: z.string().default(''),
  GUILDHALL_ADVOCACY_MASTER_KEY: z.string().min(1).optional(),
  GUILDHALL_ADVOCACY_PSEUDONYM_KEY: z.string().min(1).optional(),
  GUILDHALL_ADVOCACY_OLDER_MASTER_KEYS: z.string().default(''),
  GUILDHALL_PASS_KEY: z.string().min(1).optional(),
  GUILDHALL_CREDENTIAL_KEY: z.string().min(1).optional(),
  GUILDHALL_ISSUER_NAME: z.string().trim().min(1).max(120).optional(),
  GUILDHALL_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/)
    .optional(),
  GUILDHALL_MAIL_FROM: z.string().min(3).optional(),
  ...edgeVariables,
});

const hints: Readonly<Record<string, string>> = {
  GUILDHALL_ENV: 'development or production',
  GUILDHALL_PORT: `a port from 1024 to ${portMax}`,
  GUILDHALL_DEMO: 'small, full or none',
  GUILDHALL_CAMPUS_ZONE: 'an IANA time zone such as Europe/London',
  GUILDHALL_LOG_LEVEL: 'trace, debug, info, warn, error or silent',
  GUILDHALL_ISSUER: 'the address of your OpenID provider',
  GUILDHALL_JWKS_URL: 'the address of its keys',
  GUILDHALL_SMTP_URL: 'the address of a mail server, as smtp://user:password@host:port or smtps://…',
  GUILDHALL_GRAPH_URL: 'the public address of the graph, with its path',
};

/** Reads the settings of this installation, or throws a {@link SettingsError} that names everything that is wrong at once. */
export function readSettings(environment: Environment, args: readonly string[]): Settings {
  const unknown = args.filter((argument) => argument !== '--split');
  if (unknown.length > 0)
    throw new SettingsError(`"${unknown[0]}" is not understood: npm start takes --split and nothing else.`);
  const set = givenVariables(environment);
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new SettingsError(
      names.map((name) => `${name} must be ${hints[name] ?? 'as the README says under "Settings"'}.`).join('\n'),
    );
  }
  const values = parsed.data;
  const isProduction = values.GUILDHALL_ENV === 'production';
  if (isProduction) refuseIncomplete(set);
  return {
    environment: values.GUILDHALL_ENV,
    isSplit: args.includes('--split'),
    ports: portsFrom(values.GUILDHALL_PORT),
    dataFolder: resolveDataFolder(environment),
    demo: values.GUILDHALL_DEMO ?? (isProduction ? 'none' : 'small'),
    campusZone: values.GUILDHALL_CAMPUS_ZONE,
    logLevel: values.GUILDHALL_LOG_LEVEL ?? (isProduction ? 'info' : 'warn'),
    audience: values.GUILDHALL_AUDIENCE,
    issuer: readIssuer(values.GUILDHALL_ISSUER, values.GUILDHALL_JWKS_URL),
    databases: readDatabases(set),
    corsOrigins: listOf(values.GUILDHALL_CORS_ORIGINS),
    webApps: readWebApps(values),
    edge: toEdgeSettings(values),
    edgeVariables: Object.fromEntries(Object.entries(set).filter(([name]) => name in edgeVariables)),
    tracingVariables: Object.fromEntries(Object.entries(set).filter(([name]) => name.startsWith('OTEL_'))),
    webhookAllowedHosts: values.GUILDHALL_WEBHOOK_ALLOWED_HOSTS,
    olderMasterKeys: listOf(values.GUILDHALL_ADVOCACY_OLDER_MASTER_KEYS),
    fileVariables: {
      attachments: pick(set, intakeVariableNames),
      files: pick(set, libraryFileVariableNames),
    },
    kmsVariables: pick(set, kmsVariableNames),
    mail: readMail(values.GUILDHALL_SMTP_URL, values.GUILDHALL_MAIL_FROM),
    passKey: values.GUILDHALL_PASS_KEY,
    credentials: { key: values.GUILDHALL_CREDENTIAL_KEY, issuerName: values.GUILDHALL_ISSUER_NAME },
    advocacyKeys: { master: values.GUILDHALL_ADVOCACY_MASTER_KEY, pseudonym: values.GUILDHALL_ADVOCACY_PSEUDONYM_KEY },
  };
}

function givenVariables(environment: Environment): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  );
}

function pick(set: Readonly<Record<string, string>>, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(set).filter(([name]) => names.includes(name)));
}

const requiredInProduction: Readonly<Record<string, string>> = {
  GUILDHALL_ISSUER: 'the address of your OpenID provider; the embedded one has demo people only',
  GUILDHALL_JWKS_URL: 'where that provider publishes its keys',
  GUILDHALL_CORS_ORIGINS: 'the origins of your web apps, separated by commas',
  GUILDHALL_ADVOCACY_MASTER_KEY: '32 random bytes in base64 that encrypt case files; keep a copy apart from the data',
  GUILDHALL_ADVOCACY_PSEUDONYM_KEY:
    '32 random bytes in base64 that hide who has a case; keep a copy apart from the data',
  GUILDHALL_SMTP_URL:
    'the mail server that takes mail about notifications and case matters, as smtps://user:password@host',
  GUILDHALL_MAIL_FROM: 'whom that mail comes from; name nothing that tells of advice',
};

/** A production install names its own issuer and keys, and has no demo people (docs/how-to/first-install.md). */
function refuseIncomplete(set: Environment): void {
  const hasKms = set['GUILDHALL_ADVOCACY_KMS_URL'] !== undefined;
  const missing = Object.entries(requiredInProduction).filter(
    ([name]) => set[name] === undefined && !(hasKms && name === 'GUILDHALL_ADVOCACY_MASTER_KEY'),
  );
  const lines = missing.map(([name, meaning]) => `  ${name}: ${meaning}`);
  if (set['GUILDHALL_DEMO'] !== undefined && set['GUILDHALL_DEMO'] !== 'none')
    lines.push('  GUILDHALL_DEMO: must be none, or not set');
  if (lines.length > 0)
    throw new SettingsError(`With GUILDHALL_ENV=production these settings are missing or wrong:\n${lines.join('\n')}`);
}

function portsFrom(first: number): Ports {
  return {
    gateway: first,
    identity: first + 1,
    portal: first + 2,
    desk: first + 3,
    partners: first + 4,
    insights: first + 5,
    mailPage: first + 6,
    mailServer: first + 7,
    attachments: first + 8,
    files: first + 9,
    membership: first + 11,
    activities: first + 12,
    advocacy: first + 13,
    learning: first + 14,
    database: first + 20,
  };
}

function readIssuer(issuer: string | undefined, jwksUrl: string | undefined): IssuerSettings {
  if (issuer === undefined && jwksUrl === undefined) return { kind: 'embedded' };
  if (issuer === undefined || jwksUrl === undefined)
    throw new SettingsError('GUILDHALL_ISSUER and GUILDHALL_JWKS_URL go together: set both or neither.');
  return { kind: 'external', issuer, jwksUrl };
}

function readMail(smtpUrl: string | undefined, from: string | undefined): Settings['mail'] {
  if (smtpUrl === undefined && from === undefined) return undefined;
  if (smtpUrl === undefined || from === undefined)
    throw new SettingsError('GUILDHALL_SMTP_URL and GUILDHALL_MAIL_FROM go together: set both or neither.');
  return { smtpUrl, from };
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readWebApps(values: z.infer<typeof schema>): WebAppSettings {
  return {
    graphUrl: values.GUILDHALL_GRAPH_URL,
    urls: {
      portal: values.GUILDHALL_PORTAL_URL,
      desk: values.GUILDHALL_DESK_URL,
      partners: values.GUILDHALL_PARTNERS_URL,
      insights: values.GUILDHALL_INSIGHTS_URL,
    },
  };
}

function readDatabases(set: Environment): DatabaseSettings {
  const pairs = serviceNames.map((name) => [name, set[`GUILDHALL_${name.toUpperCase()}_DATABASE_URL`]] as const);
  const given = pairs.filter((pair): pair is [ServiceName, string] => pair[1] !== undefined);
  if (given.length === 0) return { kind: 'embedded' };
  if (given.length < pairs.length)
    throw new SettingsError('Set GUILDHALL_<SERVICE>_DATABASE_URL for all four services, or for none.');
  return { kind: 'external', urls: Object.fromEntries(given) as Record<ServiceName, string> };
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
