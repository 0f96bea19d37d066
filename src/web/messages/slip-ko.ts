import { LARGEST_FACTOR, roundedFactor, type SlipKind } from "../../estimates/slip.ts";
import type { slipEn } from "./slip-en.ts";

const SLIPS: Readonly<Record<SlipKind, string>> = {
  "ten times too high": "열 배 낮추면 들어맞음. 억을 10억(billion)으로 잘못 읽었을 때처럼",
  "ten times too low": "열 배 높이면 들어맞음",
  "a thousand times too high": "천 배 낮추면 들어맞음",
  "a thousand times too low": "천 배 높이면 들어맞음. ‘천’이 빠졌을 때처럼",
  "a million times too high": "백만 배 낮추면 들어맞음",
  "a million times too low": "백만 배 높이면 들어맞음. ‘백만’이 빠졌을 때처럼",
  "a year for a month": "한 해 금액을 한 달 금액으로 적은 것이라면 들어맞음",
  "a month for a year": "한 달 금액을 한 해 금액으로 적은 것이라면 들어맞음",
  "another currency": "다른 통화 금액이라면 들어맞음",
  "all workers for one": "노동자 전체의 금액을 한 사람의 금액으로 적은 것이라면 들어맞음",
  "one worker for all": "한 사람의 금액을 전체의 금액으로 적은 것이라면 들어맞음",
};

/** Words of slips in Korean. */
export const slipKo: typeof slipEn = {
  slip: ({ kind, currency, bayesFactor }) => {
    const words = currency === undefined ? SLIPS[kind] : `${currency} 금액이라면 들어맞음`;
    const times = bayesFactor > LARGEST_FACTOR ? `${LARGEST_FACTOR}배 넘게` : `${roundedFactor(bayesFactor)}배`;
    return `${words} (${times} 더 그럴듯함)`;
  },
};
