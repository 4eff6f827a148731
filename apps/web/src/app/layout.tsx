import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { StudioProvider } from "../features/captions/studio-provider.tsx";
import { SignInGate } from "../features/sign-in/sign-in-gate.tsx";
import { StrayDrops } from "../ui/stray-drops.tsx";
import "./globals.css";

export const metadata: Metadata = {
  title: "Captions for your photos and videos",
  description: "Drop a photo, choose tone and length, get captions worth posting.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <SignInGate>
          <StudioProvider>{children}</StudioProvider>
        </SignInGate>
        <StrayDrops />
      </body>
    </html>
  );
}
