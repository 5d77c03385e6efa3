import type { Code, Diagnostic } from "../diagnostic/diagnostic.js";
import type { File } from "../syntax/tree.js";
import type { Span } from "../text/span.js";

/**
 * Leaves out what only follows from an earlier error. Where reading a file failed, some declarations are missing or
 * incomplete, so nothing that a name lacks is believed, and nothing within a declaration that was not read in full.
 */
export function ownFaults(
  found: readonly Diagnostic[],
  broken: readonly Diagnostic[],
  files: readonly File[],
): readonly Diagnostic[] {
  if (broken.length === 0) return found;
  const spoilt = files.flatMap(({ declarations }) =>
    declarations.map(({ span }) => span).filter((span) => broken.some((each) => touches(span, each.span))),
  );
  return found.filter(({ code, span }) => !absent.has(code) && !spoilt.some((each) => touches(each, span)));
}

function touches(a: Span, b: Span): boolean {
  return a.file === b.file && a.start <= b.end && b.start <= a.end;
}

/** Said of what was not found, or was found twice: recovery may have lost or doubled a declaration. */
const absent: ReadonlySet<Code> = new Set<Code>([
  "empty-project",
  "missing-project",
  "missing-user",
  "duplicate-name",
  "unknown-event",
  "unknown-field",
  "unknown-tag",
  "unknown-member",
  "unknown-name",
  "unknown-stage",
  "unknown-measure",
  "unknown-channel",
  "unknown-benefit",
  "unknown-material",
  "unknown-goal",
  "line-part",
  "aim-lifecycle",
  "cost-needs-source",
  "cost-source",
  "unknown-map",
  "unknown-process",
  "unknown-point",
  "unknown-state",
  "unknown-strategy",
  "unknown-strategy-tag",
  "salt-twice",
  "channel-without-material",
  "hole-needs-benefit",
  "calendar-missing",
  "locale-missing",
]);
