import { parse } from "../../syntax/parse.js";
import { print } from "../../syntax/print.js";
import type { Declaration, File } from "../../syntax/tree.js";
import { Problems, type Problem } from "../problem.js";
import { declaration, declarations } from "./declaration.js";
import { shown, treeReader } from "./read.js";
import { type Json, written } from "./write.js";

/** The version of the JSON form: grows when a reader of the old form would misread the new one. */
export const TREE_VERSION = 1;

/** Strategy files as one JSON document. Throws `RangeError` for a tree that holds a construct of a later version. */
export function exportTree(files: readonly File[]): Json {
  return {
    touchline: "tree",
    format_version: TREE_VERSION,
    files: files.map((file) => ({ file: file.file, declarations: written(declarations, file.declarations) })),
  };
}

/** A strategy file as text, in the one layout of the language. */
export interface ImportedFile {
  readonly file: string;
  readonly text: string;
}

export interface ImportedTree {
  /** Empty if there are problems. */
  readonly files: readonly ImportedFile[];
  readonly problems: readonly Problem[];
}

/** The files of a document as text. Whatever is wrong with it is told; nothing is thrown, and nothing half right is given. */
export function importTree(document: unknown): ImportedTree {
  const problems = new Problems();
  const files = filesOf(document, problems).flatMap((json, index) => readFile(json, `files[${index}]`, problems));
  sameNameTwice(files, problems);
  return { files: problems.found.length > 0 ? [] : files, problems: problems.found };
}

function filesOf(document: unknown, problems: Problems): readonly unknown[] {
  if (!isObject(document) || own(document, "touchline") !== "tree") {
    problems.add("other-document", "", { needs: "tree" });
    return [];
  }
  const version = own(document, "format_version");
  if (version !== TREE_VERSION) {
    problems.add("other-version", "format_version", { got: shown(version), version: TREE_VERSION });
    return [];
  }
  const files = own(document, "files");
  if (Array.isArray(files)) return files;
  problems.add("wrong-json", "files", { path: "files", needs: "list", got: shown(files) });
  return [];
}

function readFile(json: unknown, path: string, problems: Problems): ImportedFile[] {
  if (!isObject(json)) {
    problems.add("wrong-json", path, { path, needs: "object", got: shown(json) });
    return [];
  }
  const file = own(json, "file");
  if (typeof file !== "string" || !isInside(file)) {
    problems.add("bad-file-name", `${path}.file`, { path: `${path}.file`, got: shown(file) });
    return [];
  }
  const nodes = own(json, "declarations");
  if (!Array.isArray(nodes)) {
    problems.add("wrong-json", `${path}.declarations`, {
      path: `${path}.declarations`,
      needs: "list",
      got: shown(nodes),
    });
    return [];
  }
  const before = problems.found.length;
  const read = treeReader(file, problems);
  const trees = nodes.flatMap((node, index) => {
    const at = `${path}.declarations[${index}]`;
    const tree = read(declaration, node, at);
    return tree === undefined || !isSayable(tree, at, problems) ? [] : [tree];
  });
  return problems.found.length > before ? [] : [{ file, text: print({ file, declarations: trees, comments: [] }) }];
}

/** Whether a declaration can be written so that it is read as what it is: names that no back-quotes save, limits … */
function isSayable(tree: Declaration, path: string, problems: Problems): boolean {
  const name = "a.touch";
  const text = print({ file: name, declarations: [tree], comments: [] });
  const { file, diagnostics } = parse({ name, text });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const [again, ...more] = file.declarations;
  const same = errors.length === 0 && again !== undefined && more.length === 0 && compared(again) === compared(tree);
  if (!same) problems.add("cannot-be-written", path, { path, text: text.trimEnd(), diagnostic: errors[0] ?? null });
  return same;
}

/** The JSON form is the tree but for its spans: equal forms, equal trees. */
const compared = (tree: Declaration): string => JSON.stringify(sorted(written(declaration, tree)));

function sorted(json: Json): Json {
  if (Array.isArray(json)) return json.map(sorted);
  if (!isObject(json)) return json;
  const entries = Object.entries(json as { readonly [name: string]: Json }).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, sorted(value)]));
}

/** A file of the project: a relative path that stays inside. */
function isInside(file: string): boolean {
  const steps = file.split("/");
  return file.endsWith(".touch") && !/[\\:\0]/.test(file) && !steps.some((step) => ["", ".", ".."].includes(step));
}

function sameNameTwice(files: readonly ImportedFile[], problems: Problems): void {
  files.forEach(({ file }, index) => {
    if (files.findIndex((other) => other.file === file) < index)
      problems.add("file-twice", `files[${index}].file`, { path: `files[${index}].file`, file });
  });
}

type Plain = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(value: Plain, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}
