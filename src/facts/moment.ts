import type { Moment } from "../program/program.js";
import type { Scene, Sources } from "./scene.js";

/** Where a moment lies; used again for each question. */
export interface Found {
  /** Its instant, that of its start if it is a whole local day; `NaN` if it is unknown. */
  at: number;
  /** `NaN` unless it is an event. */
  seq: number;
  /** The date, if it is a whole local day; else `NaN`. */
  date: number;
}

export type FindMoment = (scene: Scene, into: Found) => void;

export function emptyFound(): Found {
  return { at: Number.NaN, seq: Number.NaN, date: Number.NaN };
}

export function compileMoment(moment: Moment, sources: Sources): FindMoment {
  switch (moment.is) {
    case "date":
      return ({ zone }, into) => setDate(into, moment.date, zone.startOf(moment.date));
    case "profile": {
      const { field } = moment;
      return sources.isDate(field)
        ? ({ zone, profile }, into) => {
            const date = profile[field] as number;
            setDate(into, date, Number.isNaN(date) ? Number.NaN : zone.startOf(date));
          }
        : ({ profile }, into) => setInstant(into, profile[field] as number, Number.NaN);
    }
    case "point": {
      const stream = sources.stream(moment.event, moment.where);
      const { nth } = moment;
      return (_, into) => {
        const { selection, history } = stream;
        const place = nth === "last" ? selection.size - 1 : nth - 1;
        if (place < 0 || place >= selection.size) return setInstant(into, Number.NaN, Number.NaN);
        const row = selection.rows[place] as number;
        setInstant(into, history.occurred[row] as number, history.seq[row] as number);
      };
    }
  }
}

function setDate(into: Found, date: number, at: number): void {
  into.at = at;
  into.seq = Number.NaN;
  into.date = date;
}

function setInstant(into: Found, at: number, seq: number): void {
  into.at = at;
  into.seq = seq;
  into.date = Number.NaN;
}
