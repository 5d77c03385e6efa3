import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { type Shop, shopFolder } from "./shop.js";

/** What the small shop measures besides, and a way through it that not everybody goes to the end. */
const targets = `process returning "回访" {
  pay as paid
  then visit as came within 6 days
  then visit as again_there within 3 days
}
metric payers "付费率" north star = share of users who did pay ever scale 40%, 60%, 80% target 70%
metric sales "成交额" = total of sum of pay.amount in the last 30 days scale 1000 CNY, 100000 CNY
metric gold_sales "大额成交" = total of sum of pay.amount where amount >= 100 CNY in the last 30 days
metric back "再访用时" = median time from last pay to 1st visit scale 10 days, 5 days better when lower
metric mau = monthly active by visit
metric finished "走完率" = rate of returning from paid to again_there in the last 30 days target 10%
line gold "高端线" { lifecycle buyer metric gold_sales into sales }
expect payer "老客": pay at least 2 times each month
goal again "再次付款" = did pay after touch
point counter "收银台"
`;

const calls = `channel sms "短信" { reach if user.phone is known  cost 0.05 CNY }
material call for sms { zh-CN body "回来看看" }
strategy recall "召回" {
  aim retention
  when every day at 11:00
  who did pay ever and did not pay for 20 days
  repeat after 14 days
  channel sms
  benefit none
  material call
  priority 60
}
`;

/** The folder of the small shop with what is measured in it, and with a second strategy. */
export function measuredShop(shop: Shop): string {
  return shopFolder(shop, { "targets.touch": targets, "calls.touch": calls });
}

/** The raw files of the small shop in plain SQL: `users`, `pays` and `visits`, whose `t` is the local time in Shanghai. Nothing here comes from `src`. */
export async function rawShop(folder: string, sql: string): Promise<Readonly<Record<string, number>>> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const csv = (file: string): string => `read_csv('${join(folder, file)}', header = true, all_varchar = true)`;
  const local = `CAST(replace("at", 'Z', '') AS TIMESTAMP) + INTERVAL 8 HOUR AS t`;
  await connection.run(`CREATE TABLE users AS SELECT * FROM ${csv("users.csv")}`);
  await connection.run(
    `CREATE TABLE pays AS SELECT "user" AS u, CAST(amount AS BIGINT) AS amount, ${local} FROM ${csv("pays.csv")}`,
  );
  await connection.run(`CREATE TABLE visits AS SELECT "user" AS u, ${local} FROM ${csv("visits.csv")}`);
  const [row = {}] = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return row as Readonly<Record<string, number>>;
}
