import { canonicalJson } from "./canonical.js";
import { programHash } from "./hash.js";
import type { Program } from "./program.js";

export const BUNDLE_VERSION = 3;

/** The program as a file: an envelope that says what it is, and a hash that shows whether it arrived whole. */
export interface Bundle {
  readonly touchline: "bundle";
  readonly format_version: typeof BUNDLE_VERSION;
  /** `programHash` of the program. */
  readonly hash: string;
  readonly program: Program;
}

/** The bundle of a program as one line of JSON; the same program gives the same bytes. */
export function bundleText(program: Program): string {
  const hash = programHash(program);
  return `{"touchline":"bundle","format_version":${BUNDLE_VERSION},"hash":"${hash}","program":${canonicalJson(program)}}\n`;
}

/**
 * Why something is no bundle: its text is no JSON (cut off, for one); it is JSON of another kind; it was written by another
 * version; its program is not the one that the hash was taken of.
 */
export type BundleFailure =
  | { readonly why: "not-json" }
  | { readonly why: "not-a-bundle" }
  | { readonly why: "other-version"; readonly version: string }
  | { readonly why: "hash-differs" };

export type ReadBundle =
  | { readonly is: "bundle"; readonly bundle: Bundle }
  | { readonly is: "failure"; readonly failure: BundleFailure };

/** Reads a bundle from its text, or from what `JSON.parse` made of it. The hash vouches for the program inside. */
export function readBundle(input: unknown): ReadBundle {
  const value = typeof input === "string" ? parsed(input) : input;
  if (value === undefined) return failure({ why: "not-json" });
  if (!isRecord(value) || own(value, "touchline") !== "bundle") return failure({ why: "not-a-bundle" });
  const version = own(value, "format_version");
  if (version !== BUNDLE_VERSION) return failure({ why: "other-version", version: shown(version) });
  const hash = own(value, "hash");
  const program = own(value, "program");
  if (typeof hash !== "string" || !isProgram(program)) return failure({ why: "not-a-bundle" });
  if (hashOf(program) !== hash) return failure({ why: "hash-differs" });
  return { is: "bundle", bundle: { touchline: "bundle", format_version: BUNDLE_VERSION, hash, program } };
}

function failure(why: BundleFailure): ReadBundle {
  return { is: "failure", failure: why };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `null` for what was never JSON, such as a structure that contains itself. */
function hashOf(program: Program): string | null {
  try {
    return programHash(program);
  } catch {
    return null;
  }
}

type Unknown = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(value: Unknown, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function shown(version: unknown): string {
  return typeof version === "number" || typeof version === "string" ? String(version).slice(0, 20) : "none";
}

const records = ["project", "user", "policy", "analysis"];

const lists = [
  "events",
  "facts",
  "phrases",
  "tags",
  "strategyTags",
  "maps",
  "lifecycles",
  "channels",
  "benefits",
  "materials",
  "goals",
  "points",
  "sets",
  "strategies",
];

/** Whether the outermost shape is that of a program; what lies within is vouched for by the hash. */
function isProgram(value: unknown): value is Program {
  return (
    isRecord(value) &&
    records.every((key) => isRecord(own(value, key))) &&
    (own(value, "calendar") === null || isRecord(own(value, "calendar"))) &&
    lists.every((key) => Array.isArray(own(value, key)))
  );
}
