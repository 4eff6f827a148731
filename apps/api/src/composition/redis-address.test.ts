import { describe, expect, it } from "vitest";
import { parseEnv } from "../env.ts";
import { toRedisAddress } from "./redis-address.ts";

const address = (settings: Readonly<Record<string, string>>) => toRedisAddress(parseEnv(settings));
const SECRET = '{"username":"api","password":"pass word"}';

describe("toRedisAddress", () => {
  it("is nowhere where no server is named", () => {
    expect(address({})).toBeUndefined();
    expect(address({ REDIS_URL: "", REDIS_HOST: "" })).toBeUndefined();
  });

  it("takes a URL apart, its escaped password too", () => {
    expect(address({ REDIS_URL: "redis://api:p%40ss%20word@cache:6380/2" })).toEqual({
      host: "cache",
      port: 6380,
      username: "api",
      password: "p@ss word",
      db: 2,
    });
  });

  it("checks the server's certificate where the URL says rediss", () => {
    expect(address({ REDIS_URL: "rediss://cache" })).toEqual({
      host: "cache",
      port: 6379,
      tls: {},
    });
  });

  it("takes the parts that a task on AWS is given", () => {
    expect(address({ REDIS_HOST: "cache", REDIS_PORT: "6380", REDIS_SECRET: SECRET })).toEqual({
      host: "cache",
      port: 6380,
      username: "api",
      password: "pass word",
      tls: {},
    });
  });

  it("goes without TLS only where that is said", () => {
    expect(address({ REDIS_HOST: "cache", REDIS_TLS: "false" })).not.toHaveProperty("tls");
    expect(() => address({ REDIS_HOST: "cache", REDIS_TLS: "no" })).toThrow(/REDIS_TLS "no"/u);
  });

  it.each(["cache:6379", "http://cache", "redis://cache/first", "redis://"])(
    "refuses %s, and shows how an address is written",
    (url) => {
      expect(() => address({ REDIS_URL: url })).toThrow(/REDIS_URL.*rediss:\/\//u);
    },
  );

  it("never shows a secret that it cannot read", () => {
    const settings = { REDIS_HOST: "cache", REDIS_SECRET: "hunter2" };
    expect(() => address(settings)).toThrow(/REDIS_SECRET/u);
    expect(() => address(settings)).not.toThrow(/hunter2/u);
  });

  it("names the file of certificates that is not there", () => {
    const settings = { REDIS_HOST: "cache", REDIS_CA: "/none/ca.pem" };
    expect(() => address(settings)).toThrow(/REDIS_CA "\/none\/ca\.pem"/u);
  });
});
