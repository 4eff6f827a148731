const CIDR = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/u;

/** A VPC has at most a /16, and its subnets are 8 bits longer, of which AWS takes none longer than a /28. */
const SHORTEST = 16;
const LONGEST = 20;

/** Why this cannot be the CIDR block of a VPC laid out as ours, with the fix; undefined for a good one. */
export function vpcCidrFault(cidr: string): string | undefined {
  const match = CIDR.exec(cidr);
  if (match === null) return 'is not an IPv4 CIDR block; write one such as "10.0.0.0/16"';
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((byte) => byte > 255)) {
    return "has a number over 255 in its address; each of the four goes from 0 to 255";
  }
  if (prefix < SHORTEST || prefix > LONGEST) {
    return `has a prefix of /${prefix}; the subnets need one from /${SHORTEST} to /${LONGEST}`;
  }
  const address = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const network = (address & (0xffffffff << (32 - prefix))) >>> 0;
  if (network === address) return undefined;
  const bytes = [24, 16, 8, 0].map((shift) => (network >>> shift) & 255);
  return `has bits set after its prefix; the block is written "${bytes.join(".")}/${prefix}"`;
}
