import { describe, expect, it, vi } from "vitest";
import { parseEnv } from "../env.ts";
import { toConnection } from "./connection.ts";

const connection = (settings: Record<string, string>) => toConnection(parseEnv(settings));

describe("the connection to a database server", () => {
  it("comes from what RDS and a task on AWS say", () => {
    const secret = JSON.stringify({ username: "me", password: "it's", engine: "postgres" });
    const parts = { DATABASE_HOST: "db.example", DATABASE_NAME: "captions" };
    expect(connection({ ...parts, DATABASE_SECRET: secret })).toMatchObject({
      host: "db.example",
      port: 5432,
      database: "captions",
      user: "me",
      password: "it's",
      ssl: {},
    });
  });

  it("comes from a URL, whose parts may have any letter", () => {
    const url = "postgres://me%40home:a%2Fb@db.example:6000/my%20captions";
    expect(connection({ DATABASE_URL: url })).toMatchObject({
      ...{ host: "db.example", port: 6000, database: "my captions" },
      ...{ user: "me@home", password: "a/b", ssl: {} },
    });
  });

  it("has a token for each connection where AWS lets in the task's role", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIATEST");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
    vi.stubEnv("AWS_REGION", "eu-west-1");
    const parts = { DATABASE_HOST: "db.example", DATABASE_NAME: "captions" };
    const iam = { ...parts, DATABASE_AUTH: "iam", DATABASE_USER: "captions_app" };
    const { user, password, ssl } = connection(iam);
    expect({ user, ssl }).toEqual({ user: "captions_app", ssl: {} });
    const token = typeof password === "function" ? await password() : "";
    const { host, searchParams } = new URL(`https://${token}`);
    expect(host).toBe("db.example:5432");
    expect(searchParams.get("DBUser")).toBe("captions_app");
    expect(searchParams.get("X-Amz-Credential")).toMatch(/^AKIATEST\/.*\/eu-west-1\/rds-db\//u);
    vi.unstubAllEnvs();
    expect(() => connection({ ...parts, DATABASE_AUTH: "iam" })).toThrow("DATABASE_USER");
  });

  it("is plain where a URL says so, and in no other case", () => {
    const url = "postgres://me@db/captions?sslmode=";
    expect(connection({ DATABASE_URL: `${url}disable` }).ssl).toBe(false);
    expect(() => connection({ DATABASE_URL: `${url}require` })).toThrow("sslmode=require");
  });

  it.each(["mysql://me:hunter2@db/captions", "hunter2", "postgres:///captions"])(
    "is refused, without the password, where the URL is none: %s",
    (url) => {
      expect(() => connection({ DATABASE_URL: url })).toThrow(/^DATABASE_URL is not/u);
      expect(() => connection({ DATABASE_URL: url })).not.toThrow(/hunter2/u);
    },
  );

  it("is refused, without the secret, where that is not RDS's", () => {
    const parts = { DATABASE_HOST: "db", DATABASE_NAME: "captions", DATABASE_SECRET: "hunter2" };
    expect(() => connection(parts)).toThrow(/^DATABASE_SECRET is not the JSON/u);
    expect(() => connection(parts)).not.toThrow(/hunter2/u);
  });
});
