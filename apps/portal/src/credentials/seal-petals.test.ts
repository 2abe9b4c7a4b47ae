import { describe, expect, it } from '@jest/globals';
import { sealPetals } from './seal-petals.js';

describe('a seal', () => {
  it('is the same for the same name, with petals all around', () => {
    expect(sealPetals('Steady volunteer')).toEqual(sealPetals('Steady volunteer'));
    for (const name of ['', 'Organiser', '坚持志愿者', 'Change maker']) {
      const { petals, inner } = sealPetals(name);
      expect(petals.length).toBeGreaterThanOrEqual(6);
      expect(petals.length).toBeLessThanOrEqual(13);
      expect(new Set(petals).size).toBe(petals.length);
      expect(inner).toBeGreaterThan(0);
    }
    expect(sealPetals('Organiser')).not.toEqual(sealPetals('Active member'));
  });
});
