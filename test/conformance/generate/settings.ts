import { Clock, dateFromText } from "../../reference/clock.js";

/** Where and when the cases of some files play: one occurrence of one strategy. */
export interface Setting {
  /** Part of the files' names. */
  readonly id: string;
  readonly zone: string;
  readonly date: string;
  readonly clock: string;
  /** What is special about it. */
  readonly about: string;
}

export const settings: readonly Setting[] = [
  { id: "shanghai", zone: "Asia/Shanghai", date: "2026-03-10", clock: "10:00", about: "No clock ever changes here." },
  {
    id: "new-york-spring",
    zone: "America/New_York",
    date: "2026-03-08",
    clock: "02:30",
    about: "Clocks jump from 02:00 to 03:00 on this day.",
  },
  {
    id: "new-york-autumn",
    zone: "America/New_York",
    date: "2026-11-01",
    clock: "01:30",
    about: "Clocks show 01:00 to 02:00 twice on this day.",
  },
  {
    id: "london",
    zone: "Europe/London",
    date: "2026-03-31",
    clock: "23:59",
    about: "The last minute of a month, two days after clocks changed.",
  },
  {
    id: "lord-howe",
    zone: "Australia/Lord_Howe",
    date: "2026-04-05",
    clock: "10:00",
    about: "Clocks were set back by half an hour on this day.",
  },
  {
    id: "havana",
    zone: "America/Havana",
    date: "2026-11-01",
    clock: "00:30",
    about: "Clocks show 00:00 to 01:00 twice on this day.",
  },
  {
    id: "sao-paulo",
    zone: "America/Sao_Paulo",
    date: "2018-11-04",
    clock: "00:00",
    about: "Clocks jump from 00:00 to 01:00 on this day.",
  },
  { id: "apia", zone: "Pacific/Apia", date: "2011-12-31", clock: "10:00", about: "There was no 30 December here." },
  { id: "leap-day", zone: "UTC", date: "2028-02-29", clock: "00:00", about: "The first instant of a leap day." },
  {
    id: "kathmandu",
    zone: "Asia/Kathmandu",
    date: "2024-03-31",
    clock: "00:01",
    about: "The second minute of a day in a zone of quarter hours, a month after a leap day.",
  },
];

/** The instant at which the strategy of a setting comes due. */
export function nowOf({ zone, date, clock }: Setting): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  const due = Clock.of(zone).resolve(dateFromText(date), hours * 60 + minutes);
  if (due === null) throw new Error(`${zone} has no ${date}`);
  return due;
}
