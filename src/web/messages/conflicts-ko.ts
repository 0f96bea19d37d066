import type { Messages } from "./en.ts";
import { sentence } from "./sentence.ts";

/** Strings of the page of conflicts, and of what-if, in Korean. */
export const conflictsKo: Pick<Messages, "conflicts" | "check" | "readings" | "influence" | "whatIf"> = {
  conflicts: {
    title: (n, wrong) =>
      wrong === n
        ? `주장 ${n}건은 아마 틀렸다`
        : `나머지와 잘 맞지 않는 주장 ${n}건, 그중 아마 틀린 것 ${wrong === 0 ? "없음" : `${wrong}건`}`,
    titleSome: (shown, all) => `충돌하는 주장 ${all}건 가운데 ${shown}건`,
    subtitle:
      "가장 어긋나는 것부터 맞은편과 함께 보입니다. 하나를 빼 보면 그것이 없을 때의 주요 수치가 바로 나타납니다.",
    clean: "나머지와 어긋나는 주장이 없다",
    cleanNext: "쓰인 주장은 모두 함께 옳을 수 있습니다. 주장이나 계정이 바뀌면 다시 살핍니다.",
    none: "이 조건에 맞는 충돌이 없습니다.",
    clear: "조건 지우기",
    filters: "조건",
    list: "충돌하는 주장, 가장 어긋나는 것부터",
    probability: (percent) => `틀렸을 확률 ${percent}`,
    otherSide: "맞은편",
    account: (figure, quantity) => sentence`계정의 값: ${quantity}, ${figure}`,
    noAgainst: "이것을 말하는 다른 주장은 없습니다. 다른 수량에서 계산된 값과 충돌하니, 수치를 열어 보십시오.",
    more: (n) => `맞은편 주장 ${n}건 더`,
    oneOrigin: (n, name) => `근원이 같은 주장 ${n}건: ${name}`,
    copies: (n) => `같은 말을 하는 주장 ${n}건 더`,
    leaveOut: "빼 보기",
    putBack: "되돌리기",
    of: (button, what) => `${button}: ${what}`,
    leaveOutOrigin: "근원을 통째로 빼 보기",
    markClaim: "이 주장",
    markAccount: "계정",
    mark: (claim, account) => `이 주장: ${claim}. 계정: ${account}`,
    slipRough: "대략임: 여기서는 계정이 이 근원 자체에 기댑니다.",
  },
  check: {
    title: "주장들은 전체로 보아 고르게 흩어져 있는가",
    words: (counted, expected, beyond) =>
      `수 ${counted}개를 저마다 그 근원을 뺀 계정과 견주면 약 ${expected}개가 90% 구간을 벗어나야 하고, 실제로는 ${beyond}개가 벗어납니다.`,
    likely: "흩어진 모양은 방법이 예상하는 만큼 고릅니다.",
    rare: (times) =>
      `이만큼 고르지 않은 모양이 우연히 나올 가능성은 약 ${times}번에 한 번입니다. 적힌 폭이 너무 넓거나 좁거나, 출처들이 알려진 것보다 서로를 더 따랐을 수 있습니다.`,
    few: "그 수를 뺀 계정과 견줄 수 있는 수가 너무 적어 말할 수 없습니다.",
    tenths: "예상보다 훨씬 낮은 곳에서 훨씬 높은 곳까지 놓인 자리. 높이가 고를수록 좋음",
    tenthsSpoken: (counts) => `예상 범위를 열로 나눈 칸마다의 수, 낮은 쪽부터: ${counts}`,
  },
  readings: {
    title: "여러 뜻으로 읽히는 수",
    intro: (measure, groups) => `${measure}: 출처가 어느 뜻인지 밝히지 않습니다(근원 ${groups}개).`,
    chain: (source) =>
      `「${source}」: 한 공제 사슬의 여러 부분을 어떻게 읽을지 밝히지 않습니다. 한 부분의 뜻이 다른 부분의 뜻을 말해 주므로 함께 읽으면:`,
    meaning: "뜻할 수 있는 것",
    before: "근거 반영 전",
    after: "반영 뒤",
  },
  influence: {
    title: "주요 수치는 무엇에 기대는가",
    subtitle: (year) => `근원을 하나씩 뺐을 때의 ${year}년 수치. 빼면 가장 크게 움직이는 근원이 먼저 나옵니다.`,
    origin: "뺀 근원",
    claims: (n) => `주장 ${n}건`,
    decisive: (n) => `근원 ${n}개는 결정하는 것이 많아, 빼고 다시 계산해야만 알 수 있다`,
    decisiveWhy: "이 근원이 없어도 성립하는 계정의 표본이 너무 적습니다. 하나를 빼고 다시 계산하십시오.",
    more: (n) => `근원 ${n}개 모두 보기`,
    fewer: (n) => `처음 ${n}개만 보기`,
  },
  whatIf: {
    title: "이 주장이 틀렸다면?",
    intro: "주장이나 근원을 빼 보면 이 수치가 움직입니다. 아무것도 저장하지 않으며 계정은 그대로입니다.",
    without: (n) => `뺀 것 ${n}개`,
    year: "연도",
    now: "지금",
    gone: "뺐을 때",
    roughly: (value) => `대략 ${value}`,
    rises: (percent) => `${percent} 올라감`,
    falls: (percent) => `${percent} 내려감`,
    stays: "거의 그대로",
    points: (points) => `${points}포인트`,
    mark: (name, now, then) => `${name}: 지금 ${now}, 뺐을 때 ${then}`,
    reweighted: (draws) => `이미 있는 표본에서 바로 계산했습니다. 표본 약 ${draws}개에 해당합니다.`,
    fair: (draws) => `바로 계산했지만 아주 확실하지는 않습니다(표본 약 ${draws}개). 다시 계산하면 더 확실해집니다.`,
    rough: "대략임: 뺀 것이 계정의 많은 부분을 결정합니다. 확실히 하려면 다시 계산하십시오.",
    drawn: "이것들을 빼고 다시 계산했습니다. 계정보다 짧게 돌린 결과입니다.",
    again: "빼고 다시 계산하기",
    running: "빼고 다시 계산하는 중입니다. 조정만큼 걸립니다. 그동안 대략의 수치를 보입니다.",
    stop: "멈추기",
    origin: (name) => `근원 ${name}`,
    prior: (measure) => `${measure}의 사전 가정`,
    all: "모두 되돌리기",
    priors: "주장 이전의 가정을 느슨하게 하기",
    priorsWhy: "고른 가정은 폭을 세 배로 넓힙니다.",
    ask: "이것이 틀렸다면?",
    working: "계산하는 중 …",
  },
};
