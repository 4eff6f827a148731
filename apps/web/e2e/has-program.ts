import { execFileSync } from "node:child_process";

/** Whether this machine has a program, by asking for its version with `flag`. */
function hasProgram(name: string, flag: string): boolean {
  try {
    execFileSync(name, [flag], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

export const hasFfmpeg = () => hasProgram("ffmpeg", "-version");
export const hasEspeak = () => hasProgram("espeak-ng", "--version");
