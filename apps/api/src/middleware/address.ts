import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/env.ts";
import type { TrustedProxies } from "../rate-limits/client-address.ts";
import { clientAddress } from "../rate-limits/client-address.ts";

/** Knows the address that whoever asks is counted by. */
export const knowAddress = (trustedProxies: TrustedProxies) =>
  createMiddleware<AppEnv>((c, next) => {
    const { remoteAddress, localAddress } = c.env?.incoming?.socket ?? {};
    const connection = {
      remoteAddress,
      localAddress,
      forwardedFor: c.req.header("x-forwarded-for"),
    };
    c.set("address", clientAddress(connection, trustedProxies));
    return next();
  });
