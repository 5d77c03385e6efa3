/** The signs of the two zodiacs, in the order of `signOf`: id, and Chinese name. */
const names = {
  western: {
    aries: "白羊座",
    taurus: "金牛座",
    gemini: "双子座",
    cancer: "巨蟹座",
    leo: "狮子座",
    virgo: "处女座",
    libra: "天秤座",
    scorpio: "天蝎座",
    sagittarius: "射手座",
    capricorn: "摩羯座",
    aquarius: "水瓶座",
    pisces: "双鱼座",
  },
  chinese: {
    rat: "鼠",
    ox: "牛",
    tiger: "虎",
    rabbit: "兔",
    dragon: "龙",
    snake: "蛇",
    horse: "马",
    goat: "羊",
    monkey: "猴",
    rooster: "鸡",
    dog: "狗",
    pig: "猪",
  },
} as const;

export type Sign = keyof typeof names.western | keyof typeof names.chinese;

/** The ids of each zodiac, in order. */
export const signs: { readonly [C in keyof typeof names]: readonly Sign[] } = {
  western: Object.keys(names.western) as Sign[],
  chinese: Object.keys(names.chinese) as Sign[],
};

export const signZh: Readonly<Record<Sign, string>> = { ...names.western, ...names.chinese };
