import { forward } from "../../../lib/forward.ts";

export const dynamic = "force-dynamic";

export const GET = forward;
export const POST = forward;
export const PUT = forward;
export const DELETE = forward;
