import { describe, expect, it } from '@jest/globals';
import { shorten } from './shorten.js';

describe('a name in a picture', () => {
  it('stays whole where it fits', () => expect(shorten('Ada', 5)).toBe('Ada'));
  it('loses its end where it is longer', () => expect(shorten('Wilhelmina Featherstone', 12)).toBe('Wilhelmina…'));
  it('counts Chinese signs as two letters', () => expect(shorten('复议提名选举', 9)).toBe('复议提名…'));
});
