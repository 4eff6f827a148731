import ipaddr from "ipaddr.js";

/** An IPv6 network of one household or office has this many bits before the part that its machines choose. */
const NETWORK_BITS = 64;

export interface Connection {
  /** The other end of the connection, as Node's socket has it. */
  readonly remoteAddress: string | undefined;
  /** This end of it. */
  readonly localAddress?: string | undefined;
  /** The X-Forwarded-For header. */
  readonly forwardedFor: string | undefined;
}

/**
 * How many proxies of our own stand before this process; or that the page does, on this machine, beside others
 * who ask this process itself and whose word is nobody's.
 */
export type TrustedProxies = number | "page";

/**
 * The address that whoever asks is counted by. Each proxy adds at the right whom it was asked by, and what is
 * left of what our own proxies added may be anybody's invention.
 *
 * @returns an IPv4 address, an IPv6 network, or `unknown`
 */
export function clientAddress(connection: Connection, trustedProxies: TrustedProxies): string {
  const { remoteAddress, forwardedFor } = connection;
  const told = (forwardedFor ?? "").split(",").map((each) => each.trim());
  const hops = [...told.filter((each) => each !== ""), remoteAddress ?? ""];
  // Fewer hops than proxies: somebody came in behind the first, whose word then is the best there is.
  return toNetwork(hops[Math.max(0, hops.length - 1 - countOf(trustedProxies, connection))] ?? "");
}

function countOf(trustedProxies: TrustedProxies, connection: Connection): number {
  if (trustedProxies !== "page") return trustedProxies;
  return isOfThisMachine(connection) ? 1 : 0;
}

/** A server that listens on one address of the machine is asked from the same, by what runs beside it. */
function isOfThisMachine({ remoteAddress, localAddress }: Connection): boolean {
  const [remote, local] = [parse(remoteAddress), parse(localAddress)];
  if (remote === undefined) return false;
  return remote.range() === "loopback" || remote.toString() === local?.toString();
}

function parse(text = "") {
  return ipaddr.isValid(text) ? ipaddr.process(text) : undefined;
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
