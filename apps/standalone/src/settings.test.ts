import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError, type Environment } from './settings.js';

const production = {
  GUILDHALL_ENV: 'production',
  GUILDHALL_DATA_DIR: '/srv/guildhall',
  GUILDHALL_ISSUER: 'https://login.example.ac.uk',
  GUILDHALL_JWKS_URL: 'https://login.example.ac.uk/jwks',
  GUILDHALL_CORS_ORIGINS: 'https://union.example.ac.uk, https://desk.example.ac.uk',
  GUILDHALL_ADVOCACY_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
  GUILDHALL_ADVOCACY_PSEUDONYM_KEY: Buffer.alloc(32, 2).toString('base64'),
  GUILDHALL_SMTP_URL: 'smtps://post:secret@mail.example.ac.uk',
  GUILDHALL_MAIL_FROM: 'Students’ Union <post@union.example.ac.uk>',
};
const required = Object.keys(production).filter((name) => !['GUILDHALL_ENV', 'GUILDHALL_DATA_DIR'].includes(name));
const databaseUrls = Object.fromEntries(
  ['MEMBERSHIP', 'ACTIVITIES', 'ADVOCACY', 'LEARNING'].map((name) => [
    `GUILDHALL_${name}_DATABASE_URL`,
    `postgres://db.example.ac.uk/${name.toLowerCase()}`,
  ]),
);

function refusalOf(environment: Environment, args: readonly string[] = []): string {
  try {
    readSettings(environment, args);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return 'not refused';
}

describe('without any variable', () => {
  it('the platform is a demonstration on port 4000', () => {
    expect(readSettings({}, [])).toMatchObject({
      environment: 'development',
      isSplit: false,
      demo: 'small',
      campusZone: 'Europe/London',
      issuer: { kind: 'embedded' },
      databases: { kind: 'embedded' },
      ports: { gateway: 4000, identity: 4001 },
    });
  });

  it('mail is caught on this machine, and half a mail server is refused', () => {
    expect(readSettings({}, []).mail).toBeUndefined();
    expect(refusalOf({ GUILDHALL_SMTP_URL: 'smtp://localhost' })).toContain('GUILDHALL_MAIL_FROM go together');
    expect(refusalOf({ GUILDHALL_SMTP_URL: 'localhost', GUILDHALL_MAIL_FROM: 'a@b.example' })).toContain('smtp://user');
  });

  it('an empty variable counts as not set', () => {
    expect(readSettings({ GUILDHALL_PORT: '', GUILDHALL_DEMO: '', GUILDHALL_ENV: '' }, [])).toEqual(
      readSettings({}, []),
    );
  });
});

describe('a setting that makes no sense', () => {
  it.each([
    ['GUILDHALL_ENV', 'staging', 'development or production'],
    ['GUILDHALL_PORT', '80', 'a port from 1024 to 32747'],
    ['GUILDHALL_PORT', '32748', 'a port from 1024 to 32747'],
    ['GUILDHALL_PORT', 'four thousand', 'a port from 1024 to 32747'],
    ['GUILDHALL_PORT', '4000.5', 'a port from 1024 to 32747'],
    ['GUILDHALL_DEMO', 'huge', 'small, full or none'],
    ['GUILDHALL_CAMPUS_ZONE', 'Europe/Atlantis', 'an IANA time zone'],
    ['GUILDHALL_LOG_LEVEL', 'loud', 'trace, debug, info'],
    ['GUILDHALL_ISSUER', 'our provider', 'the address of your OpenID provider'],
    ['GUILDHALL_JWKS_URL', 'keys', 'the address of its keys'],
  ])('is refused by its name, with what it may be: %s=%s', (name, value, hint) => {
    expect(refusalOf({ [name]: value })).toMatch(new RegExp(`^${name} must be ${hint}[^\n]*\\.$`));
  });

  it('is told together with every other one', () => {
    const lines = refusalOf({ GUILDHALL_PORT: '1', GUILDHALL_DEMO: 'huge', GUILDHALL_CAMPUS_ZONE: 'x' }).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'GUILDHALL_PORT',
      'GUILDHALL_DEMO',
      'GUILDHALL_CAMPUS_ZONE',
    ]);
  });

  it('is never repeated, because it may be a secret in the wrong place', () => {
    expect(refusalOf({ GUILDHALL_LOG_LEVEL: 'hunter2' })).not.toContain('hunter2');
  });

  it.each([[['--verbose']], [['--split', 'now']]])('is an unknown argument: %j', (args) => {
    expect(refusalOf({}, args)).toMatch(/is not understood: npm start takes --split and nothing else/);
  });

  it.each(['GUILDHALL_ISSUER', 'GUILDHALL_JWKS_URL'])('is %s alone, because issuer and keys go together', (name) => {
    expect(refusalOf({ [name]: 'https://login.example.ac.uk' })).toMatch(/set both or neither/);
  });

  it.each(Object.keys(databaseUrls))('is every database address but %s', (name) => {
    expect(refusalOf({ ...databaseUrls, [name]: '' })).toMatch(/for all four services, or for none/);
    expect(refusalOf({ [name]: databaseUrls[name] })).toMatch(/for all four services, or for none/);
  });
});

