import { describe, expect, it } from "vitest";
import { stateBackend } from "../testing/stacks.ts";

const own = { bucket: "our-states" };
const { root, values } = stateBackend({ state: own });
const at = (type: string, name = "state", from = root) => from.resource?.[type]?.[name] ?? {};

describe("the state backend", () => {
  it("keeps versions of states", () => {
    expect(at("aws_s3_bucket_versioning")).toMatchObject({
      versioning_configuration: { status: "Enabled" },
    });
  });

  it("encrypts states and locks", () => {
    expect(at("aws_s3_bucket_server_side_encryption_configuration")).toHaveProperty("rule");
    expect(at("aws_dynamodb_table", "locks")["server_side_encryption"]).toEqual({ enabled: true });
  });

  it("is closed to the public in all four ways", () => {
    const { bucket, ...closed } = at("aws_s3_bucket_public_access_block");
    expect(Object.values(closed)).toEqual([true, true, true, true]);
  });

  it("refuses what does not come over TLS", () => {
    expect(at("aws_s3_bucket_policy")["policy"]).toContain('"aws:SecureTransport" = "false"');
  });

  it("has the table that Terraform's S3 backend locks with, paid by request and recoverable", () => {
    expect(at("aws_dynamodb_table", "locks")).toMatchObject({
      name: "terraform-state-locks",
      hash_key: "LockID",
      attribute: [{ name: "LockID", type: "S" }],
      billing_mode: "PAY_PER_REQUEST",
      point_in_time_recovery: { enabled: true },
    });
  });

  it("cannot be destroyed, by Terraform or by hand", () => {
    expect(at("aws_s3_bucket")).toMatchObject({
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
    expect(at("aws_dynamodb_table", "locks")).toMatchObject({
      deletion_protection_enabled: true,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("can be destroyed with all in it where the owner says that it is not protected", () => {
    const loose = stateBackend({ state: { ...own, protected: false } }).root;
    expect(at("aws_s3_bucket", "state", loose)).toMatchObject({
      force_destroy: true,
      lifecycle: { prevent_destroy: false },
    });
    expect(at("aws_dynamodb_table", "locks", loose)).toMatchObject({
      deletion_protection_enabled: false,
      lifecycle: { prevent_destroy: false },
    });
  });

  it("makes the owner's bucket, and has Terraform refuse the placeholder", () => {
    expect(values).toEqual({ bucket: "our-states" });
    expect(root.variable?.["bucket"]?.["validation"]).toMatchObject([
      { condition: `\${var.bucket != "your-terraform-state-bucket-unique-name"}` },
    ]);
  });
});
