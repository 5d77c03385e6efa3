import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

// The suite proves nothing about `eval` and prototypes unless its workers really forbid them.

it("runs in a worker where code cannot be made from text", () => {
  expect(() => new Function("return 1")).toThrow(EvalError);
});

it("runs in a worker without `__proto__`", () => {
  expect(Object.hasOwn(Object.prototype, "__proto__")).toBe(false);
});

it("starts processes that inherit both", () => {
  const probe = "try { new Function('1'); process.exit(3) } catch { process.exit('__proto__' in {} ? 4 : 0) }";
  execFileSync(process.execPath, ["-e", probe]);
});
