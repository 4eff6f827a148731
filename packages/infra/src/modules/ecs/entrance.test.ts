import { describe, expect, it } from "vitest";
import { DOMAIN, moduleIn } from "../../testing/site.ts";

const dev = moduleIn("dev", "ecs");
const open = moduleIn("dev", "ecs", { cdn: { enabled: false } });
const secure = moduleIn("prod", "ecs", DOMAIN);
const prod = moduleIn("prod", "ecs");

describe("the load balancer", () => {
  it("drops headers that are not valid", () => {
    expect(dev.at("aws_lb.main")["drop_invalid_header_fields"]).toBe(true);
  });

  it("cannot be deleted in prod", () => {
    expect(prod.at("aws_lb.main")["enable_deletion_protection"]).toBe(true);
    expect(dev.at("aws_lb.main")["enable_deletion_protection"]).toBe(false);
  });

  it("writes down requests where the environment is hardened", () => {
    expect(prod.at("aws_lb.main")["access_logs"]).toEqual({
      bucket: `\${aws_s3_bucket.logs.bucket}`,
      enabled: true,
    });
    expect(dev.at("aws_lb.main")).not.toHaveProperty("access_logs");
  });

  it("asks each service whether it lives, not whether its database does", () => {
    expect(dev.at("aws_lb_target_group.backend")).toMatchObject({
      port: 5000,
      health_check: { path: "/api/health/live" },
    });
    expect(dev.at("aws_lb_target_group.frontend")).toMatchObject({
      port: 3000,
      health_check: { path: "/" },
    });
  });
});

describe("a request", () => {
  const condition = (module: typeof dev, service: string) =>
    module.at(`aws_lb_listener_rule.${service}`)["condition"];

  it("goes to the API below /api/ and else to the page, in this order", () => {
    expect(condition(open, "backend")).toEqual([{ path_pattern: { values: ["/api/*"] } }]);
    expect(condition(open, "frontend")).toEqual([{ path_pattern: { values: ["/*"] } }]);
    const [first, then] = ["backend", "frontend"].map((service) =>
      Number(open.at(`aws_lb_listener_rule.${service}`)["priority"]),
    );
    expect(first).toBeLessThan(then ?? 0);
  });

  it.each(["backend", "frontend"])("has to come through CloudFront to reach the %s", (service) => {
    expect(condition(dev, service)).toContainEqual({
      http_header: { http_header_name: "X-Origin-Verify", values: [`\${var.origin_secret}`] },
    });
  });

  it("is forbidden when it did not", () => {
    expect(dev.at("aws_lb_listener.http")["default_action"]).toMatchObject([
      { type: "fixed-response", fixed_response: { status_code: "403" } },
    ]);
  });
});

describe("with a domain", () => {
  it("requests are served over TLS 1.2 and 1.3", () => {
    expect(secure.at("aws_lb_listener.https")).toMatchObject({
      port: 443,
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      certificate_arn: `\${aws_acm_certificate_validation.site.certificate_arn}`,
    });
  });

  it("plain HTTP leads to HTTPS", () => {
    expect(secure.at("aws_lb_listener.http")["default_action"]).toMatchObject([
      { type: "redirect", redirect: { protocol: "HTTPS", status_code: "HTTP_301" } },
    ]);
  });

  it("the load balancer has a name of its own behind CloudFront, and the site's without it", () => {
    const alone = moduleIn("prod", "ecs", { ...DOMAIN, cdn: { enabled: false } });
    expect(secure.at("aws_acm_certificate.site")["domain_name"]).toBe(
      "origin.captions.example.com",
    );
    expect(secure.at("aws_route53_record.load_balancer")["name"]).toBe(
      "origin.captions.example.com",
    );
    expect(alone.at("aws_acm_certificate.site")["domain_name"]).toBe("captions.example.com");
  });
});

describe("without a domain", () => {
  it("there is plain HTTP and no certificate", () => {
    expect(dev.resource).not.toHaveProperty("aws_acm_certificate");
    expect(Object.keys(dev.resource["aws_lb_listener"] ?? {})).toEqual(["http"]);
  });
});
