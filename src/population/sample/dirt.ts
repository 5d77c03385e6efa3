import type { BehaviourTable } from "./behaviour.js";

/** What is wrong with the planted rows of one kind. */
export type Dirt =
  | "unknown_member"
  | "bad_time"
  | "bad_amount"
  | "missing_value"
  | "missing_user"
  | "no_profile"
  | "same_id_again"
  | "after_its_arrival"
  | "arrives_late"
  | "equal_row_again"
  | "older_version";

export interface PlantedRows {
  readonly table: BehaviourTable | "users";
  readonly dirt: Dirt;
  /** A SELECT over the table's own clean rows, `clean`, with the same columns; it ends where a LIMIT can follow. */
  readonly sql: string;
}

/** Rows to copy and spoil: the same ones whatever the order of the table, and different ones for every kind. */
const some = (id: string, salt: string): string =>
  `FROM clean ORDER BY hash(hash(getvariable('seed'), ${id}, '${salt}'))`;

/** An id of its own, so that a spoilt copy is not also a duplicate. */
const fresh = (id: string, mark: string): string => `${id} || '-${mark}' AS ${id}`;

/** What people who load data meet sooner or later; every kind is counted apart in the report of a sample. */
export const plantedRows: readonly PlantedRows[] = [
  {
    table: "users",
    dirt: "unknown_member",
    sql: `SELECT * REPLACE (${fresh("user_id", "member")}, '未知' AS gender) ${some("user_id", "member")}`,
  },
  {
    table: "users",
    dirt: "bad_time",
    sql: `SELECT * REPLACE (${fresh("user_id", "time")}, '2026-02-30 08:00:00+08:00' AS registered_at) ${some("user_id", "time")}`,
  },
  { table: "users", dirt: "equal_row_again", sql: `SELECT * ${some("user_id", "equal")}` },
  {
    table: "users",
    dirt: "older_version",
    sql: `SELECT * REPLACE (updated_at - INTERVAL 3 DAY AS updated_at, balance + 100 AS balance) ${some("user_id", "older")}`,
  },
  {
    table: "visits",
    dirt: "no_profile",
    sql: `SELECT * REPLACE (${fresh("event_id", "ghost")}, 'ghost' AS user_id) ${some("event_id", "ghost")}`,
  },
  {
    table: "visits",
    dirt: "missing_user",
    sql: `SELECT * REPLACE (${fresh("event_id", "nobody")}, NULL AS user_id) ${some("event_id", "nobody")}`,
  },
  {
    table: "visits",
    dirt: "after_its_arrival",
    sql: `SELECT * REPLACE (${fresh("event_id", "skewed")}, received_at + INTERVAL 1 HOUR AS occurred_at) ${some("event_id", "skewed")}`,
  },
  {
    table: "views",
    dirt: "unknown_member",
    sql: `SELECT * REPLACE (${fresh("event_id", "member")}, '平板' AS category) ${some("event_id", "member")}`,
  },
  {
    table: "views",
    dirt: "missing_value",
    sql: `SELECT * REPLACE (${fresh("event_id", "missing")}, NULL AS price) ${some("event_id", "missing")}`,
  },
  {
    table: "views",
    dirt: "same_id_again",
    sql: `SELECT * REPLACE (received_at + INTERVAL 7 MINUTE AS received_at) ${some("event_id", "again")}`,
  },
  {
    table: "views",
    dirt: "arrives_late",
    sql: `SELECT * REPLACE (${fresh("event_id", "late")}, TIMESTAMPTZ '2026-06-20 02:00:00+00' AS received_at) ${some("event_id", "late")}`,
  },
  {
    table: "trades",
    dirt: "bad_amount",
    sql: `SELECT * REPLACE (${fresh("trade_id", "amount")}, '19.999' AS amount) ${some("trade_id", "amount")}`,
  },
  {
    table: "camera",
    dirt: "bad_time",
    sql: `SELECT * REPLACE (${fresh("event_id", "time")}, '2026-02-30 10:00:00' AS occurred_at) ${some("event_id", "time")}`,
  },
];
