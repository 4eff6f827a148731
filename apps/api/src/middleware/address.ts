import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/env.ts";
import { clientAddress } from "../rate-limits/client-address.ts";

/** Knows the address that whoever asks is counted by. */
export const knowAddress = (trustedProxies: number) =>
  createMiddleware<AppEnv>((c, next) => {
    const connection = {
      remoteAddress: c.env?.incoming?.socket?.remoteAddress,
      forwardedFor: c.req.header("x-forwarded-for"),
    };
    c.set("address", clientAddress(connection, trustedProxies));
    return next();
  });
