import { describe, expect, it } from '@jest/globals';
import { amountText, formatAmount, readAmount } from './amounts.js';

describe('an amount', () => {
  it('is read with two decimals', () => {
    expect([formatAmount(110_050, 'en'), formatAmount(5, 'zh-CN')]).toEqual(['1,100.50', '0.05']);
  });

  it('comes back from a field as it went in, to the penny', () => {
    for (const amount of [0, 1, 29, 1999, 110_050, 123_456_789]) expect(readAmount(amountText(amount))).toBe(amount);
  });

  it.each([
    ['12', 1200],
    ['12.5', 1250],
    [' 12,50 ', 1250],
    ['1 200', 120_000],
  ])('is understood as written: %j', (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });

  it.each(['', 'ten', '-3', '1.234', '1,200.50'])('is refused by the service when it is none: %j', (text) => {
    expect(readAmount(text)).toBe(-1);
  });
});
