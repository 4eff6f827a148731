import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../terraform/configuration.ts";
import { DOMAIN, moduleIn } from "../../testing/site.ts";

const dev = moduleIn("dev", "cloudfront");
const prod = moduleIn("prod", "cloudfront", DOMAIN);
const edge = dev.at("aws_cloudfront_distribution.main");
const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

const behaviour = (path: string) =>
  (edge["ordered_cache_behavior"] as readonly JsonObject[]).find(
    (one) => one["path_pattern"] === path,
  ) ?? {};

describe("the edge", () => {
  it("never keeps what the API says, and passes every method on", () => {
    expect(behaviour("/api/*")).toMatchObject({
      cache_policy_id: CACHING_DISABLED,
      compress: false,
    });
    expect(behaviour("/api/*")["allowed_methods"]).toContain("DELETE");
  });

  it("keeps static files, compressed", () => {
    const { cache_policy_id, compress } = behaviour("/_next/static/*");
    expect(cache_policy_id).not.toBe(CACHING_DISABLED);
    expect(compress).toBe(true);
  });

  it("keeps no page, which names files of its own release", () => {
    expect(edge["default_cache_behavior"]).toMatchObject({ cache_policy_id: CACHING_DISABLED });
  });

  it.each(["/api/*", "/_next/static/*"])("leads %s to HTTPS and adds security headers", (path) => {
    expect(behaviour(path)).toMatchObject({
      viewer_protocol_policy: "redirect-to-https",
      response_headers_policy_id: "67f7725c-6f97-4210-82d7-5512b31e9d03",
    });
  });

  it("speaks HTTP/3", () => {
    expect(edge["http_version"]).toBe("http2and3");
  });
});

describe("the origin", () => {
  const origin = (module: typeof dev) =>
    (module.at("aws_cloudfront_distribution.main")["origin"] as readonly JsonObject[])[0] ?? {};

  it("is told by a header that a request comes from here; the value is drawn, and marked as sensitive", () => {
    expect(origin(dev)["custom_header"]).toEqual([
      { name: "X-Origin-Verify", value: `\${sensitive(random_id.origin_secret.hex)}` },
    ]);
    expect(dev.at("random_id.origin_secret")["byte_length"]).toBe(32);
  });

  it("is asked over TLS where it has a certificate", () => {
    expect(origin(prod)["custom_origin_config"]).toMatchObject({
      origin_protocol_policy: "https-only",
      origin_ssl_protocols: ["TLSv1.2"],
    });
    expect(origin(dev)["custom_origin_config"]).toMatchObject({
      origin_protocol_policy: "http-only",
    });
  });
});

describe("with a domain, the edge", () => {
  const own = prod.at("aws_cloudfront_distribution.main");

  it("has its name and certificate, and no TLS older than 1.2", () => {
    expect(own["aliases"]).toEqual(["captions.example.com"]);
    expect(own["viewer_certificate"]).toEqual({
      acm_certificate_arn: `\${aws_acm_certificate_validation.site.certificate_arn}`,
      minimum_protocol_version: "TLSv1.2_2021",
      ssl_support_method: "sni-only",
    });
  });

  it("is found over IPv4 and IPv6", () => {
    expect(prod.at("aws_route53_record.site_ipv4")["type"]).toBe("A");
    expect(prod.at("aws_route53_record.site_ipv6")["type"]).toBe("AAAA");
  });
});

describe("the firewall", () => {
  const rules = prod.at("aws_wafv2_web_acl.main")["rule"] as readonly JsonObject[];

  it("stands before the edge in prod, and not in dev", () => {
    expect(prod.at("aws_cloudfront_distribution.main")["web_acl_id"]).toBe(
      `\${aws_wafv2_web_acl.main.arn}`,
    );
    expect(dev.resource).not.toHaveProperty("aws_wafv2_web_acl");
  });

  it("refuses an address that asks too much before it asks AWS's rules", () => {
    expect(rules[0]).toMatchObject({
      priority: 0,
      action: { block: {} },
      statement: { rate_based_statement: { limit: 2000, aggregate_key_type: "IP" } },
    });
  });

  it("lets a photo pass that is larger than any form", () => {
    const common = rules.find(({ name }) => name === "AWSManagedRulesCommonRuleSet");
    expect(JSON.stringify(common)).toContain(
      '"SizeRestrictions_BODY","action_to_use":{"count":{}}',
    );
  });
});

describe("the firewall's log", () => {
  const logged = prod.at("aws_wafv2_web_acl_logging_configuration.main");

  it("has the name that AWS asks for, is encrypted, and is kept as long as all logs", () => {
    expect(prod.at("aws_cloudwatch_log_group.firewall")).toMatchObject({
      name: `aws-waf-logs-\${var.project_name}-\${var.environment}-edge`,
      retention_in_days: 365,
      kms_key_id: `\${aws_kms_key.main.arn}`,
    });
    expect(logged).toMatchObject({
      resource_arn: `\${aws_wafv2_web_acl.main.arn}`,
      log_destination_configs: [`\${aws_cloudwatch_log_group.firewall.arn}`],
    });
  });

  it("tells neither cookies nor keys", () => {
    expect(logged["redacted_fields"]).toEqual([
      { single_header: { name: "authorization" } },
      { single_header: { name: "cookie" } },
    ]);
  });

  it("has what was refused, or would have been, and nothing else", () => {
    expect(logged["logging_filter"]).toMatchObject({ default_behavior: "DROP" });
    expect(JSON.stringify(logged["logging_filter"])).toContain('"action":"BLOCK"');
    expect(JSON.stringify(logged["logging_filter"])).not.toContain("ALLOW");
  });

  it("is not there where there is no firewall", () => {
    expect(dev.resource).not.toHaveProperty("aws_wafv2_web_acl_logging_configuration");
  });
});

describe("requests at the edge", () => {
  it("are written down where the environment is hardened", () => {
    expect(prod.at("aws_cloudfront_distribution.main")["logging_config"]).toMatchObject({
      bucket: `\${aws_s3_bucket.logs.bucket_domain_name}`,
    });
    expect(edge).not.toHaveProperty("logging_config");
  });
});
