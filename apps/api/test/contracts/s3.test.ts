import { DeleteObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { describe, expect, it, onTestFinished } from "vitest";
import { has, needing } from "../../src/testing/capabilities.ts";
import { objectStoreContract } from "../../src/testing/contracts/object-store.ts";
import { partStoreContract } from "../../src/testing/contracts/part-store.ts";
import { openS3Store, useS3 } from "../../src/testing/s3-store.ts";

describe.skipIf(!has("moto"))(needing("moto", "S3"), () => {
  const s3 = useS3();
  const openFresh = (versions: boolean, pageSize?: number) => () =>
    openS3Store(s3, { versions, ...(pageSize === undefined ? {} : { pageSize }) });

  objectStoreContract("a bucket", openFresh(false));
  objectStoreContract("a bucket that keeps versions", openFresh(true));
  objectStoreContract("a bucket that lists two things at once", openFresh(false, 2));
  partStoreContract("a bucket", openFresh(false));
  partStoreContract("a bucket that lists one part at once", openFresh(false, 1));

  describe("a bucket that keeps versions", () => {
    /** An object that was sent again and again and hidden at last, beside one whose key begins the same. */
    async function sentAgain(times: number, pageSize: number) {
      const { bucket, store, close } = await openFresh(true, pageSize)();
      onTestFinished(close);
      const { client } = s3.moto();
      const put = (Key: string) => new PutObjectCommand({ Bucket: bucket, Key, Body: "12345" });
      for (let time = 0; time < times; time += 1) await client.send(put("upl_a"));
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: "upl_a" }));
      await client.send(put("upl_aa"));
      return { bucket, store };
    }

    it("deletes more versions than it lists at once, and nothing of another object", async () => {
      const { bucket, store } = await sentAgain(5, 2);
      expect(await store.delete("upl_a")).toEqual({ versions: 5, bytes: 25 });
      expect(await s3.moto().list(bucket)).toEqual(["upl_aa"]);
    });

    it("lists what is only hidden, too", async () => {
      const { store } = await sentAgain(1, 1_000);
      expect(await store.size("upl_a")).toBeUndefined();
      const keys: string[] = [];
      for await (const page of store.list("upl_")) keys.push(...page.map(({ key }) => key));
      expect(keys).toEqual(["upl_a", "upl_aa"]);
    });
  });
});
