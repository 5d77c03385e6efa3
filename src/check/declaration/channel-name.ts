import type { Name } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";

/** The place of a channel. */
export function channelPlace(c: Checker, name: Name): number | null {
  const entry = c.catalogue.channels.get(name.text);
  if (entry) return entry.place;
  const { exist, suggestion } = meant(name, c.catalogue.channels.keys());
  return c.report.add("unknown-channel", name.span, { name: name.text, exist }, { suggestion });
}

/** The places of channels, each named once. */
export function channelPlaces(c: Checker, names: readonly Name[]): number[] | null {
  const first = new Map<string, Name>();
  const places = names.map((name) => {
    const earlier = first.get(name.text);
    if (earlier) return c.report.add("channel-twice", name.span, { channel: name.text }, { related: [earlier.span] });
    first.set(name.text, name);
    return channelPlace(c, name);
  });
  const sound = places.flatMap((place) => place ?? []);
  return sound.length < places.length ? null : sound;
}
