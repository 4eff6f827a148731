import { randomBytes } from "node:crypto";
import type { handleUnaryCall, UntypedServiceImplementation } from "@grpc/grpc-js";
import type { RandomId } from "./random-id.ts";
import { applyRandomId, importRandomId, planRandomId, refusal } from "./random-id.ts";
import { SCHEMAS } from "./schema.ts";
import type { WireValue } from "./wire-value.ts";
import { fromWire, toWire } from "./wire-value.ts";

const ERROR = 1;

function diagnostics(detail: string | undefined) {
  if (detail === undefined) return [];
  return [{ severity: ERROR, summary: "This random_id cannot be made", detail }];
}

/** A call as a function of its request; what it throws, Terraform shows. */
function answer<Request>(reply: (request: Request) => object): handleUnaryCall<Request, object> {
  return (call, callback) => {
    try {
      callback(null, reply(call.request));
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)));
    }
  };
}

const randomId = (value: WireValue | null | undefined) => fromWire(value) as RandomId | null;

function plan(request: { prior_state: WireValue; proposed_new_state: WireValue }) {
  const { planned, replaceBecauseOf } = planRandomId(
    randomId(request.prior_state),
    randomId(request.proposed_new_state),
  );
  const paths = replaceBecauseOf.map((name) => ({ steps: [{ attribute_name: name }] }));
  return { planned_state: toWire(planned), requires_replace: paths };
}

function importState({ id, type_name }: { id: string; type_name: string }) {
  try {
    return { imported_resources: [{ type_name, state: toWire(importRandomId(id)) }] };
  } catch (error) {
    return { diagnostics: diagnostics((error as Error).message) };
  }
}

/** Answers Terraform's calls for `random_id`. Nothing is kept: the state has all there is to know. */
export const service: UntypedServiceImplementation = {
  GetSchema: answer(() => SCHEMAS),
  PrepareProviderConfig: answer(({ config }: { config: WireValue }) => ({
    prepared_config: config,
  })),
  Configure: answer(() => ({})),
  ValidateResourceTypeConfig: answer(({ config }: { config: WireValue }) => {
    const value = randomId(config);
    return { diagnostics: diagnostics(value === null ? undefined : refusal(value)) };
  }),
  UpgradeResourceState: answer(({ raw_state }: { raw_state: WireValue }) => ({
    upgraded_state: toWire(randomId(raw_state)),
  })),
  ReadResource: answer(({ current_state }: { current_state: WireValue }) => ({
    new_state: current_state,
  })),
  PlanResourceChange: answer(plan),
  ApplyResourceChange: answer(({ planned_state }: { planned_state: WireValue }) => ({
    new_state: toWire(applyRandomId(randomId(planned_state), randomBytes)),
  })),
  ImportResourceState: answer(importState),
  Stop: answer(() => ({})),
};
