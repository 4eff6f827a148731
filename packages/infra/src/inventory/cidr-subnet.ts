const BITS = 32;

/** The `index`-th network of `bits` more bits within an IPv4 range: Terraform's `cidrsubnet`. */
export function subnetOf(range: string, bits: number, index: number): string {
  const [address = "", length = "0"] = range.split("/");
  const prefix = Number(length) + bits;
  const base = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const start = base + index * 2 ** (BITS - prefix);
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefix}`;
}
