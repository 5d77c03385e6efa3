/** What a touch gives. Amounts of money in minor units of the project's currency. */
import type { Length } from "./when.js";

export interface Benefit {
  readonly id: string;
  readonly label: string | null;
  readonly value: BenefitValue;
  /** What an order must reach. */
  readonly over: number | null;
  /** Days and months run to the end of the local day; hours and minutes are exact. `null`: it does not expire. */
  readonly valid: Length | null;
  /** How many there are in all. */
  readonly quantity: number | null;
  /** How many of them may go over a channel, by place. */
  readonly byChannel: readonly { readonly channel: number; readonly quantity: number }[];
  /** How many one user may get. */
  readonly perUser: number | null;
  /** What all of them may cost us, in 1/10,000 of a minor unit. */
  readonly budget: number | null;
  /** The face value of one, at most. Points have none: they are counted as points. */
  readonly face: number;
  /** What one costs us, in 1/10,000 of a minor unit: as said, else the face value. Of a lottery and a referral 0: their parts cost. */
  readonly cost: number;
}

export type BenefitValue =
  | { readonly is: "coupon"; readonly amount: number }
  /** `share` in millionths; `upTo` at most. */
  | { readonly is: "percent"; readonly share: number; readonly upTo: number }
  | { readonly is: "free_order"; readonly upTo: number }
  | { readonly is: "points"; readonly amount: number }
  | { readonly is: "gift" | "privilege"; readonly worth: number }
  /** For checking in: points or a gift's worth. */
  | { readonly is: "check_in"; readonly points: number; readonly worth: number }
  /** Each decision draws one, by hash; shares in 1/10,000 add up to 10,000. Prizes are neither lotteries nor referrals. */
  | {
      readonly is: "lottery";
      readonly salt: string;
      readonly prizes: readonly { readonly share: number; readonly benefit: number }[];
    }
  /** For who is touched, and for the friend whom they bring. */
  | { readonly is: "referral"; readonly giver: number; readonly friend: number };
