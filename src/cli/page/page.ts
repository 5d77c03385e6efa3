import type { Align } from "../table.js";

/** A report as one file to open, print or mail. All texts are plain and in the reader's language; nothing in them is markup. */
export interface Page {
  readonly title: string;
  /** What the page is about, in a sentence or a few lines. */
  readonly lead: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly heading: string;
  /** How to read what follows; a paragraph per line. */
  readonly note?: string;
  /** Beside a chart, a table with the same numbers: whoever cannot see the one reads the other. */
  readonly chart?: Chart;
  readonly table?: PageTable;
}

export interface PageTable {
  readonly columns: readonly { readonly name: string; readonly align: Align }[];
  /** The first text of a row names it. */
  readonly rows: readonly (readonly string[])[];
  /** The last row adds the others up. */
  readonly total?: boolean;
}

/** How a number of a chart is written. */
export type Format = (n: number) => string;

export type Chart = {
  /** What the chart shows, in a sentence: read out in place of the picture. */
  readonly name: string;
} & Drawing;

export type Drawing = Bars | Lines | Ranges | Heat | Funnel | Flow;

/** Numbers by name, along one axis or several beside each other; `null` is unknown. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** Lying bars, the first on top. */
export interface Bars {
  readonly is: "bars";
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** The series of a label lie end to end, not beside each other. */
  readonly stacked?: boolean;
  readonly format: Format;
}

/** Lines over time; an unknown value is a gap. */
export interface Lines {
  readonly is: "lines";
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Levels to compare with, such as a target. */
  readonly levels?: readonly { readonly name: string; readonly value: number }[];
  readonly format: Format;
}

/** Estimates with their intervals, around 0, the first on top. */
export interface Ranges {
  readonly is: "ranges";
  readonly rows: readonly {
    readonly name: string;
    readonly low: number;
    readonly value: number;
    readonly high: number;
  }[];
  readonly format: Format;
}

/** A plain matrix whose cells are the darker the larger their value is; the first row on top. */
export interface Heat {
  readonly is: "heat";
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row, then by column; `null` is left empty. */
  readonly cells: readonly (readonly ({ readonly value: number; readonly text: string } | null)[])[];
}

/** Steps that fewer and fewer reach. */
export interface Funnel {
  readonly is: "funnel";
  readonly steps: readonly { readonly value: number; readonly text: string }[];
}

/** How many go from where on the left to where on the right. */
export interface Flow {
  readonly is: "flow";
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly links: readonly { readonly from: number; readonly to: number; readonly value: number }[];
}
