import { describe, expect, it } from '@jest/globals';
import { viewers, type ViewerName } from '../../test/viewers.js';
import { visibleCaseWorkers } from './case-worker.policy.js';

const names = Object.keys(viewers) as ViewerName[];

/** An elected officer never sees a case, whatever other appointment they hold. */
const managers: readonly ViewerName[] = ['advice manager', 'advice manager who is the student'];

describe('the case workers', () => {
  it.each(names)('are shown to %s only as advice manager who holds no union office', (name) => {
    expect(visibleCaseWorkers(viewers[name]).all).toBe(managers.includes(name));
  });
});
