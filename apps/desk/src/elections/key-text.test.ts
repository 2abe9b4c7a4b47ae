import { describe, expect, it } from '@jest/globals';
import { readKeyText, toKeyText } from './key-text.js';

const key = 'd2hhdCB0aGUgdHJ1c3RlZSBrZWVwcywgMzIgYnl0ZXM';

describe('the text of a private key', () => {
  it('is fourteen groups of four characters and reads as the key again', async () => {
    const text = await toKeyText(key);
    expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await readKeyText(text)).toBe(key);
  });

  it('is read however it was typed, and out of a whole file', async () => {
    const text = await toKeyText(key);
    expect(await readKeyText(text.toLowerCase().replaceAll('-', ' '))).toBe(key);
    expect(await readKeyText(text.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(key);
    expect(await readKeyText(`Election: Spring 2027\nPrivate half: ${text}\nKeep it.`)).toBe(key);
  });

  it('tells every slip in a single character', async () => {
    const text = await toKeyText(key);
    for (const index of [0, 5, 30, text.length - 1]) {
      const slip = text[index] === '7' ? '8' : '7';
      expect(await readKeyText(`${text.slice(0, index)}${slip}${text.slice(index + 1)}`)).toBeUndefined();
    }
  });

  it('is not found in other texts', async () => {
    expect(await readKeyText('')).toBeUndefined();
    expect(await readKeyText('my holiday pictures')).toBeUndefined();
    expect(await readKeyText('UUUU-'.repeat(14).slice(0, -1))).toBeUndefined();
  });
});
