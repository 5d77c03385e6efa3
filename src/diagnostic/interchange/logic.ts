import type { Catalogue } from "../wording.js";
import { line, listEn, listZh } from "./shown.js";

/** What the language cannot say of a rule of JSON Logic; `phrase` is the piece of it, as JSON. */
export interface LogicMessages {
  "logic-operator": Piece & { readonly op: string; readonly near: string | null };
  "logic-list": Piece & { readonly op: string };
  "logic-no-word": Piece & { readonly op: string };
  "logic-arguments": Piece & { readonly op: string; readonly got: number };
  "logic-name": Piece & { readonly got: string };
  "logic-unknown-name": Piece & { readonly name: string; readonly near: string | null };
  "logic-value": Piece & { readonly got: string };
  "logic-choice": Piece;
  "logic-kinds": Piece & { readonly left: LogicKind; readonly right: LogicKind };
  "logic-order": Piece & { readonly kind: LogicKind };
  "logic-no-member": Piece & { readonly got: string; readonly near: string | null; readonly known: readonly string[] };
  "logic-too-fine": Piece & { readonly got: string };
  "logic-units": Piece;
  "logic-division": Piece;
  "logic-empty-text": Piece;
  "logic-never": Piece;
  /** The checker does not accept what a rule says: `message` is its own word. */
  "logic-unsound": Piece & { readonly who: string; readonly message: string };
}

interface Piece {
  readonly path: string;
  readonly phrase: string;
}

/** Kinds of values in a rule. */
export type LogicKind =
  | "number"
  | "text"
  | "boolean"
  | "choice"
  | "date"
  | "instant"
  | "version"
  | "lunarDate"
  | "null";

export type LogicProblemCode = keyof LogicMessages;

const kindsEn: Readonly<Record<LogicKind, string>> = {
  number: "a number",
  text: "a text",
  boolean: "true or false",
  choice: "a choice",
  date: "a date",
  instant: "an instant",
  version: "a version number",
  lunarDate: "a lunar date",
  null: "`null`",
};

const kindsZh: Readonly<Record<LogicKind, string>> = {
  number: "数字",
  text: "文本",
  boolean: "true 或 false",
  choice: "选项",
  date: "日期",
  instant: "时刻",
  version: "版本号",
  lunarDate: "农历日期",
  null: "`null`",
};

export const logicEn: Catalogue<LogicMessages> = {
  "logic-operator": ({ phrase, op, near }) => ({
    message: `\`${phrase}\`: \`${op}\` is no operator of JSON Logic`,
    fix: near === null ? "Say it with the operators of jsonlogic.com." : `Did you mean \`${near}\`?`,
  }),
  "logic-list": ({ phrase, op }) => ({
    message: `\`${phrase}\` goes through a list with \`${op}\`, and a profile holds no lists`,
    fix: "Say it about events instead, such as `did pay at least 3 times ever`.",
  }),
  "logic-no-word": ({ phrase, op }) => ({
    message: `\`${phrase}\`: the language has no word for \`${op}\``,
    fix: "Compute it before, as a field of the user, and test that field.",
  }),
  "logic-arguments": ({ phrase, op, got }) => ({
    message: `\`${phrase}\`: \`${op}\` does not take ${got === 1 ? "1 argument" : `${got} arguments`}`,
    fix: "Write as many as it takes, in a list.",
  }),
  "logic-name": ({ phrase, got }) => ({
    message: `\`${phrase}\` reads ${got}, which is not the name of one value`,
    fix: 'Name a field of the user, such as {"var": "user.city"}, or an exported fact.',
  }),
  "logic-unknown-name": ({ phrase, name, near }) => ({
    message: `\`${phrase}\`: the project has no field and no fact \`${name}\``,
    fix:
      near === null
        ? "Name a field of the user, such as `user.city`, or a fact that `touchline export --to json-logic` names."
        : `Did you mean \`${near}\`?`,
  }),
  "logic-value": ({ phrase, got }) => ({
    message: `\`${phrase}\` has ${got} where one value must stand`,
    fix: "Compare single values: texts, numbers, true or false.",
  }),
  "logic-choice": ({ phrase }) => ({
    message: `\`${phrase}\` computes a value by cases, which the language does in tests only`,
    fix: 'Move the comparison into the cases: {"if": [test, {"<": [a, 1]}, {"<": [b, 1]}]}.',
  }),
  "logic-kinds": ({ phrase, left, right }) => ({
    message: `\`${phrase}\` sets ${kindsEn[left]} against ${kindsEn[right]}; JSON Logic converts silently, the language never`,
    fix: 'Write both sides as the same kind of value, such as 18 instead of "18".',
  }),
  "logic-order": ({ phrase, kind }) => ({
    message: `\`${phrase}\` orders ${kindsEn[kind]}, which has no smaller and no greater in the language`,
    fix: 'Test for being the same, or for being one of several: {"in": [{"var": "user.city"}, ["a", "b"]]}.',
  }),
  "logic-no-member": ({ phrase, got, near, known }) => ({
    message: `\`${phrase}\`: ${got} is none of the choices`,
    fix: near === null ? `Use one of: ${listEn(known)}.` : `Did you mean \`${near}\`?`,
  }),
  "logic-too-fine": ({ phrase, got }) => ({
    message: `\`${phrase}\`: ${got} is finer than the smallest unit of what it is compared with`,
    fix: "Round it to the smallest unit that can be stored.",
  }),
  "logic-units": ({ phrase }) => ({
    message: `\`${phrase}\` sets an exported fact, in its stored unit, against a field of the user as it is given`,
    fix: "Use exported facts on both sides; each field of the user is one, too.",
  }),
  "logic-division": ({ phrase }) => ({
    message: `\`${phrase}\` divides by what may be 0 or leaves no exact decimal`,
    fix: "Multiply the other side of the comparison instead.",
  }),
  "logic-empty-text": ({ phrase }) => ({
    message: `\`${phrase}\` may look for an empty text, which JSON Logic finds in some texts and not in others`,
    fix: "Look for a text of at least one character that is written down.",
  }),
  "logic-never": () => ({
    message: "the rule never holds, whoever the user is",
    fix: "Leave the strategy out, or write when it should hold.",
  }),
  "logic-unsound": ({ who, message }) => ({
    message: `the rule would be \`who ${line(who)}\`, of which the checker says: ${message}`,
    fix: "Change the rule, or write the clause by hand.",
  }),
};

