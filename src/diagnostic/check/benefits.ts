import type { Catalogue } from "../wording.js";

export type BenefitKind =
  | "coupon"
  | "free_order"
  | "points"
  | "gift"
  | "privilege"
  | "check_in"
  | "lottery"
  | "referral";

/** What a benefit can say. `amount` is what it gives, however that is written. */
export type BenefitPart =
  | "amount"
  | "up to"
  | "over"
  | "valid"
  | "quantity"
  | "per user"
  | "budget"
  | "cost"
  | "salt"
  | "prize"
  | "giver"
  | "friend";

/** As what one benefit stands in another. */
export type BenefitRole = "prize" | "giver" | "friend";

/** Benefits that say too little, or what their kind cannot have. */
export interface BenefitMessages {
  "benefit-needs": { readonly benefit: string; readonly kind: BenefitKind; readonly part: BenefitPart };
  "benefit-part": { readonly benefit: string; readonly kind: BenefitKind; readonly part: BenefitPart };
  /** Something above 0% and up to 100%; of people and prizes with at most two decimals. */
  "bad-share": { readonly text: string };
  "prize-total": { readonly lottery: string; readonly total: string };
  "benefit-in-benefit": { readonly role: BenefitRole; readonly name: string; readonly kind: "lottery" | "referral" };
  "quantity-twice": { readonly channel: string };
  "quantity-beyond": { readonly channel: string; readonly quantity: number; readonly inAll: number };
}

/** What a kind gives, as its author writes it. */
const examples: { readonly [K in BenefitKind]: string } = {
  coupon: "20 CNY off over 200 CNY",
  free_order: "free order up to 300 CNY",
  points: "100 points",
  gift: "worth 39 CNY",
  privilege: "worth 39 CNY",
  check_in: "50 points",
  lottery: "prize 5% hp20  prize 95% p100",
  referral: "giver hp20  friend p100",
};

const isMade = (kind: BenefitKind): boolean => kind === "lottery" || kind === "referral";

/** The name of a part as it is written. */
const wordOf = (part: BenefitPart): string => (part === "per user" ? "1 per user" : part);

export const benefitsEn: Catalogue<BenefitMessages> = {
  "benefit-needs": ({ benefit, kind, part }) => needsEn(benefit, kind, part),
  "benefit-part": ({ benefit, kind, part }) => ({
    message:
      part === "amount"
        ? `the ${kind} \`${benefit}\` says how much it gives, but a ${kind} is made of other benefits`
        : `\`${wordOf(part)}\` does not belong to the ${kind} \`${benefit}\``,
    fix: strayEn(kind, part),
  }),
  "bad-share": ({ text }) => ({
    message: `\`${text}\` is not a share that fits here`,
    fix: "Write a percentage above 0% and up to 100%, with at most two digits after the point, such as `12.5%`.",
  }),
  "prize-total": ({ lottery, total }) => ({
    message: `the prizes of \`${lottery}\` add up to ${total}, not to 100%`,
    fix: "Change the shares so that everybody who draws gets a prize; a small one can be points.",
  }),
  "benefit-in-benefit": ({ role, name, kind }) => ({
    message: `\`${name}\` is a ${kind}, and ${roleEn[role]} must give something by itself`,
    fix: "Name a coupon, points, a gift or the like.",
  }),
  "quantity-twice": ({ channel }) => ({
    message: `the quantity for the channel \`${channel}\` is said twice`,
    fix: "Remove one of the two.",
  }),
  "quantity-beyond": ({ channel, quantity, inAll }) => ({
    message: `${quantity} may go over \`${channel}\`, but there are only ${inAll} in all`,
    fix: `Write at most \`quantity ${inAll} by ${channel}\`, or raise the quantity in all.`,
  }),
};

const roleEn: { readonly [R in BenefitRole]: string } = {
  prize: "a prize",
  giver: "what the one who invites gets",
  friend: "what the friend gets",
};

function needsEn(benefit: string, kind: BenefitKind, part: BenefitPart): { message: string; fix: string } {
  switch (part) {
    case "up to":
      return kind === "coupon"
        ? {
            message: `the coupon \`${benefit}\` takes off a percentage without saying how much at most`,
            fix: "Add the most that it takes off, such as `10% off up to 50 CNY`.",
          }
        : {
            message: `the free order \`${benefit}\` does not say up to which amount`,
            fix: "Add for example `free order up to 300 CNY`.",
          };
    case "salt":
      return {
        message: `the lottery \`${benefit}\` has no salt, by which its draws are made`,
        fix: 'Add for example `salt "wheel-2026"`; another salt draws anew.',
      };
    case "prize":
      return { message: `the lottery \`${benefit}\` has no prizes`, fix: `Add for example \`${examples.lottery}\`.` };
    case "giver":
    case "friend":
      return {
        message: `the referral \`${benefit}\` does not say what the ${part === "giver" ? "one who invites" : "friend"} gets`,
        fix: `Add \`${part}\` and a benefit, such as \`${examples.referral}\`.`,
      };
    default:
      return {
        message: `the benefit \`${benefit}\` does not say how much it gives`,
        fix: `Add for example \`${examples[kind]}\`.`,
      };
  }
}

