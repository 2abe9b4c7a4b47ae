import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== ''),
);

const schema = z.object({
  GUILDHALL_ATTACHMENTS_PORT: port.optional(),
  GUILDHALL_ATTACHMENTS_HOST: z.string().default('127.0.0.1'),
  GUILDHALL_ATTACHMENTS_URL: z.url().optional(),
  GUILDHALL_ATTACHMENTS_ORIGINS: list.default([]),
  GUILDHALL_ATTACHMENTS_DIR: z.string().optional(),
  GUILDHALL_ATTACHMENTS_MAX_BYTES: z.coerce.number().int().min(1).max(1_000_000_000).default(20_000_000),
  GUILDHALL_S3_ENDPOINT: z.url().optional(),
  GUILDHALL_S3_REGION: z.string().default('us-east-1'),
  GUILDHALL_S3_BUCKET: z.string().optional(),
  GUILDHALL_S3_ACCESS_KEY: z.string().optional(),
  GUILDHALL_S3_SECRET_KEY: z.string().optional(),
  GUILDHALL_CLAMAV: z
    .string()
    .regex(/^[^:]+:\d{1,5}$/, 'GUILDHALL_CLAMAV is a host and a port, as in 127.0.0.1:3310.')
    .optional(),
  GUILDHALL_SCAN_COMMAND: z.string().optional(),
});

/** Where files lie. */
export type StoreSettings =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly endpoint: string | undefined;
      readonly region: string;
      readonly bucket: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
    };

/** Who looks for malware; absent where nobody does, which is then said of each file. */
export type ScannerSettings =
  | { readonly kind: 'clamav'; readonly host: string; readonly port: number }
  | { readonly kind: 'command'; readonly words: readonly string[] };

/** How this service takes and gives files. */
export type AttachmentSettings = {
  readonly host: string;
  readonly port: number;
  /** How browsers reach the door; its own address on this machine when it is not said. */
  readonly url: string | undefined;
  /** The web apps whose pages may call it. */
  readonly origins: readonly string[];
  readonly bytesMax: number;
  readonly store: StoreSettings;
  readonly scanner: ScannerSettings | undefined;
};

/** Reads what an operator sets about files; nothing when there is no port for them, and then there are no attachments. Throws one sentence when it makes no sense. */
export function readAttachmentSettings(
  environment: Readonly<Record<string, string | undefined>>,
): AttachmentSettings | undefined {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = schema.safeParse(given);
  if (!read.success)
    throw new Error(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' '));
  const values = read.data;
  if (values.GUILDHALL_ATTACHMENTS_PORT === undefined) return undefined;
  return {
    host: values.GUILDHALL_ATTACHMENTS_HOST,
    port: values.GUILDHALL_ATTACHMENTS_PORT,
    url: values.GUILDHALL_ATTACHMENTS_URL,
    origins: values.GUILDHALL_ATTACHMENTS_ORIGINS,
    bytesMax: values.GUILDHALL_ATTACHMENTS_MAX_BYTES,
    store: readStore(values),
    scanner: readScanner(values),
  };
}

function readStore(values: z.infer<typeof schema>): StoreSettings {
  const {
    GUILDHALL_S3_BUCKET: bucket,
    GUILDHALL_S3_ACCESS_KEY: accessKeyId,
    GUILDHALL_S3_SECRET_KEY: secretAccessKey,
  } = values;
  const folder = values.GUILDHALL_ATTACHMENTS_DIR;
  if (bucket === undefined) {
    if (folder === undefined) throw new Error('Attachments need GUILDHALL_ATTACHMENTS_DIR or GUILDHALL_S3_BUCKET.');
    return { kind: 'folder', folder };
  }
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new Error('A bucket for attachments needs GUILDHALL_S3_ACCESS_KEY and GUILDHALL_S3_SECRET_KEY.');
  const { GUILDHALL_S3_ENDPOINT: endpoint, GUILDHALL_S3_REGION: region } = values;
  return { kind: 's3', endpoint, region, bucket, accessKeyId, secretAccessKey };
}

function readScanner(values: z.infer<typeof schema>): ScannerSettings | undefined {
  const [host, portText] = values.GUILDHALL_CLAMAV?.split(':') ?? [];
  if (host !== undefined) return { kind: 'clamav', host, port: Number(portText) };
  const words = values.GUILDHALL_SCAN_COMMAND?.split(' ').filter((word) => word !== '') ?? [];
  return words.length === 0 ? undefined : { kind: 'command', words };
}
