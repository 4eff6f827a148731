const dayOf = (at: Date): string => at.toLocaleDateString("en");

/** When something is open again, by the clock of the person who waits: `today at 11:00 PM`. */
export function openingTime(at: Date, now: Date): string {
  const time = at.toLocaleTimeString("en", { hour: "numeric", minute: "2-digit" });
  if (dayOf(at) === dayOf(now)) return `today at ${time}`;
  const tomorrow = new Date(now);
  tomorrow.setDate(now.getDate() + 1);
  if (dayOf(at) === dayOf(tomorrow)) return `tomorrow at ${time}`;
  return `on ${at.toLocaleDateString("en", { month: "long", day: "numeric" })} at ${time}`;
}
