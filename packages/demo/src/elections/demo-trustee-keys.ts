/** A trustee's key pair in base64url, as a trustee's browser makes one. */
export type DemoTrusteeKey = { readonly publicKey: string; readonly privateKey: string };

/**
 * The keys of every demo election, known to everybody who reads this: their private halves are readable text. They open demo
 * ballots only, and registering them as a trustee's key is refused.
 */
export const demoTrusteeKeys: Readonly<Record<'returningOfficer' | 'second', DemoTrusteeKey>> = {
  returningOfficer: {
    publicKey: 'MmNYWg1SacsISSDLgaT02vxgv1mUz2rVGZ3-dMYhWUw',
    privateKey: textKey('Demo key: the returning officer.'),
  },
  second: {
    publicKey: 'XYeLkWZB60GBeAJDcs1ILqdOndZbou9z7AFgQd8xMB4',
    privateKey: textKey('Demo key: the second of the two.'),
  },
};

function textKey(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}