function strayEn(kind: BenefitKind, part: BenefitPart): string {
  if (isMade(kind) && part !== "amount") {
    const parts = kind === "lottery" ? "prizes" : "two benefits";
    return part === "salt" || part === "prize" || part === "giver" || part === "friend"
      ? `Remove it; a ${kind} is written such as \`${examples[kind]}\`.`
      : `Remove it here, and say it of the ${parts}.`;
  }
  if (part === "up to") return "Remove it, or take off a percentage: `10% off up to 50 CNY`.";
  return `Remove it; a ${kind} is written such as \`${examples[kind]}\`.`;
}

/** The kinds as operators call them. */
const kindZh: { readonly [K in BenefitKind]: string } = {
  coupon: "优惠券",
  free_order: "免单",
  points: "积分",
  gift: "礼品",
  privilege: "特权",
  check_in: "签到奖励",
  lottery: "抽奖",
  referral: "邀请奖励",
};

export const benefitsZh: Catalogue<BenefitMessages> = {
  "benefit-needs": ({ benefit, kind, part }) => needsZh(benefit, kind, part),
  "benefit-part": ({ benefit, kind, part }) => ({
    message:
      part === "amount"
        ? `${kindZh[kind]} \`${benefit}\` 写了面额，而${kindZh[kind]}由其他权益组成，本身没有面额`
        : `${kindZh[kind]} \`${benefit}\` 里不能写 \`${wordOf(part)}\``,
    fix: strayZh(kind, part),
  }),
  "bad-share": ({ text }) => ({
    message: `\`${text}\` 不是这里能用的百分比`,
    fix: "请写大于 0%、不超过 100% 的百分比，小数点后最多两位，例如 `12.5%`。",
  }),
  "prize-total": ({ lottery, total }) => ({
    message: `抽奖 \`${lottery}\` 的奖品占比加起来是 ${total}，不是 100%`,
    fix: "请调整占比，让每次抽奖都有奖；小奖可以用积分。",
  }),
  "benefit-in-benefit": ({ role, name, kind }) => ({
    message: `\`${name}\` 是${kindZh[kind]}，不能用作${roleZh[role]}`,
    fix: "请换成优惠券、积分、礼品这类本身就有内容的权益。",
  }),
  "quantity-twice": ({ channel }) => ({
    message: `渠道 \`${channel}\` 的数量写了两次`,
    fix: "请删掉一个。",
  }),
  "quantity-beyond": ({ channel, quantity, inAll }) => ({
    message: `渠道 \`${channel}\` 可发 ${quantity} 份，而总共只有 ${inAll} 份`,
    fix: `请写成不超过 \`quantity ${inAll} by ${channel}\`，或调高总数量。`,
  }),
};

const roleZh: { readonly [R in BenefitRole]: string } = { prize: "奖品", giver: "邀请人的奖励", friend: "好友的奖励" };

function needsZh(benefit: string, kind: BenefitKind, part: BenefitPart): { message: string; fix: string } {
  switch (part) {
    case "up to":
      return kind === "coupon"
        ? {
            message: `折扣券 \`${benefit}\` 没有写明最多减多少`,
            fix: "请加上封顶金额，例如 `10% off up to 50 CNY`。",
          }
        : {
            message: `免单 \`${benefit}\` 没有写明最高免多少`,
            fix: "例如加上 `free order up to 300 CNY`。",
          };
    case "salt":
      return {
        message: `抽奖 \`${benefit}\` 缺少 salt（抽奖用的随机盐）`,
        fix: '例如加上 `salt "wheel-2026"`；换一个 salt 就会重新抽。',
      };
    case "prize":
      return { message: `抽奖 \`${benefit}\` 没有奖品`, fix: `例如加上 \`${examples.lottery}\`。` };
    case "giver":
    case "friend":
      return {
        message: `邀请奖励 \`${benefit}\` 没有写明${part === "giver" ? "邀请人" : "好友"}得到什么`,
        fix: `请写 \`${part}\` 加权益名，例如 \`${examples.referral}\`。`,
      };
    default:
      return {
        message: `权益 \`${benefit}\` 没有写明给多少`,
        fix: `例如加上 \`${examples[kind]}\`。`,
      };
  }
}

function strayZh(kind: BenefitKind, part: BenefitPart): string {
  if (isMade(kind) && part !== "amount") {
    return part === "salt" || part === "prize" || part === "giver" || part === "friend"
      ? `请去掉它；${kindZh[kind]}的写法例如 \`${examples[kind]}\`。`
      : `请从这里去掉，写到${kind === "lottery" ? "各个奖品" : "那两个权益"}上。`;
  }
  if (part === "up to") return "请去掉它，或改成按百分比打折：`10% off up to 50 CNY`。";
  return `请去掉它；${kindZh[kind]}的写法例如 \`${examples[kind]}\`。`;
}
