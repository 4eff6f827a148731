import { context, propagation, trace } from "@opentelemetry/api";

export interface TracingConfig {
  /** Where an OpenTelemetry collector takes OTLP over HTTP; `/v1/traces` is added. */
  readonly endpoint: string;
  /** What this process is called in traces. */
  readonly service: string;
  /** As `prod`; undefined where the deployment has no name. */
  readonly environment: string | undefined;
}

export interface Tracing {
  /** Sends what was not sent yet. */
  stop(): Promise<void>;
}

/** Sends traces to a collector from now on. What does so is loaded only here: most installations have none. */
export async function startTracing(config: TracingConfig): Promise<Tracing> {
  const [sdk, otlp, hooks, core, resources] = await Promise.all([
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/context-async-hooks"),
    import("@opentelemetry/core"),
    import("@opentelemetry/resources"),
  ]);
  const { endpoint, service, environment } = config;
  const url = `${endpoint.replace(/\/+$/u, "")}/v1/traces`;
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({
      "service.name": service,
      ...(environment === undefined ? {} : { "deployment.environment.name": environment }),
    }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new otlp.OTLPTraceExporter({ url }) })],
  });
  context.setGlobalContextManager(new hooks.AsyncLocalStorageContextManager());
  propagation.setGlobalPropagator(new core.W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return { stop: () => provider.shutdown() };
}
