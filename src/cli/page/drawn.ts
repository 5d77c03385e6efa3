import type { EChartsCoreOption } from "echarts/core";
import { visible } from "../../text/visible.js";
import { cells } from "../../text/width.js";

/** A chart as the library takes it, with the size of its picture. */
export interface Drawn {
  readonly option: EChartsCoreOption;
  readonly width: number;
  readonly height: number;
}

/** What a picture may take. */
export interface Room {
  readonly width: number;
  /** Pixels of the longest name beside an axis; longer ones are cut, and stand whole in the table. */
  readonly name: number;
}

export const wide: Room = { width: 720, name: 240 };
export const narrow: Room = { width: 340, name: 120 };

export const ink = "var(--ink)";
export const soft = "var(--soft)";
export const paper = "var(--paper)";
export const colours = ["var(--c1)", "var(--c2)", "var(--c3)", "var(--c4)", "var(--c5)", "var(--c6)"] as const;

export const LETTERS = 12;
/** From one line of text to the next. */
export const LINE = 16;

export function colour(at: number): string {
  return colours[at % colours.length] as string;
}

/** A name as a chart shows it: on one line, cut to so many pixels. */
export function shown(name: string, pixels: number): string {
  const text = visible(name);
  return pixelsOf(text) <= pixels ? text : `${beginning(text, pixels - WIDE)}…`;
}

/** As much of a text, from its beginning, as so many pixels hold. */
export function beginning(text: string, pixels: number): string {
  let [kept, used] = ["", 0];
  for (const cell of cells(text)) {
    used += pixelsOf(cell.text);
    if (used > pixels) break;
    kept += cell.text;
  }
  return kept;
}

/** Pixels that the longest of some texts takes. */
export function widthOf(texts: readonly string[]): number {
  return Math.ceil(Math.max(0, ...texts.map(pixelsOf)));
}

const NARROW = 5.4;
const PLAIN = 7.9;
const WIDE = 12.2;
const narrowLetters = new Set(" ijlfrtI.,:;'`|!()[]{}/\\-\"");
const wideLetters = new Set("mwMWQO@%<>+=…");

/** What a text takes at most, at the size of letters in charts: nobody knows which font it will be read in, so it is that of wide ones. */
export function pixelsOf(text: string): number {
  return cells(text).reduce((sum, { text: letter, width }) => {
    if (width !== 1) return sum + (width * WIDE) / 2;
    return sum + (narrowLetters.has(letter) ? NARROW : wideLetters.has(letter) ? WIDE : PLAIN);
  }, 0);
}

/** An axis of names, without ticks. */
export function nameAxis(names: readonly string[]): object {
  return {
    type: "category",
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: soft } },
    axisLabel: { color: ink, fontSize: LETTERS, interval: 0, hideOverlap: false },
  };
}

export function numberAxis(format: (n: number) => string, narrowed: boolean): object {
  return {
    type: "value",
    splitNumber: narrowed ? 3 : 5,
    axisLabel: { color: soft, fontSize: LETTERS, formatter: format, hideOverlap: true },
    splitLine: { lineStyle: { color: "var(--rule)" } },
    axisLine: { lineStyle: { color: soft } },
  };
}

/** Names of series above the picture, if there are several: rows of them, with the height that they take. */
export function legendOf(
  names: readonly string[],
  width: number,
): { readonly option: object; readonly height: number } {
  if (names.length < 2) return { option: { show: false }, height: 0 };
  let [rows, used] = [1, 0];
  for (const name of names) {
    const own = widthOf([name]) + 50;
    if (used > 0 && used + own > width) [rows, used] = [rows + 1, 0];
    used += own;
  }
  const option = {
    show: true,
    top: 0,
    left: 0,
    width,
    itemGap: 14,
    data: [...names],
    selectedMode: false,
    textStyle: { color: ink, fontSize: LETTERS },
  };
  return { option, height: rows * 24 + 6 };
}

/** Series of the same name are one to the library: each gets a name of its own that looks the same. */
export function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    while (taken.has(own)) own += " ";
    taken.add(own);
    return own;
  });
}
