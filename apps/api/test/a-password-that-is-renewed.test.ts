import {
  CreateSecretCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openServer } from "../src/adapters/postgres/server.ts";
import { toConnection } from "../src/db/connection.ts";
import { parseEnv } from "../src/env.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import type { StartedMoto } from "../src/testing/moto.ts";
import { startMoto, TEST_CREDENTIALS } from "../src/testing/moto.ts";
import type { StartedPostgres } from "../src/testing/postgres.ts";
import { startPostgres } from "../src/testing/postgres.ts";

const REGION = "eu-west-1";
const NAME = "captions";

describe.skipIf(!has("postgres") || !has("moto"))(
  needing(has("moto") ? "postgres" : "moto", "a database whose password RDS renews"),
  () => {
    let postgres: StartedPostgres;
    let moto: StartedMoto;
    let secrets: SecretsManagerClient;
    const warned: object[] = [];
    beforeAll(async () => {
      [postgres, moto] = await Promise.all([startPostgres(), startMoto()]);
      await postgres.makeDatabase(NAME);
      secrets = new SecretsManagerClient({
        region: REGION,
        endpoint: moto.url,
        credentials: TEST_CREDENTIALS,
      });
      vi.stubEnv("AWS_ENDPOINT_URL", moto.url);
      vi.stubEnv("AWS_ACCESS_KEY_ID", TEST_CREDENTIALS.accessKeyId);
      vi.stubEnv("AWS_SECRET_ACCESS_KEY", TEST_CREDENTIALS.secretAccessKey);
    });
    afterEach(() => {
      vi.useRealTimers();
      warned.length = 0;
    });
    afterAll(async () => {
      vi.unstubAllEnvs();
      secrets?.destroy();
      await Promise.all([postgres?.stop(), moto?.stop()]);
    });

    const secretOf = (password: string) => JSON.stringify({ username: postgres.user, password });

    async function open(arn: string | undefined) {
      const env = parseEnv({
        DATABASE_HOST: "localhost",
        DATABASE_PORT: `${postgres.port}`,
        DATABASE_NAME: NAME,
        DATABASE_SECRET: secretOf(postgres.password),
        DATABASE_CA: postgres.ca,
        ...(arn === undefined ? {} : { DATABASE_SECRET_ARN: arn }),
      });
      const connection = toConnection(env, (error) => warned.push(error as object));
      return openServer({ connection, connections: 5, log: { warn: () => {} } });
    }

    const ask = ({ executor }: Awaited<ReturnType<typeof open>>) =>
      executor.executeSql("select pg_sleep(0.2)", []);

    it("lets in new connections with the new one, and is away for them where nobody reads it", async () => {
      const first = secretOf(postgres.password);
      const { ARN = "" } = await secrets.send(
        new CreateSecretCommand({ Name: "rds!cluster", SecretString: first }),
      );
      const [reads, knowsOnlyTheFirst] = [await open(ARN), await open(undefined)];
      try {
        await postgres.sql(NAME).query(`ALTER USER ${postgres.user} PASSWORD 'of this week'`);
        const second = secretOf("of this week");
        await secrets.send(new PutSecretValueCommand({ SecretId: ARN, SecretString: second }));
        vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 15_000 });
        // More at once than there are connections open.
        await Promise.all([ask(reads), ask(reads), ask(reads)]);
        await expect(
          Promise.all([ask(knowsOnlyTheFirst), ask(knowsOnlyTheFirst)]),
        ).rejects.toMatchObject({ code: "database_unavailable" });
        expect(warned).toEqual([]);
      } finally {
        await Promise.all([reads.close(), knowsOnlyTheFirst.close()]);
      }
    });
  },
);
