import ipaddr from "ipaddr.js";

/** An IPv6 network of one household or office has this many bits before the part that its machines choose. */
const NETWORK_BITS = 64;

export interface Connection {
  /** The other end of the connection, as Node's socket has it. */
  readonly remoteAddress: string | undefined;
  /** The X-Forwarded-For header. */
  readonly forwardedFor: string | undefined;
}

/**
 * The address that whoever asks is counted by. Each proxy adds at the right whom it was asked by, and what is
 * left of what our own proxies added may be anybody's invention.
 *
 * @param trustedProxies how many proxies of our own stand before this process
 * @returns an IPv4 address, an IPv6 network, or `unknown`
 */
export function clientAddress(
  { remoteAddress, forwardedFor }: Connection,
  trustedProxies: number,
): string {
  const told = (forwardedFor ?? "").split(",").map((each) => each.trim());
  const hops = [...told.filter((each) => each !== ""), remoteAddress ?? ""];
  // Fewer hops than proxies: somebody came in behind the first, whose word then is the best there is.
  return toNetwork(hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? "");
}

function toNetwork(text: string): string {
  try {
    const address = ipaddr.process(text);
    if (address.kind() === "ipv4") return address.toString();
    const bytes = address.toByteArray().slice(0, NETWORK_BITS / 8);
    return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch {
    return "unknown";
  }
}
