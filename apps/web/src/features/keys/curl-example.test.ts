import { expect, it } from "vitest";
import { curlExample } from "./curl-example.ts";

const at = "https://captions.example";

it("captions a photo where the key may", () => {
  expect(curlExample({ key: "cg_x", scopes: ["captions:read", "captions:write"] }, at)).toBe(
    "curl -H 'Authorization: Bearer cg_x' -H 'Prefer: wait=30' -F file=@photo.jpg https://captions.example/api/captions",
  );
});

it("lists captions where the key may do no more", () => {
  expect(curlExample({ key: "cg_x", scopes: ["captions:read"] }, at)).toBe(
    "curl -H 'Authorization: Bearer cg_x' https://captions.example/api/captions",
  );
});
