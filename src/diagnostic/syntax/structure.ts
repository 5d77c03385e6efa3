import type { Catalogue } from "../wording.js";
import { type Expected, listed } from "./expected.js";

/** How a file is built of declarations, blocks and clauses. */
export interface StructureMessages {
  "not-yet": { readonly construct: string };
  "unclosed-block": { readonly written: string };
  "unclosed-bracket": { readonly found: string | null };
  "stray-closer": { readonly written: string };
  "stray-comma": Record<string, never>;
  "unknown-declaration": { readonly written: string; readonly near: string | null };
  "clause-outside": { readonly written: string };
  "unknown-clause": {
    readonly written: string;
    readonly block: string;
    readonly clauses: readonly string[];
    readonly near: string | null;
  };
  "clause-twice": { readonly clause: string };
  "label-twice": Record<string, never>;
  "benefit-kind": {
    readonly written: string;
    readonly named: boolean;
    readonly near: string | null;
    readonly kinds: readonly string[];
  };
  expected: { readonly expected: readonly Expected[]; readonly after: string | null; readonly found: string | null };
  unexpected: { readonly written: string; readonly after: string | null; readonly near: string | null };
}

const quoted = (words: readonly string[], between: string): string => words.map((word) => `\`${word}\``).join(between);

const kindsZh: ReadonlyMap<string, string> = new Map([
  ["coupon", "优惠券"],
  ["free_order", "免单"],
  ["points", "积分"],
  ["gift", "礼品"],
  ["lottery", "抽奖"],
  ["check_in", "签到奖励"],
  ["privilege", "特权"],
  ["referral", "邀请奖励"],
]);
const inChinese = (kind: string): string => `\`${kind}\`（${kindsZh.get(kind) ?? kind}）`;

export const structureEn: Catalogue<StructureMessages> = {
  "not-yet": ({ construct }) => ({
    message: `\`${construct}\` is not supported yet`,
    fix: "Leave it out for now; the language tour lists what works today.",
  }),
  "unclosed-block": ({ written }) => ({
    message: `the block of \`${written}\` is not closed`,
    fix: "Add `}` on a line of its own after its last clause.",
  }),
  "unclosed-bracket": ({ found }) => ({
    message: found === null ? "this `(` is not closed" : `this \`(\` is not closed before \`${found}\``,
    fix: "Add `)` where the bracket should end.",
  }),
  "stray-closer": ({ written }) => ({
    message: `this \`${written}\` closes nothing`,
    fix: "Delete it, or look above it for a block that was closed too early.",
  }),
  "stray-comma": () => ({
    message: "there is a comma where none belongs",
    fix: "Delete it; fields and clauses stand on lines of their own, and numbers have no separators: `1000`.",
  }),
  "unknown-declaration": ({ written, near }) => ({
    message: `\`${written}\` does not start a declaration`,
    fix:
      near === null
        ? "Start with `project`, `user`, `event`, `tag`, `map`, `process`, `measure`, `lifecycle`, `value`, `groups`, `channel`, `benefit`, `material`, `goal`, `metric`, `line`, `expect`, `cost`, `point`, `policy`, `set` or `strategy`."
        : `Write \`${near}\` if that is what you mean.`,
  }),
  "clause-outside": ({ written }) => ({
    message: `the clause \`${written}\` stands outside of any strategy`,
    fix: "Move it into the braces of its strategy: `strategy name { … }`. A `}` above it may be too early.",
  }),
  "unknown-clause": ({ written, block, clauses, near }) => ({
    message: `\`${written}\` does not start a clause of \`${block}\``,
    fix:
      near !== null
        ? `Write \`${near}\` if that is what you mean.`
        : clauses.length > 0
          ? `Start with ${quoted(clauses, ", ")}.`
          : block === "map"
            ? "Write a word or a text, a colon and what it becomes, such as `americano: cold_brew`."
            : block === "split"
              ? "Start each variant with its share, such as `50% variant a { … }`."
              : "Write a name, a colon and a type, such as `city: text`.",
  }),
  "clause-twice": ({ clause }) => ({
    message: `\`${clause}\` is said twice`,
    fix: "Keep one of the two; combine tests with `and`.",
  }),
  "label-twice": () => ({
    message: "this field already has a label",
    fix: "Keep one of the two texts.",
  }),
  "benefit-kind": ({ written, named, near, kinds }) => ({
    message: named ? `\`${written}\` is not a kind of benefit` : `the benefit \`${written}\` does not say its kind`,
    fix:
      near === null
        ? `Write \`benefit coupon ${named ? "…" : written}\`; the kinds are ${quoted(kinds, ", ")}.`
        : `Write \`${near}\` if that is what you mean.`,
  }),
  expected: ({ expected, after, found }) => ({
    message:
      after === null
        ? `expected ${listed(expected, "en")}`
        : `expected ${listed(expected, "en")} after \`${after}\`${found === null ? "" : `, found \`${found}\``}`,
    fix:
      after === null ? `Write ${listed(expected, "en")} here.` : `After \`${after}\`, write ${listed(expected, "en")}.`,
  }),
  unexpected: ({ written, after, near }) => ({
    message: after === null ? `\`${written}\` does not fit here` : `\`${written}\` does not fit after \`${after}\``,
    fix:
      near === null
        ? "Delete it, or start a new clause on a line of its own; tests are joined with `and` or `or`."
        : `Write \`${near}\` if that is what you mean.`,
  }),
};

