import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== ''),
);

/** The variables of one service's files begin with this word; those of the bucket and the scanner are shared. */
export type FilePrefix = 'ATTACHMENTS' | 'FILES';

const own = z.object({
  PORT: port.optional(),
  HOST: z.string().default('127.0.0.1'),
  URL: z.url().optional(),
  ORIGINS: list.default([]),
  DIR: z.string().optional(),
  MAX_BYTES: z.coerce.number().int().min(1).max(1_000_000_000).default(20_000_000),
});
const shared = z.object({
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  CLAMAV: z
    .string()
    .regex(/^[^:]+:\d{1,5}$/, 'GUILDHALL_CLAMAV is a host and a port, as in 127.0.0.1:3310.')
    .optional(),
  SCAN_COMMAND: z.string().optional(),
});

/** Where files lie. */
export type StoreSettings =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly endpoint: string | undefined;
      readonly region: string;
      readonly bucket: string;
      readonly folder: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
    };

/** Who looks for malware; absent where nobody does, which is then said of each file. */
export type ScannerSettings =
  | { readonly kind: 'clamav'; readonly host: string; readonly port: number }
  | { readonly kind: 'command'; readonly words: readonly string[] };

/** How a service takes and gives files. */
export type FileSettings = {
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

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads what an operator sets about files; nothing when there is no port for them, and then there are none. Throws one sentence when it makes no sense. */
export function readFileSettings(environment: Environment, prefix: FilePrefix): FileSettings | undefined {
  const values = parse(own, environment, `GUILDHALL_${prefix}_`);
  const others = parse(shared, environment, 'GUILDHALL_');
  if (values.PORT === undefined) return undefined;
  return {
    host: values.HOST,
    port: values.PORT,
    url: values.URL,
    origins: values.ORIGINS,
    bytesMax: values.MAX_BYTES,
    store: readStore(others, { folder: values.DIR, prefix }),
    scanner: readScanner(others),
  };
}

/** The variables of a schema, by their names behind the prefix; empty ones are not set. */
function parse<Schema extends z.ZodObject>(schema: Schema, environment: Environment, prefix: string): z.infer<Schema> {
  const given = Object.keys(schema.shape).flatMap((name) => {
    const value = environment[`${prefix}${name}`];
    return value === undefined || value === '' ? [] : [[name, value]];
  });
  const read = schema.safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  throw new Error(read.error.issues.map(({ path, message }) => `${prefix}${path.join('.')}: ${message}`).join(' '));
}

function readStore(
  { S3_BUCKET: bucket, S3_ACCESS_KEY: accessKeyId, S3_SECRET_KEY: secretAccessKey, ...where }: z.infer<typeof shared>,
  { folder, prefix }: { readonly folder: string | undefined; readonly prefix: FilePrefix },
): StoreSettings {
  if (bucket === undefined) {
    if (folder === undefined) throw new Error(`Files need GUILDHALL_${prefix}_DIR or GUILDHALL_S3_BUCKET.`);
    return { kind: 'folder', folder };
  }
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new Error('A bucket for files needs GUILDHALL_S3_ACCESS_KEY and GUILDHALL_S3_SECRET_KEY.');
  const { S3_ENDPOINT: endpoint, S3_REGION: region } = where;
  return { kind: 's3', endpoint, region, bucket, folder: prefix.toLowerCase(), accessKeyId, secretAccessKey };
}

function readScanner({ CLAMAV, SCAN_COMMAND }: z.infer<typeof shared>): ScannerSettings | undefined {
  const [host, portText] = CLAMAV?.split(':') ?? [];
  if (host !== undefined) return { kind: 'clamav', host, port: Number(portText) };
  const words = SCAN_COMMAND?.split(' ').filter((word) => word !== '') ?? [];
  return words.length === 0 ? undefined : { kind: 'command', words };
}
