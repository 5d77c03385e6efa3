import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { folder } from "../host/folder.js";
import { busyFiles, canary, since, until } from "./busy.js";
import { touchline } from "./capture.js";

/** Explains one strategy for one user of the busy project, with what was recorded before. */
async function explain(user: string, strategy: string, entries: readonly object[] = [], ...more: readonly string[]) {
  const lines = entries.map((entry) => `${JSON.stringify({ user, ...entry })}\n`).join("");
  const cwd = folder({ ...busyFiles, "entries.jsonl": lines });
  const argv = ["explain", "--user", user, "--strategy", strategy, "--since", since, "--until", until];
  const { code, stdout, stderr } = await touchline([...argv, "--entries", "entries.jsonl", ...more], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  // Columns are as wide as their texts: blanks say nothing here.
  return stdout.replace(/ {2,}/g, "  ");
}

const touch = (strategy: string, day: string, channel: string, more: object = {}): object => ({
  kind: "touch",
  strategy,
  occurrence: `2026-06-${day}T12:00`,
  at: `2026-06-${day}T12:00:00+08:00`,
  channel,
  ...more,
});

describe("explain tells of each gate what it saw", () => {
  it("allowed: the stop list, and whether personal messages are wanted", async () => {
    const listed = await explain("u6", "gifts");
    expect(listed).toContain("not touched: stopped at `allowed`, the user is on the stop list\n");
    expect(listed).toContain("✗ not on the stop list\n  ✓ user.stopped is true  true  exactly true");
    const impersonal = await explain("u7", "wake");
    expect(impersonal).toContain("stopped at `allowed`, the user is not to get personal messages\n");
    expect(impersonal).toContain("✗ may get personal messages\n  ✗ user.personal_ok is true  false  exactly true");
  });

  it("allowed: opt-outs and missing consent, channel by channel", async () => {
    const out = await explain("u10", "gifts", [{ kind: "opt_out", at: "2026-06-01T00:00:00Z", channel: "push" }]);
    expect(out).toContain("the user has opted out of every channel, or has not agreed to any\n");
    expect(out).toContain("✗ push  opted out\n");
    expect(out).toContain("✗ sms  has not agreed\n  ✗ agreed  user.sms_ok is true  false  exactly true");
  });

  it("assigned: the buckets of holdouts and of the split", async () => {
    const told = await explain("u9", "gifts");
    expect(told).toMatch(/✓ not held out from all strategies \(10% are\) {2}bucket [\d,]+ {2}1,000 or above\n/);
    expect(told).toMatch(/✓ variant coupon 满减 {2}bucket [\d,]+\n/);
    const set = await explain("u11", "d11_vip");
    expect(set).toMatch(/✓ not held out from `d11` \(20% are\) {2}bucket [\d,]+ {2}2,000 or above\n/);
  });

  it("reachable: each channel with its caps, its quota, and what the user opens", async () => {
    const receipts = [1, 2].flatMap((n) =>
      ["push", "sms"].flatMap((channel) => [
        touch("at_night", `0${n}`, channel, { key: `${channel}${n}` }),
        {
          kind: "receipt",
          at: `2026-06-0${n}T20:00:00+08:00`,
          key: `${channel}${n}`,
          outcome: channel === "sms" ? "opened" : "delivered",
        },
      ]),
    );
    const told = await explain("u9", "gifts", receipts);
    expect(told).toContain("channels by what the user opens\n  ✓ sms  reaches the user, chosen\n");
    expect(told).toContain("opened  2 of 2  at least 2 receipts\n  ✓ push  reaches the user\n");
    expect(told).toContain("✓ cap sms per day  0 touches  fewer than 1\n  ✓ quota of sms 2026-06-18  3 left  1\n");
    const unknown = await explain("u9", "gifts");
    expect(unknown).toContain("channels as declared: one of them has fewer than 2 receipts\n  ✓ push");
    const full = await explain("u9", "gifts", [
      ...receipts,
      touch("at_night", "18", "sms", { at: "2026-06-18T08:00:00+08:00" }),
    ]);
    expect(full).toContain("✗ sms  is full\n");
    expect(full).toContain(
      "✗ cap sms per day  1 touch  fewer than 1\n  at_night over sms, 2026-06-18 08:00\n  free again from 2026-06-19\n",
    );
    expect(full).toContain("✓ push  reaches the user, chosen\n");
  });

  it("timely: the rules, and what moved the send", async () => {
    const delayed = await explain("u3", "unpaid");
    expect(delayed).toContain("could go out  2026-06-18 00:10\n  send window  from 09:00 to 21:00, else later\n");
    expect(delayed).toContain("goes out  2026-06-18 09:00  by the send window\n");
    const best = await explain("u2", "gifts");
    expect(best).toContain("best hour  15:00, from 5 activities  at least 3 activities\n");
    expect(best).toContain("goes out  2026-06-18 15:00  by the best hour\n");
    const never = await explain("u9", "at_night");
    expect(never).toContain("no allowed time to send: outside the send window, or in quiet hours\n");
    expect(never).toContain(
      "send window  from 21:00 to 23:00, else not at all\n  quiet hours  not from 22:00 to 08:00, then later\n",
    );
  });

  it("exclusive: who won, and when", async () => {
    const lost = await explain("u9", "gifts", [touch("wake", "17", "push")]);
    expect(lost).toContain("stopped at `exclusive`, `wake` touches the user then, and the two exclude each other\n");
    expect(lost).toContain("✗ wake over push, 2026-06-17 12:00  2026-06-17  2 days apart\n");
  });

  it("fresh: the touches that fill a cap, and when there is room again", async () => {
    const full = await explain("u9", "gifts", [touch("at_night", "14", "push"), touch("asleep", "17", "push")]);
    expect(full).toContain("stopped at `fresh`, the cap `all in 7 days` is full\n");
    expect(full).toContain(
      "✗ cap all in 7 days  2 touches  fewer than 2\n  at_night over push, 2026-06-14 12:00\n  asleep over push, 2026-06-17 12:00\n  free again from 2026-06-21\n",
    );
  });

  it("fresh: touches about the same thing", async () => {
    const again = await explain("u3", "unpaid", [
      touch("unpaid", "01", "push", { occurrence: "order0", limit_key: "o3" }),
    ]);
    expect(again).toContain("✗ limit: about o3  1 touch  fewer than 1\n  unpaid over push, 2026-06-01 12:00\n");
  });

  it("fresh: hides what touches are about where that is personal", async () => {
    const told = await explain("u14", "thanks", [touch("thanks", "01", "push", { limit_key: `${canary} 14` })]);
    expect(told).toContain("✗ limit: about a hidden value  1 touch  fewer than 1\n");
    expect(told).toContain('✗ event.receiver is "nobody"  known (hidden)');
  });

  it("funded: what is left, in pieces, for the user and in money", async () => {
    const spent = await explain("u10", "wake", [touch("wake", "01", "push", { benefit: { id: "off20" } })]);
    expect(spent).toContain("the user already has as many `off20` as one user may get\n");
    expect(spent).toContain("✓ off20  4 left  1\n  ✗ off20 for this user  0 left  1\n");
    expect(await explain("u17", "d11_vip")).toContain("✓ budget of d11  24 CNY left  12 CNY\n");
  });

  it("composed: the material, its language, and the room that the channel gives", async () => {
    expect(await explain("u17", "wake")).toMatch(
      /material hello {2}zh-CN\n {2}✓ title {2}\d+ characters {2}at most 20\n/,
    );
  });

  it("due: the state now, and what it was before", async () => {
    const told = await explain("u18", "asleep");
    expect(told).toMatch(/\n2026-06-18 23:00 {2}/);
    expect(told).toMatch(/✓ now {2}reader\.asleep[^]*✗ before {2}reader\.asleep/);
  });
});

describe("explain tells of those who are held back", () => {
  it("what would have been sent, and the gates that they skip", async () => {
    const told = await explain("u1", "wake");
    expect(told).toContain(
      "not touched, to compare with: held out from all strategies; would have gone over push from 2026-06-18 10:00\n",
    );
    expect(told).toContain("✓ assigned  held out from all strategies\n  ✗ not held out from all strategies");
    expect(told).toContain("not asked of those held back: funded, composed\n");
  });

  it("in a variant that sends nothing, how each of the others fared", async () => {
    const told = await explain("u18", "gifts");
    expect(told).toContain("not touched, to compare with: in a variant that sends nothing; would have gone over push");
    expect(told).toContain(
      "✓ variant coupon 满减  would have been touched\n  ✓ variant points 积分  would have been touched\n",
    );
  });
});

describe("explain tells what came later", () => {
  it("a touch that was cancelled before it went out, and why", async () => {
    const told = await explain("u3", "unpaid", [{ kind: "opt_out", at: "2026-06-18T04:00:00+08:00" }]);
    expect(told).toContain("touched over push, to be sent from 2026-06-18 09:00\n");
    expect(told).toContain("2026-06-18 09:00  step 1, looked at again before it goes out: cancelled at `allowed`, ");
    expect(await explain("u3", "unpaid")).toContain("looked at again before it goes out: goes out\n");
  });

  it("the step that follows where the first was not opened, and one that an earlier day left to do", async () => {
    const key = "k".repeat(64);
    const first = {
      ...touch("wake", "17", "push", { benefit: { id: "off20" } }),
      key,
      at: "2026-06-17T10:00:00+08:00",
      occurrence: "2026-06-17T10:00",
    };
    const handed = { kind: "receipt", at: "2026-06-17T23:00:00+08:00", key, outcome: "handed_over" };
    const told = await explain("u17", "wake", [first, handed]);
    expect(told).toContain(
      "\n2026-06-17T10:00  decided before this interval\n  2026-06-18 03:00  step 2: touched over sms, to be sent from 2026-06-18 08:00, with off20 (20 CNY)\n",
    );
  });
});

describe("explain, in every form", () => {
  const calls: readonly (readonly [string, string])[] = [
    ["u9", "gifts"],
    ["u1", "wake"],
    ["u3", "unpaid"],
    ["u14", "thanks"],
    ["u2", "thanks"],
    ["u18", "gifts"],
    ["u18", "asleep"],
    ["u17", "d11_vip"],
  ];

  it("never tells personal data", async () => {
    for (const [user, strategy] of calls)
      for (const form of ["pretty", "json"])
        expect(await explain(user, strategy, [], "--format", form)).not.toContain(canary);
  });

  it("speaks Chinese throughout, but for what the project itself says", async () => {
    for (const [user, strategy] of calls) {
      const told = await explain(user, strategy, [touch("at_night", "14", "push")], "--lang", "zh");
      expect(told).not.toMatch(/(?<![.\w])(?:touch(?:ed|es)?|bucket|left|held|from|least|stopped|variant|source)\b/);
    }
  });

  it("lines its columns up, Chinese or not", async () => {
    const cwd = folder(busyFiles);
    const argv = ["explain", "--user", "u9", "--strategy", "gifts", "--since", since, "--until", until, "--lang", "zh"];
    const lines = (await touchline(argv, { cwd })).stdout.split("\n").filter((line) => line.includes("busy.touch:"));
    const starts = lines.map((line) => stringWidth(line.slice(0, line.indexOf("busy.touch:"))));
    expect(lines.length).toBeGreaterThan(4);
    expect(new Set(starts).size).toBe(1);
  });

  it("cuts phrases to a narrow terminal, and nothing where nobody looks", async () => {
    const cwd = folder(busyFiles);
    const argv = ["explain", "--user", "u18", "--strategy", "asleep", "--since", since, "--until", until];
    const clauses = (told: string): readonly string[] =>
      told.split("\n").filter((line) => line.includes("busy.touch:"));
    const wide = await touchline(argv, { cwd });
    const columns = Math.max(...clauses(wide.stdout).map((line) => stringWidth(line))) - 8;
    const narrow = await touchline(argv, { cwd, terminal: true, columns, env: { NO_COLOR: "1" } });
    expect(wide.stdout).not.toContain("…");
    for (const line of clauses(narrow.stdout)) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    expect(narrow.stdout).toContain("…");
  });

  it("gives JSON of one shape", async () => {
    const document = JSON.parse((await explain("u9", "gifts", [], "--format", "json")) as string);
    const [{ gates, ...occurrence }] = document.occurrences;
    expect(Object.keys(occurrence)).toEqual(["occurrence", "step", "at", "decision", "ghost", "walks", "later"]);
    const keys = Object.fromEntries(
      gates.map(({ gate, ...rest }: { gate: string }) => [
        gate,
        Object.keys(rest).filter((key) => key !== "outcome" && key !== "code"),
      ]),
    );
    expect(keys).toEqual({
      due: [],
      targeted: ["clauses"],
      allowed: ["rules", "channels"],
      assigned: ["assigned"],
      reachable: ["order", "channels"],
      timely: ["timing"],
      exclusive: [],
      fresh: ["caps"],
      funded: ["claims"],
      composed: ["message"],
    });
    expect(Object.keys(gates[5].timing)).toEqual(["earliest", "send_at", "by", "window", "quiet", "best_hour"]);
    expect(gates[3].assigned.split).toEqual({ bucket: expect.any(Number), variant: "coupon" });
  });
});
