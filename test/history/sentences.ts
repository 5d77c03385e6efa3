/**
 * What can go wrong with a history of decisions: for sentences of the semantics, the mistake that would break each. The list was
 * written before the checker, from the sentences alone; `planted.ts` makes each mistake in the engine, and the checker must tell it.
 * (Two were restated when they were planted: the first wording of one made the engine touch less, which no rule about what was sent
 * can tell; that of the other let no fallback happen at all.)
 */
export interface Mistake {
  readonly id: string;
  /** The rule, as stated. */
  readonly sentence: string;
  /** What an engine that makes the mistake does. */
  readonly mistake: string;
}

export const mistakes: readonly Mistake[] = [
  {
    id: "cap-newest-only",
    sentence: "No window of that kind ever holds more than n, wherever in it the newest send falls.",
    mistake: "A cap over days counts only sends before the new one, so a send that is delayed past it is overlooked.",
  },
  {
    id: "cap-span-closed",
    sentence: "Span caps are (s − L, s].",
    mistake: "A span cap's window is a millisecond too short, or ends before the send that it is about.",
  },
  {
    id: "cap-occurrence-date",
    sentence: "N-day caps count the touches' civil dates: an invariant on send times.",
    mistake: "A cap counts by the date of the occurrence instead of the date of sending.",
  },
  {
    id: "cap-zero",
    sentence: "Zero means none allowed.",
    mistake: "A cap of zero is taken for no cap.",
  },
  {
    id: "cap-week-start",
    sentence:
      "A touch keeps the civil date, week and month of the zone that decided it; weeks start as the project says.",
    mistake: "Calendar weeks start on Monday whatever the project says.",
  },
  {
    id: "cap-other-channel",
    sentence: "A cap names what it counts, its window and its channels.",
    mistake: "A cap of several channels counts only those of the candidate's own channel.",
  },
  {
    id: "cap-own-strategy",
    sentence: "Caps count accepted sends per person.",
    mistake: "A cap counts only the touches of the same strategy.",
  },
  {
    id: "cap-fallback",
    sentence: "A fallback passes allowed, reachable, timely and caps.",
    mistake: "A fallback is sent without asking the caps.",
  },
  {
    id: "repeat-or-equal",
    sentence: "A repeat after a period is measured between occurrence dates from the last live touch.",
    mistake: "A strategy may touch again one day too early.",
  },
  {
    id: "repeat-send-date",
    sentence: "Measured between occurrence dates.",
    mistake: "The period is measured from the date of sending of the touch before last.",
  },
  {
    id: "repeat-never",
    sentence: "`repeat never`: once.",
    mistake: "`never` holds only within one run: touches of earlier runs are forgotten.",
  },
  {
    id: "limit-key",
    sentence: "`limit n per event.key`.",
    mistake: "The limit counts per occurrence, not per value of the event's field.",
  },
  {
    id: "quiet-half-open",
    sentence: "Clock intervals are half-open.",
    mistake: "The first minute of the quiet hours is taken for allowed.",
  },
  {
    id: "quiet-over-midnight",
    sentence: "Quiet hours from 22:00 to 08:00.",
    mistake: "Quiet hours over midnight are quiet only until midnight.",
  },
  {
    id: "quiet-zone",
    sentence: "A user's zone governs days, streaks, schedules, caps and quiet hours alike.",
    mistake: "Quiet hours are judged by UTC.",
  },
  {
    id: "quiet-after-delay",
    sentence: "The send window and the quiet hours both hold.",
    mistake: "A send that its window moved is not asked again whether it is quiet then.",
  },
  {
    id: "settle",
    sentence: "The earliest send is t + settle.",
    mistake: "A touch may go out at the very instant of its occurrence.",
  },
  {
    id: "opt-out-now",
    sentence: "Everything that happens is visible from an instant: an opt-out at t counts at t.",
    mistake: "An opt-out counts only for what comes later than its instant.",
  },
  {
    id: "opt-out-purpose",
    sentence: "Consent per channel and purpose.",
    mistake: "An opt-out of one purpose on one channel is not heard.",
  },
  {
    id: "opt-out-release",
    sentence: "At `send_at` the decision is checked again with what is visible by then: consent.",
    mistake: "A touch goes out although the user opted out after the decision and before the send.",
  },
  {
    id: "exclusive-same-day",
    sentence: "Exclusive strategies: the user's civil day of the send.",
    mistake: "Exclusion is judged by the date of the occurrence, so that a delayed send meets its rival.",
  },
  {
    id: "exclusive-one-way",
    sentence: "Groups are exclusive both ways.",
    mistake: "Only the strategy that says so keeps away; the other one does not.",
  },
  {
    id: "exclusive-days",
    sentence: "Unless it says `for 7 days`.",
    mistake: "An exclusion for days holds one day too few.",
  },
  {
    id: "quantity",
    sentence: "Quantity: never over.",
    mistake: "One piece more than there is is given out.",
  },
  {
    id: "quantity-channel",
    sentence: "Quantity in all and per channel.",
    mistake: "The quantity by channel is not asked.",
  },
  {
    id: "per-user",
    sentence: "Per-user limit.",
    mistake: "What the user got in earlier runs does not count for the limit per user.",
  },
  {
    id: "budget",
    sentence: "Issued + reserved + leased + free = budget, always.",
    mistake: "A cancelled touch gives back its money twice, so that more is spent than there was.",
  },
  {
    id: "quota",
    sentence: "A quota is the channel's total.",
    mistake: "The quota of a channel is not reserved.",
  },
  {
    id: "global-holdout",
    sentence: "Held-out users are not touched.",
    mistake: "A user whose bucket lies below the share of the global holdout is touched.",
  },
  {
    id: "control-touched",
    sentence: "A variant `{ none }` sends nothing.",
    mistake: "A user in the control variant is touched with the first treated one.",
  },
  {
    id: "variant-hash",
    sentence: "bucket = murmur3_32(salt, 0x1F, user id) mod 10000.",
    mistake: "The separator between salt and user is left out, so experiments of related salts are related.",
  },
  {
    id: "ghost-counts",
    sentence: "Within its strategy or set a ghost counts like a touch in every per-user rule.",
    mistake: "Ghosts don't count for `repeat`, so that a daily strategy makes far more ghosts than touches.",
  },
  {
    id: "ghost-tags",
    sentence: "Ghosts consume no stock or budget.",
    mistake: "A ghost takes a piece of the benefit.",
  },
  {
    id: "fallback-wait",
    sentence: "A fallback is due at the acknowledged hand-over + wait.",
    mistake: "The wait is counted from the instant to send at instead of the hand-over.",
  },
  {
    id: "fallback-opened",
    sentence: "`if not opened`.",
    mistake: "A fallback goes out although the first message was clicked, which means opened.",
  },
  {
    id: "cancel-instant",
    sentence: "A cancellation takes effect at `send_at`.",
    mistake: "A cancellation is dated by the occurrence, long before its reason could be known.",
  },
  {
    id: "one-decision",
    sentence: "A decision's key is recorded at most once.",
    mistake: "The key leaves out the step, so that a fallback has the key of its first step.",
  },
  {
    id: "total-order",
    sentence: "Occurrences in total order (instant, priority high first, strategy id, occurrence key).",
    mistake: "Of two strategies at one instant the one with the lower priority goes first.",
  },
];
