import { describe, expect, it } from "vitest";
import { unlessInterrupted } from "../../src/cli/interrupted.js";

const shop = { path: "shop", left: "incomplete" } as const;

describe("work that may be stopped", () => {
  it("gives its result, or its own error, while nobody stops it", async () => {
    const { signal } = new AbortController();
    await expect(unlessInterrupted(signal, null, Promise.resolve(7))).resolves.toBe(7);
    await expect(unlessInterrupted(signal, null, Promise.reject(new Error("own")))).rejects.toThrow("own");
  });

  it("ends as interrupted when it breaks off because of the signal", async () => {
    const controller = new AbortController();
    const work = new Promise((_, reject) => controller.signal.addEventListener("abort", () => reject(new Error("x"))));
    const ended = unlessInterrupted(controller.signal, shop, work);
    controller.abort();
    await expect(ended).rejects.toMatchObject({ name: "Interrupted", unwritten: shop });
  });

  it("is not waited for without end when it does not listen", async () => {
    const ended = unlessInterrupted(AbortSignal.abort(), null, new Promise(() => {}));
    await expect(ended).rejects.toMatchObject({ name: "Interrupted", unwritten: null });
  });
});
