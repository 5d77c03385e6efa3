import type { Effect } from "../../population/portrait.js";
import type { PortraitWording } from "../wording/portrait.js";

/** `+0.52`, `-1.30`. */
export function sizeText(size: number): string {
  return `${size < 0 ? "-" : "+"}${Math.abs(size).toFixed(2)}`;
}

export function intervalText({ low, high }: Effect, words: PortraitWording): string {
  return words.between(sizeText(low), sizeText(high));
}

/** Cohen's words for sizes. */
export function strength(size: number): "tiny" | "small" | "medium" | "large" {
  const distance = Math.abs(size);
  return distance >= 0.8 ? "large" : distance >= 0.5 ? "medium" : distance >= 0.2 ? "small" : "tiny";
}
