import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What one run of a command cost, as the operating system counts it. */
export interface Measured {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** Peak resident memory in MiB, or `null` where `/proc` is missing. */
  readonly peak: number | null;
}

const main = fileURLToPath(new URL("../../dist/src/cli/main.js", import.meta.url));

/** Runs the built `touchline` with the given arguments and measures the whole process. */
export function touchline(...args: readonly string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    let peak: number | null = null;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    const poll = setInterval(() => {
      peak = peakOf(child.pid) ?? peak;
    }, 50);
    child.on("error", reject);
    child.on("close", (status) => {
      clearInterval(poll);
      resolve({ status, stdout, stderr, seconds: (performance.now() - started) / 1000, peak });
    });
  });
}

function peakOf(pid: number | undefined): number | null {
  try {
    const kib = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return kib === null ? null : Number(kib[1]) / 1024;
  } catch {
    return null;
  }
}

/** `1.23 s, 456 MiB at its peak`. */
export function cost({ seconds, peak }: Measured): string {
  return `${seconds.toFixed(2)} s${peak === null ? "" : `, ${peak.toFixed(0)} MiB at its peak`}`;
}
