import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EmbeddedClient } from "../../src/adapters/postgres/embedded/client.ts";
import { openEmbedded } from "../../src/adapters/postgres/embedded/client.ts";
import { freshDataFolder } from "../../src/testing/fresh-data-folder.ts";

const AWAY = { code: "database_unavailable", retryable: true };

describe("the embedded Postgres in its thread", () => {
  let folder: string;
  let client: EmbeddedClient;
  let thread: Worker;
  beforeEach(async () => {
    folder = await freshDataFolder();
    process.once("worker", (started) => {
      thread = started;
    });
    client = await openEmbedded(join(folder, "postgres"));
    await client.exec("create table things (name text primary key)");
  });
  afterEach(async () => {
    await client.close().catch(() => {});
    await rm(folder, { recursive: true, force: true });
  });

  const add = (on: Pick<EmbeddedClient, "query">, name: string) =>
    on.query("insert into things values ($1)", [name]);
  const names = async () => {
    const { rows } = await client.query<{ name: string }>("select name from things order by name");
    return rows.map(({ name }) => name);
  };

  it("keeps what a transaction did, and nothing of one that failed", async () => {
    await client.transaction(async (tx) => {
      await add(tx, "kept");
    });
    const failing = client.transaction(async (tx) => {
      await add(tx, "lost");
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await names()).toEqual(["kept"]);
  });

  it("keeps others out of a transaction until it has ended", async () => {
    const order: string[] = [];
    const both = [
      client.transaction(async (tx) => {
        await add(tx, "a");
        await add(tx, "b");
        order.push("transaction");
      }),
      names().then((found) => order.push(`read ${found.join(" ")}`)),
    ];
    await Promise.all(both);
    expect(order).toEqual(["transaction", "read a b"]);
  });

  it("refuses by a rejection what no thread can be sent", async () => {
    const refused = client.query("insert into things values ($1)", [() => "a function"]);
    await expect(refused).rejects.toThrow("could not be cloned");
    expect(await names()).toEqual([]);
  });

  it("says of an error what Postgres said, and goes on", async () => {
    await add(client, "once");
    await expect(add(client, "once")).rejects.toMatchObject({
      message: expect.stringContaining("duplicate key"),
      code: "23505",
      table: "things",
    });
    const failing = client.transaction(async (tx) => {
      await add(tx, "once");
    });
    await expect(failing).rejects.toMatchObject({ code: "23505" });
    expect(await names()).toEqual(["once"]);
  });

  it("fails a commit that Postgres refuses", async () => {
    await client.exec(
      "create table parts (thing text references things deferrable initially deferred)",
    );
    const failing = client.transaction(async (tx) => {
      await tx.query("insert into parts values ('of nothing')");
    });
    await expect(failing).rejects.toMatchObject({ code: "23503" });
    await add(client, "goes on");
    expect(await names()).toEqual(["goes on"]);
  });

  it("leaves this thread free while a statement takes its time", async () => {
    const ticks: number[] = [];
    const timer = setInterval(() => ticks.push(performance.now()), 5);
    await client.query("select count(*) from generate_series(1, 3000000)");
    clearInterval(timer);
    // Were it busy all the time, there would be one at the most.
    expect(ticks.length).toBeGreaterThan(1);
  });

  it("is a database that is away once it was closed, which may be done again", async () => {
    await client.close();
    await expect(names()).rejects.toMatchObject(AWAY);
    await client.close();
    expect(await Promise.race([client.lost, "closed"])).toBe("closed");
  });

  it("is a database that is away once its thread has ended by itself, and tells of that", async () => {
    const asked = client.query("select count(*) from generate_series(1, 30000000)");
    const refused = expect(asked).rejects.toMatchObject(AWAY);
    await thread.terminate();
    await refused;
    await expect(names()).rejects.toMatchObject(AWAY);
    const transaction = client.transaction((tx) => add(tx, "lost"));
    await expect(transaction).rejects.toMatchObject(AWAY);
    expect(await client.lost).toMatchObject({ message: expect.stringContaining("has ended") });
    await client.close();
  });

  it("fails to open where its thread ends before it is ready", async () => {
    process.once("worker", (started) => void started.terminate());
    await expect(openEmbedded(join(folder, "other"))).rejects.toThrow("has ended");
  });
});