export const structureZh: Catalogue<StructureMessages> = {
  "not-yet": ({ construct }) => ({
    message: `暂不支持 \`${construct}\``,
    fix: "请先去掉这一部分；语言导览列出了目前可用的写法。",
  }),
  "unclosed-block": ({ written }) => ({
    message: `\`${written}\` 的花括号没有结束`,
    fix: "请在它最后一个子句之后另起一行写上 `}`。",
  }),
  "unclosed-bracket": ({ found }) => ({
    message: found === null ? "这个 `(` 没有结束" : `这个 \`(\` 在 \`${found}\` 之前没有结束`,
    fix: "请在括号该结束的地方补上 `)`。",
  }),
  "stray-closer": ({ written }) => ({
    message: `这个 \`${written}\` 前面没有对应的 \`{\``,
    fix: "请删掉它，或检查上面是不是有一个花括号结束得太早。",
  }),
  "stray-comma": () => ({
    message: "这里多了一个逗号",
    fix: "请删掉逗号；字段和子句各占一行，数字不加千分位：`1000`。",
  }),
  "unknown-declaration": ({ written, near }) => ({
    message: `声明不能用 \`${written}\` 开头`,
    fix:
      near === null
        ? "请用 `project`、`user`、`event`、`tag`、`map`、`process`、`measure`、`lifecycle`、`value`、`groups`、`channel`、`benefit`、`material`、`goal`、`metric`、`line`、`expect`、`cost`、`point`、`policy`、`set` 或 `strategy` 开头。"
        : `是不是想写 \`${near}\`？`,
  }),
  "clause-outside": ({ written }) => ({
    message: `子句 \`${written}\` 不在任何策略里面`,
    fix: "请把它放进策略的花括号里：`strategy 名称 { … }`；也可能是上面的 `}` 写早了。",
  }),
  "unknown-clause": ({ written, block, clauses, near }) => ({
    message: `\`${block}\` 里没有以 \`${written}\` 开头的子句`,
    fix:
      near !== null
        ? `是不是想写 \`${near}\`？`
        : clauses.length > 0
          ? `请用 ${quoted(clauses, "、")} 开头。`
          : block === "map"
            ? "请写一个词或一段文字、冒号和对应的值，例如 `americano: cold_brew`。"
            : block === "split"
              ? "每个分组请先写比例，例如 `50% variant a { … }`。"
              : "请写字段名、冒号和类型，例如 `city: text`。",
  }),
  "clause-twice": ({ clause }) => ({
    message: `\`${clause}\` 写了两次`,
    fix: "请只留一个；多个条件请用 `and` 连起来。",
  }),
  "label-twice": () => ({
    message: "这个字段已经有显示名了",
    fix: "请只留一个。",
  }),
  "benefit-kind": ({ written, named, near, kinds }) => ({
    message: named ? `没有 \`${written}\` 这种权益` : `权益 \`${written}\` 没有写明种类`,
    fix:
      near === null
        ? `请写 \`benefit coupon ${named ? "…" : written}\`；可用的种类有 ${kinds.map(inChinese).join("、")}。`
        : `是不是想写 \`${near}\`？`,
  }),
  expected: ({ expected, after, found }) => ({
    message:
      after === null
        ? `这里应该是${listed(expected, "zh")}`
        : `\`${after}\` 后面应该是${listed(expected, "zh")}${found === null ? "" : `，却写了 \`${found}\``}`,
    fix:
      after === null ? `请在这里写${listed(expected, "zh")}。` : `请在 \`${after}\` 后面写${listed(expected, "zh")}。`,
  }),
  unexpected: ({ written, after, near }) => ({
    message: after === null ? `这里不能写 \`${written}\`` : `\`${after}\` 后面不能接 \`${written}\``,
    fix:
      near === null ? "请删掉它，或另起一行写新的子句；条件之间请用 `and` 或 `or` 连接。" : `是不是想写 \`${near}\`？`,
  }),
};
