import { describe, expect, it } from "vitest";
import { DOMAIN, moduleIn } from "../../testing/site.ts";

const { at } = moduleIn("dev", "ecs");
const task = (name: string) => at(`aws_ecs_task_definition.${name}`);
const container = (name: string) => String(task(name)["container_definitions"]);
const policy = (name: string) => String(at(`aws_iam_role_policy.${name}_execution`)["policy"]);

describe("a task", () => {
  it("has the article's size", () => {
    expect(task("frontend")).toMatchObject({ cpu: "256", memory: "512" });
    expect(task("backend")).toMatchObject({ cpu: "1024", memory: "2048" });
  });

  it.each(["frontend", "backend", "migration"])(
    "writes nowhere but to /tmp, is not root and has an init process: %s",
    (name) => {
      expect(container(name)).toContain('"readonlyRootFilesystem" = true');
      expect(container(name)).toContain('"containerPath" = "/tmp"');
      expect(container(name)).toContain('"user" = "1000:1000"');
      expect(container(name)).toContain('"initProcessEnabled" = true');
      expect(container(name)).toContain('"drop" = ["ALL"]');
    },
  );

  it("runs the image whose tag a deployment names", () => {
    expect(container("backend")).toContain(
      `\${aws_ecr_repository.backend.repository_url}:\${var.image_tag}`,
    );
  });

  it("gets its keys by reference and never as a value", () => {
    expect(container("backend")).toContain(
      '{"name" = "GEMINI_API_KEY", "valueFrom" = var.google_api_key_arn}',
    );
    expect(container("backend")).toContain(
      '{"name" = "DATABASE_SECRET", "valueFrom" = var.database_secret_arn}',
    );
  });

  it("of the API reports what its alarms read, and for which environment", () => {
    expect(container("backend")).toContain('{"name" = "METRICS", "value" = "cloudwatch"}');
    expect(container("backend")).toContain('{"name" = "ENVIRONMENT", "value" = var.environment}');
  });

  it("of the page gets no secret", () => {
    expect(container("frontend")).toContain('"secrets" = []');
  });
});

describe("the API's environment", () => {
  const backend = (own: object, name: "dev" | "prod" = "dev") =>
    String(
      moduleIn(name, "ecs", own).at("aws_ecs_task_definition.backend")["container_definitions"],
    );

  it("names as many proxies as there are before it", () => {
    expect(backend({})).toContain('{"name" = "TRUSTED_PROXIES", "value" = "2"}');
    expect(backend({ cdn: { enabled: false } })).toContain(
      '{"name" = "TRUSTED_PROXIES", "value" = "1"}',
    );
  });

  it("has uploads go through the API, unless the bucket takes them from the page's own domain", () => {
    const through = '{"name" = "S3_UPLOADS", "value" = "through-api"}';
    expect(backend(DOMAIN)).toContain(through);
    expect(backend({}, "prod")).toContain(through);
    expect(backend(DOMAIN, "prod")).not.toContain("S3_UPLOADS");
  });

  it("says where the password is by the time it was renewed, and the task may read it there", () => {
    const where = '{"name" = "DATABASE_SECRET_ARN", "value" = var.database_secret_arn}';
    expect(container("backend")).toContain(where);
    expect(container("migration")).not.toContain("DATABASE_SECRET_ARN");
    expect(at("aws_iam_role_policy.read_database_secret")).toMatchObject({
      role: `\${var.task_role_name}`,
      policy: expect.stringContaining('"Resource" = [var.database_secret_arn]'),
    });
  });
});

it("the page keeps connections longer than the load balancer does", () => {
  expect(container("frontend")).toContain('{"name" = "KEEP_ALIVE_TIMEOUT", "value" = "65000"}');
});

describe("the task that migrates the database", () => {
  it("runs the configured command in the API's image, with the API's secrets and no port", () => {
    expect(container("migration")).toContain('"command" = ["node", "src/db/migrate.ts"]');
    expect(container("migration")).toContain("aws_ecr_repository.backend.repository_url");
    expect(container("migration")).toContain("DATABASE_SECRET");
    expect(container("migration")).not.toContain("portMappings");
  });

  it("may do nothing itself", () => {
    expect(task("migration")).not.toHaveProperty("task_role_arn");
  });
});

describe("who starts a task", () => {
  it("may read the API's five secrets, and no other", () => {
    expect(policy("backend")).toContain(
      '"Resource" = [var.google_api_key_arn, var.openai_api_key_arn, var.session_secret_arn]',
    );
    expect(policy("backend")).toContain(
      '"Resource" = [var.database_secret_arn, var.redis_secret_arn]',
    );
  });

  it("may read what an owner gives the API beside them, which the API then gets", () => {
    const own = { services: { optionalSecrets: ["access-token", "session-secret-previous"] } };
    const { at: inPrivate } = moduleIn("dev", "ecs", own);
    const arn = (secret: string) =>
      `"arn:\${data.aws_partition.current.partition}:ssm:\${data.aws_region.current.name}:\${data.aws_caller_identity.current.account_id}:parameter/\${var.project_name}/\${var.environment}/${secret}"`;
    expect(String(inPrivate("aws_iam_role_policy.backend_execution")["policy"])).toContain(
      `"Resource" = [var.google_api_key_arn, var.openai_api_key_arn, var.session_secret_arn, ${arn("access-token")}, ${arn("session-secret-previous")}]`,
    );
    const given = String(inPrivate("aws_ecs_task_definition.backend")["container_definitions"]);
    expect(given).toContain(`{"name" = "ACCESS_TOKEN", "valueFrom" = ${arn("access-token")}}`);
    expect(given).toContain('"SESSION_SECRET_PREVIOUS"');
    expect(container("backend")).not.toContain("ACCESS_TOKEN");
  });

  it("may decrypt these alone, through the service that keeps them", () => {
    expect(policy("backend")).toContain(
      '"kms:EncryptionContext:SecretARN" = [var.database_secret_arn',
    );
    expect(policy("backend")).toContain('"kms:ViaService" = "secretsmanager.');
  });

  it("may read no secret for the page", () => {
    expect(policy("frontend")).not.toMatch(/ssm:|secretsmanager:|kms:/);
  });

  it("may pull the images and write the log of its own service alone", () => {
    expect(policy("frontend")).toContain("aws_ecr_repository.frontend.arn");
    expect(policy("frontend")).not.toContain("backend");
  });
});

describe("what a task may do", () => {
  it("is the article's role for the API", () => {
    expect(task("backend")["task_role_arn"]).toBe(`\${var.task_role_arn}`);
  });

  it("is nothing for the page", () => {
    expect(task("frontend")["task_role_arn"]).toBe(`\${aws_iam_role.frontend_task.arn}`);
    expect(JSON.stringify(moduleIn("dev", "ecs").resource["aws_iam_role_policy"])).not.toContain(
      "aws_iam_role.frontend_task",
    );
  });
});
