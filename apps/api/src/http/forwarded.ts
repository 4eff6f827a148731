import type { Context } from "hono";
import type { AppEnv } from "./env.ts";

/**
 * The address of whoever asks: what the nearest proxy says that it was asked from, else the connection's
 * own. What stands before it in the list anybody can have written.
 */
export function clientAddress(c: Context<AppEnv>): string {
  const nearest = c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
  return nearest || c.env?.incoming?.socket?.remoteAddress || "unknown";
}

/** Whether the browser speaks https, be it with a proxy in front of us. */
export function isHttps(c: Context<AppEnv>, publicUrl: URL | undefined): boolean {
  const { protocol } = publicUrl ?? new URL(c.req.url);
  return (c.req.header("x-forwarded-proto") ?? protocol).startsWith("https");
}

/** The hosts that the browser may have asked, with their ports, the likeliest first. */
export function ownHosts(
  c: Context<AppEnv>,
  publicUrl: URL | undefined,
): readonly (string | undefined)[] {
  const forwarded = c.req.header("x-forwarded-host")?.split(",").at(0)?.trim();
  return [publicUrl?.host, forwarded, c.req.header("host")];
}
