import type { Context } from "hono";
import type { AppEnv } from "./env.ts";

/**
 * Whether the browser speaks https, be it with a proxy in front of us. A proxy behind another one tells how that
 * one asked it, so what is set goes before what is told.
 */
export function isHttps(c: Context<AppEnv>, publicUrl: URL | undefined): boolean {
  const told = publicUrl === undefined ? c.req.header("x-forwarded-proto") : undefined;
  const { protocol } = publicUrl ?? new URL(c.req.url);
  return (told ?? protocol).startsWith("https");
}

/** The hosts that the browser may have asked, with their ports, the likeliest first. */
export function ownHosts(
  c: Context<AppEnv>,
  publicUrl: URL | undefined,
): readonly (string | undefined)[] {
  const forwarded = c.req.header("x-forwarded-host")?.split(",").at(0)?.trim();
  return [publicUrl?.host, forwarded, c.req.header("host")];
}
