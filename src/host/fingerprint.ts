import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { FileProblem, systemCode } from "./problem.js";

/** SHA-256, in hex, of a file's bytes as they lie on disk: what `sha256sum` prints. Throws `FileProblem`, naming the file as `shown`. */
export async function fingerprintOf(path: string, shown: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const bytes of createReadStream(path, { signal })) hash.update(bytes as Buffer);
  } catch (error) {
    signal?.throwIfAborted();
    throw new FileProblem("unreadable", shown, systemCode(error));
  }
  return hash.digest("hex");
}