describe('limits and tokens at the gateway', () => {
  const given = { GUILDHALL_LIMIT_DEPTH: '9', GUILDHALL_TOKEN_TYPES: 'at+jwt,JWT', GUILDHALL_LIMIT_COST: '' };

  it('are as they are set, and otherwise the gateway’s own', () => {
    const { edge } = readSettings(given, []);
    expect(edge.limits).toEqual({ depth: 9 });
    expect(edge.tokens).toMatchObject({ tokenTypes: ['at+jwt', 'JWT'] });
  });

  it('reach a gateway process as they were given', () => {
    expect(readSettings({ ...given, GUILDHALL_PORT: '4100' }, ['--split']).edgeVariables).toEqual({
      GUILDHALL_LIMIT_DEPTH: '9',
      GUILDHALL_TOKEN_TYPES: 'at+jwt,JWT',
    });
  });

  it('of OpenTelemetry reach every process as they were given', () => {
    const tracing = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_TRACES_SAMPLER: 'always_on' };
    const settings = readSettings({ ...given, ...tracing, OTEL_EXPORTER_OTLP_HEADERS: '' }, ['--split']);
    expect(settings.tracingVariables).toEqual(tracing);
  });

  it.each([
    'GUILDHALL_LIMIT_DEPTH',
    'GUILDHALL_ACCESS_MODE',
    'GUILDHALL_TOKEN_ALGORITHMS',
    'GUILDHALL_METRICS_NETWORKS',
    'GUILDHALL_SLOW_OPERATION_MS',
  ])('%s that makes no sense is refused by name', (name) => {
    expect(refusalOf({ [name]: 'none' })).toContain(`${name} must be`);
  });
});

describe('the ports', () => {
  it('count up from the one given, all different', () => {
    const { ports } = readSettings({ GUILDHALL_PORT: '5000' }, []);
    expect(ports).toMatchObject({ gateway: 5000, identity: 5001, portal: 5002, desk: 5003 });
    expect(new Set(Object.values(ports)).size).toBe(Object.keys(ports).length);
  });

  it('stay below those the system hands out, also from the highest one', () => {
    const { ports } = readSettings({ GUILDHALL_PORT: '32747' }, []);
    expect(Math.max(...Object.values(ports))).toBeLessThan(32_768);
  });
});

describe('in production', () => {
  it('a complete environment is accepted, without demo and with logs', () => {
    expect(readSettings(production, ['--split'])).toMatchObject({
      environment: 'production',
      isSplit: true,
      demo: 'none',
      logLevel: 'info',
      issuer: { kind: 'external', issuer: 'https://login.example.ac.uk' },
      corsOrigins: ['https://union.example.ac.uk', 'https://desk.example.ac.uk'],
    });
  });

  it('everything that is missing is listed at once, and so is the demo', () => {
    const refusal = refusalOf({ GUILDHALL_ENV: 'production', GUILDHALL_DEMO: 'small' });
    for (const name of [...required, 'GUILDHALL_DEMO']) expect(refusal).toContain(`  ${name}: `);
    expect(refusal.split('\n')).toHaveLength(1 + required.length + 1);
  });

  it.each(required)('%s may not be missing, and the refusal names it alone', (name) => {
    const lines = refusalOf({ ...production, [name]: undefined }).split('\n');
    expect(lines).toEqual([expect.stringContaining('missing or wrong'), expect.stringContaining(`  ${name}: `)]);
  });

  it.each(['small', 'full'])('the demo %s is refused', (size) => {
    expect(refusalOf({ ...production, GUILDHALL_DEMO: size })).toContain('GUILDHALL_DEMO: must be none');
  });

  it('the embedded sign-in is never chosen, so the launcher never starts it', () => {
    const environments = required.map((name) => ({ ...production, [name]: undefined }));
    for (const environment of environments) expect(refusalOf(environment)).not.toBe('not refused');
    expect(readSettings(production, []).issuer.kind).toBe('external');
  });

  it('a key management service takes the place of a master key', () => {
    const kms = {
      GUILDHALL_ADVOCACY_KMS_URL: 'https://vault.example.ac.uk',
      GUILDHALL_ADVOCACY_KMS_KEY: 'cases',
      GUILDHALL_ADVOCACY_KMS_TOKEN: 'a-token',
    };
    expect(readSettings({ ...production, ...kms, GUILDHALL_ADVOCACY_MASTER_KEY: undefined }, [])).toMatchObject({
      kmsVariables: kms,
    });
  });

  it('the databases may be elsewhere', () => {
    expect(readSettings({ ...production, ...databaseUrls }, []).databases).toEqual({
      kind: 'external',
      urls: {
        membership: 'postgres://db.example.ac.uk/membership',
        activities: 'postgres://db.example.ac.uk/activities',
        advocacy: 'postgres://db.example.ac.uk/advocacy',
        learning: 'postgres://db.example.ac.uk/learning',
      },
    });
  });
});
