import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Kind } from 'graphql';
import { scalarResolvers } from './scalars.js';

const { DateTime, Date: Day } = scalarResolvers;

const writable = fc.date({
  min: new Date('0000-01-02T00:00:00Z'),
  max: new Date('9999-12-30T23:59:59.999Z'),
  noInvalidDate: true,
});
const minutesOfOffset = fc.integer({ min: -(24 * 60 - 1), max: 24 * 60 - 1 });
const two = (value: number): string => String(value).padStart(2, '0');

/** The instant as somebody with that offset writes it. */
function writeWithOffset(instant: Date, minutes: number): string {
  const local = new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

describe('DateTime', () => {
  it('reads back every instant that it writes', () => {
    fc.assert(
      fc.property(writable, (instant) => expect(DateTime.parseValue(DateTime.serialize(instant))).toEqual(instant)),
    );
  });

  it('reads the same instant whatever the offset it is written with', () => {
    fc.assert(
      fc.property(writable, minutesOfOffset, (instant, minutes) => {
        expect(DateTime.parseValue(writeWithOffset(instant, minutes))).toEqual(instant);
      }),
    );
  });

  it('takes text as a literal, and nothing else', () => {
    const value = '2026-10-05T09:30:00Z';
    expect(DateTime.parseLiteral({ kind: Kind.STRING, value })).toEqual(new Date(value));
    expect(() => DateTime.parseLiteral({ kind: Kind.INT, value: '0' })).toThrow('DateTime must be');
  });

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-13-10T00:00:00Z',
    '2026-10-05T24:00:00Z',
    '2026-10-05T09:60:00Z',
    '2026-10-05T09:30:60Z',
    '2026-10-05T09:30:00+24:00',
    '2026-10-05T09:30:00+01:60',
    '2026-10-05T09:30:00',
    '2026-10-05',
    '2026-10-05 09:30:00Z',
    '2026-10-05t09:30:00z',
    ' 2026-10-05T09:30:00Z',
    '2026-10-05T09:30:00Z\n',
    '+002026-10-05T09:30:00Z',
    '0000-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-00:01',
    '２０２６-10-05T09:30:00Z',
    '',
  ])('refuses %j', (text) => {
    expect(() => DateTime.parseValue(text)).toThrow('DateTime must be an RFC 3339 instant');
  });

  it('refuses what is not text with the same words, and never fails in another way', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(() => DateTime.parseValue(value)).toThrow('DateTime must be');
      }),
    );
  });

  it('does not write what is no instant: that is a fault of ours', () => {
    expect(() => DateTime.serialize('2026-10-05T09:30:00Z')).toThrow(TypeError);
    expect(() => DateTime.serialize(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('Date', () => {
  it('takes every day of the calendar and gives it back unchanged', () => {
    fc.assert(
      fc.property(writable, (instant) => {
        const day = instant.toISOString().slice(0, 10);
        expect(Day.parseValue(day)).toBe(day);
        expect(Day.parseLiteral({ kind: Kind.STRING, value: day })).toBe(day);
        expect(Day.serialize(day)).toBe(day);
      }),
    );
  });

  it('takes 29 February in leap years only', () => {
    const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    for (let year = 1890; year <= 2110; year += 1) {
      const read = () => Day.parseValue(`${year}-02-29`);
      if (isLeap(year)) expect(read()).toBe(`${year}-02-29`);
      else expect(read).toThrow('Date must be a day that exists');
    }
  });

  it.each([
    '2026-02-30',
    '2026-06-31',
    '2026-00-01',
    '2026-13-01',
    '2026-01-00',
    '2026-01-32',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00:00Z',
    '2026-01-01 ',
    '',
    'today',
  ])('refuses %j as a variable and as a literal, in words that help', (value) => {
    expect(() => Day.parseValue(value)).toThrow('Date must be a day that exists');
    expect(() => Day.parseLiteral({ kind: Kind.STRING, value })).toThrow('Date must be a day that exists');
  });

  it('refuses what is not text, and does not write what is no day', () => {
    for (const value of [20261005, null, undefined, new Date(), ['2026-10-05'], {}])
      expect(() => Day.parseValue(value)).toThrow('Date must be');
    for (const value of [new Date(), '2026-02-30']) expect(() => Day.serialize(value)).toThrow(TypeError);
  });
});