export const logicZh: Catalogue<LogicMessages> = {
  "logic-operator": ({ phrase, op, near }) => ({
    message: `\`${phrase}\`：JSON Logic 没有 \`${op}\` 这个运算`,
    fix: near === null ? "请改用 jsonlogic.com 上列出的运算。" : `是不是想写 \`${near}\`？`,
  }),
  "logic-list": ({ phrase, op }) => ({
    message: `\`${phrase}\` 用 \`${op}\` 遍历列表，而用户资料里没有列表`,
    fix: "请改为对事件的条件，例如 `did pay at least 3 times ever`。",
  }),
  "logic-no-word": ({ phrase, op }) => ({
    message: `\`${phrase}\`：这门语言没有与 \`${op}\` 对应的写法`,
    fix: "请事先算好，存成用户的一个字段，再对该字段设条件。",
  }),
  "logic-arguments": ({ phrase, op, got }) => ({
    message: `\`${phrase}\`：\`${op}\` 不能有 ${got} 个参数`,
    fix: "请按它需要的个数，写成列表。",
  }),
  "logic-name": ({ phrase, got }) => ({
    message: `\`${phrase}\` 读取的是 ${got}，不是某个值的名字`,
    fix: '请写用户字段，例如 {"var": "user.city"}，或导出的事实名。',
  }),
  "logic-unknown-name": ({ phrase, name, near }) => ({
    message: `\`${phrase}\`：项目里没有叫 \`${name}\` 的字段或事实`,
    fix:
      near === null
        ? "请写用户字段，例如 `user.city`，或 `touchline export --to json-logic` 给出的事实名。"
        : `是不是想写 \`${near}\`？`,
  }),
  "logic-value": ({ phrase, got }) => ({
    message: `\`${phrase}\`：应该是单个值的地方写了 ${got}`,
    fix: "请比较单个值：文本、数字、true 或 false。",
  }),
  "logic-choice": ({ phrase }) => ({
    message: `\`${phrase}\` 分情况计算一个值，这门语言只能分情况判断`,
    fix: '请把比较写进每种情况：{"if": [条件, {"<": [a, 1]}, {"<": [b, 1]}]}。',
  }),
  "logic-kinds": ({ phrase, left, right }) => ({
    message: `\`${phrase}\` 拿${kindsZh[left]}和${kindsZh[right]}相比；JSON Logic 会悄悄转换，这门语言不会`,
    fix: '请把两边写成同一种值，例如写 18，不要写 "18"。',
  }),
  "logic-order": ({ phrase, kind }) => ({
    message: `\`${phrase}\` 给${kindsZh[kind]}排大小，这门语言里它没有大小之分`,
    fix: '请判断是否相同，或是否属于几个之一：{"in": [{"var": "user.city"}, ["a", "b"]]}。',
  }),
  "logic-no-member": ({ phrase, got, near, known }) => ({
    message: `\`${phrase}\`：${got} 不在选项里`,
    fix: near === null ? `可用的有：${listZh(known)}。` : `是不是想写 \`${near}\`？`,
  }),
  "logic-too-fine": ({ phrase, got }) => ({
    message: `\`${phrase}\`：${got} 比对方的最小单位还细`,
    fix: "请取整到能保存的最小单位。",
  }),
  "logic-units": ({ phrase }) => ({
    message: `\`${phrase}\` 拿导出的事实（最小单位）和用户字段（原单位）相比`,
    fix: "请两边都用导出的事实；每个用户字段也是一个事实。",
  }),
  "logic-division": ({ phrase }) => ({
    message: `\`${phrase}\` 的除数可能为 0，或除不尽`,
    fix: "请改为把比较的另一边乘上除数。",
  }),
  "logic-empty-text": ({ phrase }) => ({
    message: `\`${phrase}\` 可能在找空文本，JSON Logic 有时找得到、有时找不到`,
    fix: "请写明要找的文本，至少一个字。",
  }),
  "logic-never": () => ({
    message: "这条规则对任何用户都不成立",
    fix: "请去掉这条策略，或写明什么时候成立。",
  }),
  "logic-unsound": ({ who, message }) => ({
    message: `这条规则会写成 \`who ${line(who)}\`，但检查不通过：${message}`,
    fix: "请改规则，或手写这一条。",
  }),
};
