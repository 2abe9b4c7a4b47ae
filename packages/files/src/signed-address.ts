import { timingSafeEqual } from 'node:crypto';

/** What an address is for. */
export type AddressUse = 'upload' | 'download';

/** An address that works until an instant. */
export type Address = { readonly url: string; readonly expiresAt: Date };

/** The facts that an address vouches for: which file, for what, and until when. */
type Signed = { readonly id: string; readonly use: AddressUse; readonly expiresAt: Date };

/** How a service names its files in addresses, and its keyed digest of any value. */
export type AddressOptions = {
  /** What its files are called in what is signed, so that no address of one kind opens another. */
  readonly noun: string;
  /** The part of the path in front of the id, as in `attachments`. */
  readonly folder: string;
  readonly digest: (value: unknown) => string;
};

/** Makes and reads addresses of a service's door. */
export type SignedAddresses = ReturnType<typeof createSignedAddresses>;

/** Addresses that work until an instant and for one use alone; nobody can make or change one without the key behind the digest. */
export function createSignedAddresses({ noun, folder, digest }: AddressOptions) {
  const place = new RegExp(`^/${folder}/([0-9a-f-]{36})$`);
  const signatureOf = ({ id, use, expiresAt }: Signed): string =>
    digest({ address: noun, id, use, expires: expiresAt.getTime() });
  return {
    /** The address of one file at a door. */
    sign(doorUrl: string, signed: Signed): Address {
      const url = new URL(`${doorUrl.replace(/\/+$/, '')}/${folder}/${signed.id}`);
      url.searchParams.set('expires', String(signed.expiresAt.getTime()));
      url.searchParams.set('signature', signatureOf(signed));
      return { url: url.href, expiresAt: signed.expiresAt };
    },

    /** The file an address is for, when it was signed here for this use and has not expired. */
    read(url: URL, { use, now }: { readonly use: AddressUse; readonly now: Date }): string | undefined {
      const id = place.exec(url.pathname)?.[1];
      const expires = Number(url.searchParams.get('expires'));
      if (id === undefined || !Number.isSafeInteger(expires)) return undefined;
      const expected = signatureOf({ id, use, expiresAt: new Date(expires) });
      const isTrue = isSame(expected, url.searchParams.get('signature') ?? '');
      return isTrue && now.getTime() <= expires ? id : undefined;
    },
  };
}

/** Whether two signatures are the same, in time that tells nothing of where they differ. */
function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
