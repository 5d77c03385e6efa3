/** The instant that the projects in `strategies/` and every sample are made for: commands to copy use it. */
export const exampleUntil = "2026-06-18T12:00:00Z";
