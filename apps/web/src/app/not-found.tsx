import type { Metadata } from "next";
import Link from "next/link";
import { PlainPage } from "../ui/plain-page.tsx";

export const metadata: Metadata = { title: "No such page" };

export default function NotFound() {
  return (
    <PlainPage heading="There is no such page">
      <p className="text-soft">The address may be mistyped, or the page may have moved.</p>
      <Link href="/" className="button button-main">
        To the captions
      </Link>
    </PlainPage>
  );
}
