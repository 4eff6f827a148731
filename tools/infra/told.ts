import { InfraError } from "../../packages/infra/src/errors.ts";
import { Failure } from "../shared/failure.ts";

/** Runs what may be refused by packages/infra, whose sentence then reaches the person as it stands. */
export async function told<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof InfraError ? new Failure(error.message) : error;
  }
}
