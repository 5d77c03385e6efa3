import type { Name } from "../tree.js";
import { type Doc, marked, name } from "./doc.js";

/** A name of several words, such as `Asia/Shanghai`, `zh-CN` or `time zone`; it is kept as written. */
export const spelled = (node: Name): Doc => (/[-/+ ]/.test(node.text) ? marked(node.span, node.text) : name(node));
