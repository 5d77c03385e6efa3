import { expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { plan } from "./tiny.js";

const text = `
project p { time zone Asia/Shanghai  currency CNY  settle after 10 minutes  locales en }
user { id: text  born: date? }
event pay { amount: CNY }
channel push { cost 0 CNY }
material hello for push { en title "Hello" }
strategy everybody { when every day at 10:00  repeat always  channel push  benefit none  material hello }
strategy birthday { when on user.born at 10:00  who did pay ever  repeat always  channel push  benefit none  material hello }
`;

const mapping = `files: { people: people.csv, pays: pays.csv }
profiles: { from: people, id: id }
events:
  pay: { from: pays, id: id, user: user, occurred_at: at }
`;

const files = {
  "people.csv": "id,born\nada,1990-07-20\nbo,1990-01-01\n",
  "pays.csv": "id,user,at,amount\n1,ada,2018-07-01T08:00:00Z,12.50\n",
};

it("looks at a touch again with what its own strategy reads, though another one falls due for everybody at that instant", async () => {
  const { program } = compile([{ name: "p.touch", text }]);
  if (!program) throw new Error("the program has errors");
  const { strategies } = await plan(files, { mapping, program });
  const found = strategies.map(({ id, decided, cancelled }) => ({ id, decided, cancelled }));
  expect(found).toEqual([
    { id: "everybody", decided: 2, cancelled: 0 },
    { id: "birthday", decided: 1, cancelled: 0 },
  ]);
});
