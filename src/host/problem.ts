/** What can go wrong with files and folders; the wording is the caller's. */
export type FileProblemCode =
  | "no-folder"
  | "not-a-folder"
  | "folder-in-use"
  | "file-in-use"
  | "unreadable"
  | "unwritable"
  | "no-parent-folder"
  | "is-a-folder";

/** A file or a folder cannot be used: not the project's fault, so the command ends with 2. */
export class FileProblem extends Error {
  constructor(
    readonly code: FileProblemCode,
    readonly path: string,
    /** The system's own code, such as `EACCES`; empty where there is none. */
    readonly reason: string,
  ) {
    super(`${code}: ${path}${reason === "" ? "" : ` (${reason})`}`);
    this.name = "FileProblem";
  }
}

/** The code that the system gave for a failed call, such as `ENOENT`. */
export function systemCode(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return "";
}
