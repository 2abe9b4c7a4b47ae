import type { BadInput } from './bad-input.js';

const code = 'UNAUTHORIZED_FIELD_OR_TYPE';
const request = () => ({ query: '{ me { name email } }' });

/** Fields that a token does not allow. */
export const accessRows: readonly BadInput[] = [
  { kind: 'A field or type the token does not allow', status: 200, code, request },
  {
    kind: 'The same with `GUILDHALL_ACCESS_MODE=reject`',
    status: 403,
    code,
    options: { accessMode: 'reject' },
    request,
  },
];
