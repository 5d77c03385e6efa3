import type { LoadReport, SourceReport } from "../../population/load-report.js";

/** What became of the rows, for programs. */
export function loadDocument({ maxRejected, sources }: LoadReport): object {
  return { max_rejected: maxRejected / 1_000_000, sources: sources.map(sourceDocument) };
}

function sourceDocument(source: SourceReport): object {
  const { kind, name, records, read, rejected, duplicates, used } = source;
  return {
    kind,
    name,
    records,
    read,
    rejected_records: source.rejectedRecords,
    rejected,
    left_out: Object.fromEntries(source.leftOut.map((each) => [each.name, each.count])),
    duplicates,
    not_yet_visible: source.notYetVisible,
    without_profile: source.withoutProfile,
    used,
  };
}
