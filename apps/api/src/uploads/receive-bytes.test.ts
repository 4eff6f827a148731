import { Readable } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import type { UploadRecord } from "../ports/records.ts";
import { makeUpload } from "../testing/make-records.ts";
import { receiveBytes } from "./receive-bytes.ts";

type Needs = Parameters<typeof receiveBytes>[0];

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]);

/** Sends bytes while another request makes of the upload what `meanwhile` is. */
async function receiveWhile(meanwhile: UploadRecord["state"] | "gone") {
  const declared = makeUpload({ state: "declared", sha256: null, bytes: JPEG.length });
  let upload: UploadRecord | undefined = declared;
  const remove = vi.fn(async () => ({ versions: 1, bytes: JPEG.length }));
  const deps = {
    uploads: { find: async () => upload, markUploaded: async () => false },
    store: {
      async put() {
        upload = meanwhile === "gone" ? undefined : { ...declared, state: meanwhile };
        return { bytes: JPEG.length, sha256: "ab" };
      },
      delete: remove,
    },
    now: () => new Date(),
  } as unknown as Needs;
  const claims = { key: declared.id, bytes: JPEG.length, type: declared.type };
  await receiveBytes(deps, {
    claims: claims as Parameters<typeof receiveBytes>[1]["claims"],
    body: Readable.from([JPEG]),
  });
  return { deleted: remove.mock.calls.length > 0 };
}

describe("receiving bytes that another request has noted already", () => {
  it.each(["uploaded", "used"] as const)("keeps those of one that is %s by then", async (state) => {
    expect(await receiveWhile(state)).toEqual({ deleted: false });
  });

  it.each(["deleting", "deleted", "gone"] as const)(
    "deletes those of one that is %s by then",
    async (state) => {
      expect(await receiveWhile(state)).toEqual({ deleted: true });
    },
  );
});
