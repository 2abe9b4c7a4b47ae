import { describe, expect, it } from '@jest/globals';
import { GraphError } from './graph-error.js';
import { readAnswer } from './read-answer.js';

function read(text: string, headers: Readonly<Record<string, string>> = {}) {
  return readAnswer({ status: 200, headers: new Headers(headers), text });
}

function refusal(text: string, headers: Readonly<Record<string, string>> = {}): GraphError {
  try {
    read(text, headers);
  } catch (error) {
    if (error instanceof GraphError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('what counts as a GraphQL answer', () => {
  it.each(['', 'null', '42', '[]', '"data"', '{}', '{"status":"up"}', '{"errors":"none"}', '{"data":'])(
    '%j is none',
    (text) => expect(refusal(text).code).toBe('BAD_RESPONSE'),
  );

  it('needs data, even an empty object', () => {
    expect(read('{"data":{}}')).toEqual({ data: {}, problems: [], requestId: undefined });
    expect(refusal('{"data":null}')).toMatchObject({ code: 'BAD_RESPONSE', message: 'The answer held no data.' });
    expect(refusal('{"data":null,"errors":[]}').code).toBe('BAD_RESPONSE');
  });
});

describe('problems', () => {
  it('without a code are faults, and malformed ones never break the reader', () => {
    const { problems } = read('{"data":{},"errors":[null,7,{},{"message":"Odd","path":"x","extensions":[]}]}');
    expect(problems.map(({ code, message, path }) => ({ code, message, path }))).toEqual([
      { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong.' },
      { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong.' },
      { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong.' },
      { code: 'INTERNAL_SERVER_ERROR', message: 'Odd' },
    ]);
  });

  it('name the place in the answer', () => {
    const { problems } = read('{"data":{},"errors":[{"message":"m","path":["a",0,"b"]}]}');
    expect(problems).toMatchObject([{ path: ['a', 0, 'b'] }]);
  });
});

describe('the pause before coming back', () => {
  it.each([
    ['12', 12],
    ['0', 0],
    ['', undefined],
    ['soon', undefined],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  ])('is read from %j as %j', (value, seconds) => {
    expect(refusal('{"errors":[{"message":"m"}]}', { 'retry-after': value }).details.retryAfterSeconds).toBe(seconds);
  });
});
