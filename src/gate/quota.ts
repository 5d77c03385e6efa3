import { formatDate } from "../calendar/civil.js";
import { zone as zoneNamed } from "../calendar/zone.js";
import type { Program } from "../program/program.js";
import { calendarWindow } from "./capacity.js";
import type { Want } from "./grants.js";

/** What one send over a channel at an instant takes of the channel's quota; `null` if it has none. */
export function compileQuota({ project, channels }: Program): (channel: number, sendAt: number) => Want | null {
  const zone = zoneNamed(project.zone);
  return (place, sendAt) => {
    const channel = channels[place];
    if (!channel?.quota) return null;
    const [from] = calendarWindow(channel.quota.per, zone.dateAt(sendAt), project.weekStarts);
    return { resource: `quota:${channel.id}:${formatDate(from)}`, amount: 1 };
  };
}
