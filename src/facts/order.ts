import { byCodePoint } from "../text/order.js";
import type { EventHistory } from "./log.js";

/** A history whose events have no places yet. */
export interface Unplaced extends Pick<EventHistory, "occurred" | "seq" | "ids" | "from" | "to"> {
  /** To be filled for the rows `from` to `to`. */
  readonly order: Float64Array;
}

/**
 * Gives the events of one user their places among all of them, by (occurred_at, seq, id); of two kinds' events that agree in all
 * of this, that of the kind declared first comes first. Histories are by the event's place in the program.
 */
export function placeEvents(histories: readonly (Unplaced | undefined)[]): void {
  const kinds = histories.filter((history) => history !== undefined).map((history) => ({ history, row: history.from }));
  let open = kinds.filter(({ history, row }) => row < history.to);
  for (let place = 0; open.length > 0; place++) {
    let first = open[0] as Cursor;
    for (const other of open) if (isEarlier(other, first)) first = other;
    first.history.order[first.row++] = place;
    if (first.row === first.history.to) open = open.filter((cursor) => cursor !== first);
  }
}

/** The next event of a kind that has no place yet. */
interface Cursor {
  readonly history: Unplaced;
  row: number;
}

function isEarlier({ history: a, row: i }: Cursor, { history: b, row: j }: Cursor): boolean {
  const order = (a.occurred[i] as number) - (b.occurred[j] as number) || (a.seq[i] as number) - (b.seq[j] as number);
  return order === 0 ? byCodePoint(a.ids[i] as string, b.ids[j] as string) < 0 : order < 0;
}
