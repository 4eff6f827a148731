"use client";

import { useEffect, useState } from "react";

/** The preview of the video in hand: how long it is, and how to show a moment of it. */
export function usePlayer() {
  const [player, setPlayer] = useState<HTMLVideoElement | null>(null);
  const [seconds, setSeconds] = useState<number>();
  useEffect(() => {
    if (player === null) return setSeconds(undefined);
    const read = () => setSeconds(Number.isFinite(player.duration) ? player.duration : undefined);
    read();
    player.addEventListener("durationchange", read);
    return () => player.removeEventListener("durationchange", read);
  }, [player]);

  const seek = (at: number) => {
    if (player === null) return;
    player.currentTime = at;
    player.focus({ preventScroll: true });
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    player.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  };
  return { ref: setPlayer, seconds, seek: player === null ? undefined : seek };
}
