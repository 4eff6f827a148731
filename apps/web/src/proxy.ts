import { NextResponse } from "next/server";
import { uploadsOrigin } from "./env.ts";
import { contentSecurityPolicy } from "./lib/content-security-policy.ts";

/** Gives every page its policy. At each request, and not when it is built: one build serves any deployment. */
export function proxy(): NextResponse {
  const response = NextResponse.next();
  response.headers.set("Content-Security-Policy", contentSecurityPolicy(uploadsOrigin()));
  return response;
}

export const config = { matcher: "/((?!api/).*)" };
