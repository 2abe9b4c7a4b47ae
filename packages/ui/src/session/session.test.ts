import { describe, expect, it } from '@jest/globals';
import { createSession } from './session.js';

/** A browser of one page: a host that answers what it is told to, a clock that is set, and what was asked and visited. */
function openPage(answers: (() => Response)[]) {
  let nowMs = 0;
  const asked: string[] = [];
  const visited: string[] = [];
  const said: unknown[] = [];
  let hear: () => void = () => undefined;
  const session = createSession({
    fetch: async (input, init) => {
      asked.push(
        `${init?.method} ${typeof input === 'string' ? input : 'elsewhere'} ${new Headers(init?.headers).get('x-guildhall-session')}`,
      );
      const answer = answers.shift();
      if (answer === undefined) throw new TypeError('offline');
      return answer();
    },
    now: () => nowMs,
    exclusively: (task) => task(),
    channel: {
      postMessage: (message) => void said.push(message),
      addEventListener: (_type: string, listener: unknown) => (hear = listener as () => void),
    },
    here: () => '/cases?tab=1',
    goTo: (address) => void visited.push(address),
  });
  return { session, asked, visited, said, hear: () => hear(), pass: (ms: number) => (nowMs += ms) };
}

const token = (accessToken: string) => () =>
  Response.json({ state: 'signed-in', accessToken, expiresInSeconds: 900, subject: 'ada', name: 'Ada' });
const signedOut = () => Response.json({ state: 'signed-out' });

describe('the session of a page', () => {
  it('asks for one token however many ask at once, with the header that other sites cannot send', async () => {
    const { session, asked } = openPage([token('one')]);
    expect(await Promise.all([session.getAccessToken(), session.getAccessToken()])).toEqual(['one', 'one']);
    expect(asked).toEqual(['POST /auth/token 1']);
    expect(session.state()).toEqual({ status: 'signed-in', subject: 'ada', name: 'Ada' });
  });

  it('keeps a token until half a minute before its end, then fetches the next without telling anybody', async () => {
    const { session, pass } = openPage([token('one'), token('two')]);
    await session.getAccessToken();
    let changes = 0;
    session.subscribe(() => (changes += 1));
    pass(869_000);
    expect(await session.getAccessToken()).toBe('one');
    pass(2_000);
    expect(await session.getAccessToken()).toBe('two');
    expect(changes).toBe(0);
  });

  it('fetches anew after the gateway refused the token', async () => {
    const { session } = openPage([token('one'), token('two')]);
    await session.getAccessToken();
    session.dropAccessToken();
    expect(await session.getAccessToken()).toBe('two');
  });

  it('asks no more once it knows that nobody is signed in', async () => {
    const { session, asked } = openPage([signedOut]);
    expect(await session.getAccessToken()).toBeUndefined();
    expect(await session.getAccessToken()).toBeUndefined();
    expect([session.state().status, asked.length]).toEqual(['signed-out', 1]);
  });

  it.each([
    ['is away', []],
    ['answers a fault', [() => Response.json({}, { status: 503 })]],
  ])('does not take it for being signed out when the host %s, and asks again later', async (_what, answers) => {
    const { session, asked } = openPage(answers);
    await session.getAccessToken();
    expect(session.state()).toEqual({ status: 'unreachable' });
    await session.getAccessToken();
    expect(asked.length).toBe(2);
  });

  it('comes back to this page after signing in', () => {
    const { session, visited } = openPage([]);
    session.signIn();
    expect(visited).toEqual([`/auth/sign-in?return=${encodeURIComponent('/cases?tab=1')}`]);
  });

  it('ends here, in the other tabs and at the provider', async () => {
    const { session, visited, said, asked } = openPage([
      token('one'),
      () => Response.json({ signOutUrl: 'https://id.example/end' }),
    ]);
    await session.getAccessToken();
    await session.signOut();
    expect(asked[1]).toBe('POST /auth/sign-out 1');
    expect([session.state().status, said, visited]).toEqual(['signed-out', ['signed-out'], ['https://id.example/end']]);
  });

  it('ends when another tab signed out', async () => {
    const { session, hear } = openPage([token('one')]);
    await session.getAccessToken();
    hear();
    expect(session.state().status).toBe('signed-out');
    expect(await session.getAccessToken()).toBeUndefined();
  });
});
