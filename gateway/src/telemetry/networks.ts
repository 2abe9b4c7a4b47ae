import { BlockList, isIP } from 'node:net';

/** Who may read metrics unless somebody else is named: this machine. */
export const loopbackNetworks: readonly string[] = ['127.0.0.0/8', '::1'];

/** Whether a text is an address, or a network as an address and the length of its prefix. */
export function isNetwork(text: string): boolean {
  const { family, prefix, longest } = parse(text);
  return family !== 0 && Number.isInteger(prefix) && prefix >= 0 && prefix <= longest;
}

/** Tells whether an address is in one of the networks. Throws when one of them is none. */
export function createNetworks(networks: readonly string[]): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    if (!isNetwork(network)) throw new Error(`"${network}" is neither an address nor a network.`);
    const { address, family, prefix } = parse(network);
    list.addSubnet(address, prefix, nameOf(family));
  }
  return (address) => {
    const family = isIP(address ?? '');
    return address !== undefined && family !== 0 && list.check(address, nameOf(family));
  };
}

function parse(text: string) {
  const [address = '', given, ...rest] = text.split('/');
  const family = rest.length > 0 ? 0 : isIP(address);
  const longest = family === 6 ? 128 : 32;
  const length = given ?? String(longest);
  return {
    address,
    family,
    longest,
    prefix: /^\d{1,3}$/.test(length) ? Number(length) : NaN,
  };
}

function nameOf(family: number): 'ipv4' | 'ipv6' {
  return family === 6 ? 'ipv6' : 'ipv4';
}
