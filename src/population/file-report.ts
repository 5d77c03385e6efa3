import type { RejectionReason } from "../diagnostic/rejection.js";
import { rejectionReasons } from "../diagnostic/rejection.js";
import { EXAMPLES, type Rejected, type RejectedExample, type SourceReport } from "./load-report.js";

/** Collects rejections one by one, in the order of the file. */
export class Rejections {
  readonly #found = new Map<RejectionReason, { count: number; examples: RejectedExample[] }>();

  add(reason: RejectionReason, line: number): void {
    const found = this.#found.get(reason) ?? { count: 0, examples: [] };
    found.count++;
    if (found.examples.length < EXAMPLES) found.examples.push({ line, column: null, value: null, hidden: false });
    this.#found.set(reason, found);
  }

  list(): Rejected[] {
    return rejectionReasons.flatMap((reason) => {
      const found = this.#found.get(reason);
      return found ? [{ reason, ...found }] : [];
    });
  }
}

/** The report of a file: what is read of it is used by whoever selects from its table. */
export function fileReport(name: string, read: number, rejected: readonly Rejected[]): SourceReport {
  const rejectedRecords = rejected.reduce((sum, { count }) => sum + count, 0);
  return Object.freeze({
    kind: "file",
    name,
    records: read + rejectedRecords,
    read,
    rejectedRecords,
    rejected,
    leftOut: [],
    duplicates: 0,
    notYetVisible: 0,
    withoutProfile: 0,
    used: read,
  });
}
