import { DAY } from "../calendar/civil.js";
import { FIRST_INSTANT, LAST_INSTANT } from "../calendar/instant.js";
import { type Zone, zone } from "../calendar/zone.js";
import { dataError } from "./data-error.js";
import type { ColumnMap } from "./data-map.js";
import { type Check, type Conversion, kindOf, trimmedText } from "./conversion.js";
import { columnOf, type Relation } from "./relation.js";
import { quoted } from "./sql.js";

/** An ISO 8601 date and clock with `Z` or an offset; a blank may stand for the `T`. */
const WITH_OFFSET =
  "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)? ?(Z|z|[+-][0-9]{2}(:?[0-9]{2})?)";
/** The same without, or a date alone. */
const LOCAL = "[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?)?";

/**
 * Converts a column to milliseconds since the epoch, floored. Local times are resolved by the zone of the mapping, with
 * our own calendar's transitions: the database's knowledge of zones is never asked.
 */
export function convertInstant(relation: Relation, map: ColumnMap): Conversion {
  const column = columnOf(relation, map);
  const name = quoted(column.name);
  const kind = kindOf(column.type);
  switch (kind) {
    case "timestamptz":
      return ranged(millis(`epoch_us(${finite(name)})`), `(${finite(name)} IS NULL)`, []);
    case "timestamp":
    case "date": {
      if (map.zone === null) throw dataError("data-zone-missing", map.span, { column: map.column }, relation.source);
      const local = millis(`epoch_us(CAST(${finite(name)} AS TIMESTAMP))`);
      return ranged(resolveLocal(local, zone(map.zone.text)), `(${finite(name)} IS NULL)`, []);
    }
    case "whole":
    case "float":
    case "decimal":
      return fromNumber(relation, map, `CAST(${name} AS DOUBLE)`, `(${name} IS NULL)`);
    case "text":
      return map.unit === null
        ? fromText(trimmedText(column), map)
        : fromNumber(relation, map, `TRY_CAST(${trimmedText(column)} AS DOUBLE)`, `(${trimmedText(column)} IS NULL)`);
    default:
      throw dataError(
        "data-column-type",
        map.span,
        { column: map.column, found: column.type, needed: "a date and time" },
        relation.source,
      );
  }
}

/** The database's infinite times are no times. */
function finite(name: string): string {
  return `(CASE WHEN isfinite(${name}) THEN ${name} END)`;
}

function fromNumber(relation: Relation, map: ColumnMap, number: string, empty: string): Conversion {
  if (map.unit === null) throw dataError("data-unit-missing", map.span, { column: map.column }, relation.source);
  const per = map.unit === "seconds" ? 1000 : 1;
  return ranged(`TRY_CAST(floor(${number} * ${per}) AS BIGINT)`, empty, []);
}

function fromText(text: string, map: ColumnMap): Conversion {
  const hasOffset = `coalesce(regexp_full_match(${text}, '${WITH_OFFSET}'), false)`;
  const isLocal = `coalesce(regexp_full_match(${text}, '${LOCAL}'), false)`;
  const exact = `coalesce(TRY_CAST(${text} AS TIMESTAMPTZ), TRY_CAST(${withSeconds(text)} AS TIMESTAMPTZ))`;
  const local = `coalesce(TRY_CAST(${text} AS TIMESTAMP), TRY_CAST(${withSeconds(text)} AS TIMESTAMP))`;
  const resolved = map.zone === null ? "NULL" : resolveLocal(millis(`epoch_us(${local})`), zone(map.zone.text));
  const stored = `CASE WHEN ${hasOffset} THEN ${millis(`epoch_us(${exact})`)} WHEN ${isLocal} THEN ${resolved} END`;
  const checks: Check[] =
    map.zone === null ? [{ reason: "time_without_zone", when: `(${isLocal} AND ${local} IS NOT NULL)` }] : [];
  return ranged(stored, `(${text} IS NULL)`, checks);
}

/** `2018-07-20T10:00Z` with the seconds that the database insists on. */
function withSeconds(text: string): string {
  return `regexp_replace(${text}, '^(.{10}[T ][0-9]{2}:[0-9]{2})( ?[^:0-9 ].*)?$', '\\1:00\\2')`;
}

/** Whole milliseconds, floored, from microseconds. */
function millis(us: string): string {
  return `((${us} - ((${us} % 1000) + 1000) % 1000) // 1000)`;
}

function ranged(stored: string, empty: string, checks: readonly Check[]): Conversion {
  return {
    stored: `(${stored})`,
    empty,
    range: { low: FIRST_INSTANT, high: LAST_INSTANT },
    checks: [...checks, { reason: "invalid_time", when: "true" }],
  };
}

/** Before this, and long after now, data holds no local times worth a branch each; both ends use the nearest offset. */
const FROM = -5 * 365 * DAY;
const TO = 30_000 * DAY;

/**
 * SQL for the instant at which a zone's clock shows `local` (milliseconds as if the clock were UTC): a gap shifts it
 * forward by its length, an overlap takes the first. Latest offsets come first, since most data is recent.
 */
export function resolveLocal(local: string, place: Zone): string {
  const offsets = localOffsets(place).toReversed();
  const [last] = offsets.splice(-1);
  const cases = offsets.map(({ from, offset }) => `WHEN ${local} >= ${from} THEN ${local} - (${offset})`);
  const otherwise = `${local} - (${last?.offset ?? 0})`;
  return cases.length === 0 ? `(${otherwise})` : `(CASE ${cases.join(" ")} ELSE ${otherwise} END)`;
}

/**
 * From which local clock reading on which offset is to be subtracted, ascending. At a change from offset a to b at the
 * instant t, readings below t + max(a, b) belong to a: in an overlap these are the first ones, in a gap a is what shifts forward.
 */
export function localOffsets(place: Zone): { from: number; offset: number }[] {
  let before = place.offsetAt(FROM);
  const offsets = [{ from: Number.MIN_SAFE_INTEGER, offset: before }];
  for (const { at, offset } of place.transitions(FROM + 1, TO)) {
    offsets.push({ from: at + Math.max(before, offset), offset });
    before = offset;
  }
  return offsets;
}
