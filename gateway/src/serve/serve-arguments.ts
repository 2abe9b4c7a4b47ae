import { parseArgs } from 'node:util';
import { z } from 'zod';

/** How the command is called. */
export const usage =
  'Usage: npm run gateway -- --supergraph FILE --port N [--host ADDRESS] [--limits] [--no-sharing] [--log-level LEVEL]';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const schema = z.object({
  supergraph: z.string('--supergraph FILE is missing').min(1, '--supergraph FILE is missing'),
  port: z.coerce
    .number('--port must be a number from 0 to 65535')
    .int('--port must be a number from 0 to 65535')
    .min(0, '--port must be a number from 0 to 65535')
    .max(65_535, '--port must be a number from 0 to 65535')
    .default(4000),
  host: z.string().min(1, '--host must be an address').default('127.0.0.1'),
  limits: z.boolean().default(false),
  'no-sharing': z.boolean().default(false),
  'log-level': z.enum(logLevels, `--log-level must be one of ${logLevels.join(', ')}`).default('warn'),
});

/** What the command was asked to serve. */
export type ServeArguments = {
  readonly supergraphFile: string;
  readonly port: number;
  readonly host: string;
  /** The product's limits on operations; off unless asked for. */
  readonly hasLimits: boolean;
  /** Whether equal queries to a service that are under way at the same time are sent once. */
  readonly isSharing: boolean;
  readonly logLevel: (typeof logLevels)[number];
};

/** Reads the command line; throws one sentence on the first thing that is missing, unknown or wrong. */
export function readServeArguments(args: readonly string[]): ServeArguments {
  const parsed = schema.safeParse(readOptions(args));
  if (!parsed.success) throw new Error(`${parsed.error.issues[0]?.message ?? 'an option is wrong'}. ${usage}`);
  const { supergraph, port, host, limits } = parsed.data;
  const logLevel = parsed.data['log-level'];
  const isSharing = !parsed.data['no-sharing'];
  return { supergraphFile: supergraph, port, host, hasLimits: limits, isSharing, logLevel };
}

function readOptions(args: readonly string[]): Record<string, unknown> {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const options = { supergraph: text, port: text, host: text, limits: flag, 'no-sharing': flag, 'log-level': text };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message.split('. ')[0] : String(error)}. ${usage}`, {
      cause: error,
    });
  }
}
