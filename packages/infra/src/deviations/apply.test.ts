import { describe, expect, it } from "vitest";
import { applyDeviations } from "./apply.ts";
import type { Deviation } from "./deviation.ts";

const body = {
  resource: {
    aws_subnet: { public: { map_public_ip_on_launch: true } },
    aws_s3_bucket_lifecycle_configuration: { uploads: { rule: [{ id: "a" }, { id: "a" }] } },
  },
};

const deviation = (given: Partial<Deviation>): Deviation => ({
  address: "module.networking.aws_subnet.public",
  argument: "map_public_ip_on_launch",
  article: true,
  ours: false,
  reason: "a reason",
  ...given,
});

const apply = (given: Partial<Deviation>, module = "module.networking") =>
  applyDeviations(body, module, [deviation(given)]).resource;

describe("a declared deviation", () => {
  it("puts our value in the place of the article's", () => {
    expect(apply({})?.["aws_subnet"]?.["public"]).toEqual({ map_public_ip_on_launch: false });
  });

  it("leaves everything else, and what it was made from, as it was", () => {
    const { aws_subnet, ...others } = apply({}) ?? {};
    expect(others).toEqual({
      aws_s3_bucket_lifecycle_configuration: body.resource.aws_s3_bucket_lifecycle_configuration,
    });
    expect(body.resource.aws_subnet.public.map_public_ip_on_launch).toBe(true);
  });

  it("does nothing to other modules", () => {
    expect(apply({}, "module.s3")).toEqual(body.resource);
  });

  it("adds an argument that the article does not have to every block of a name", () => {
    const changed = apply({
      address: "module.networking.aws_s3_bucket_lifecycle_configuration.uploads",
      argument: "rule.filter",
      article: undefined,
      ours: [{ prefix: "" }],
    });
    const rule = { id: "a", filter: [{ prefix: "" }] };
    expect(changed?.["aws_s3_bucket_lifecycle_configuration"]?.["uploads"]).toEqual({
      rule: [rule, rule],
    });
  });

  it("changes the root's own settings", () => {
    const root = { terraform: { backend: { s3: { key: "a" } } } };
    const key = { address: "terraform.backend.s3", argument: "key", article: "a", ours: "b" };
    expect(applyDeviations(root, "", [deviation(key)])).toEqual({
      terraform: { backend: { s3: { key: "b" } } },
    });
  });

  it("changes the call of a module in the root", () => {
    const root = { module: { networking: { zones: 3 } } };
    const call = { address: "module.networking", argument: "zones", article: 3, ours: 2 };
    expect(applyDeviations(root, "", [deviation(call)])).toEqual({
      module: { networking: { zones: 2 } },
    });
  });

  it("is refused when the article does not say what it claims", () => {
    expect(() => apply({ article: "yes" })).toThrow(
      'says that the article\'s map_public_ip_on_launch of module.networking.aws_subnet.public is "yes", but it is true',
    );
  });

  it("is refused when there is no such resource", () => {
    expect(() => apply({ address: "module.networking.aws_subnet.other" })).toThrow(
      "which the article does not have",
    );
  });
});
