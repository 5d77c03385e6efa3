import type { Anchors } from "./anchors.js";
import type { Doc, Group } from "./doc.js";

/** What a walk through a group has met so far. */
interface Walk {
  line: boolean;
  behind: boolean;
  rigid: boolean;
}

/**
 * Tells which groups need their line ends whatever the room: those that hold an end that is always taken, and those with
 * a comment among their words. One behind words needs a line end after them, one above words a line end before.
 */
export function rigidity(anchors: Anchors): (group: Group) => boolean {
  const known = new Map<Group, boolean>();
  const walk = (doc: Doc, met: Walk, own: boolean): void => {
    if (typeof doc === "string") return;
    if (!("is" in doc)) for (const part of doc) walk(part, met, own);
    else if (doc.is === "nest") walk(doc.doc, met, own);
    else if (doc.is === "mark") {
      if (anchors.behind.has(doc)) met.behind = true;
      if (met.line && anchors.above.has(doc)) met.rigid = true;
    } else if (doc.is === "line" && own) {
      met.line = true;
      if (met.behind || doc.flat === null) met.rigid = true;
    } else if (doc.is === "group") {
      if (isRigid(doc)) met.rigid = true;
      walk(doc.doc, met, false);
    }
  };
  const isRigid = (group: Group): boolean => {
    const before = known.get(group);
    if (before !== undefined) return before;
    const met: Walk = { line: false, behind: false, rigid: false };
    walk(group.doc, met, true);
    known.set(group, met.rigid);
    return met.rigid;
  };
  return isRigid;
}
