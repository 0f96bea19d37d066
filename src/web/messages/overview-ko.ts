import type { Messages } from "./en.ts";
import { sentence } from "./sentence.ts";

/** Strings of the overview in Korean. */
export const overviewKo: Pick<Messages, "overview"> = {
  overview: {
    titleBoth: (year, people, money) =>
      sentence`${year}년에는 약 ${people}이 해외에서 일했고, 국가는 약 ${money}를 가져갔다`,
    titlePeople: (year, people) => sentence`${year}년에는 약 ${people}이 해외에서 일했다`,
    titleNone: (year) => `${year}년에 대해 알려진 것`,
    titleAssumed: (year) => `${year}년에 대해 알려진 것이 없습니다. 아래는 가정입니다`,
    pageTitle: (year) => `개요 ${year}년`,
    best: "독립된 근원이 가장 많은 해",
    toBest: (year) => `근거가 가장 많은 ${year}년으로`,
    yearBefore: (year) => `${year}년, 한 해 앞`,
    yearAfter: (year) => `${year}년, 한 해 뒤`,
    chooseYear: "보이는 연도",
    headlines: (year) => `${year}년의 주요 수치`,
    interval: (limits) => sentence`90% 구간 ${limits}`,
    peopleTitle: (peak, figure) => `잘 알려진 해 가운데 가장 많았던 때는 ${peak}년, 약 ${figure}`,
    peopleSubtitle: "해외에서 일하는 사람, 전체 지역, 연중 기준",
    whereNone: "어디에 있었는지 확인되지 않았다",
    whereOne: (place, year) => `${year}년에는 절반이 넘는 사람이 한곳에 있었다: ${place}`,
    whereTwo: (first, second, year) => `${year}년에는 절반이 넘는 사람이 두 곳에 있었다: ${first}, ${second}`,
    whereSpread: (place, places, year) => `${year}년에는 ${places}곳에 흩어져 있었고, 가장 많은 곳: ${place}`,
    whereSubtitle: (year) => `지역별 해외 노동자, ${year}년`,
    whereNote: (carried, all) =>
      carried === 0 ? "" : `${all}곳 가운데 ${carried}곳은 앞뒤 3년 안에 주장이 없어 사전 가정에 의존합니다.`,
    moneyTitle: (year, limits) => `${year}년 국가의 몫은 연 ${limits} (90% 구간)`,
    moneySubtitle: "국가로 들어간 돈, 연간",
    flowTitle: (worker) => `번 돈 100 가운데 노동자에게 닿는 것은 약 ${worker}`,
    flowTitleMost: (worker) => `임금의 대부분은 노동자에게 닿지 않는다: 100 가운데 약 ${worker}`,
    flowSubtitle: (year) => `해외에서 번 돈 100을 누가 얼마나 가져가는가, ${year}년`,
    flowWhole: "번 돈 100",
    evidenceTitle: (claims, origins) => `주장 ${claims}건은 독립된 근원 ${origins}개로 거슬러 올라간다`,
    evidence: (sources, claims, used) =>
      sentence`${sources}에서 ${claims}을 얻었습니다. 그 가운데 ${used}건이 이 계정의 수량을 말하며, 나머지도 보관하고 보여 줍니다. 서로 베낀 주장은 한 번만 셉니다.`,
    evidenceTitleBefore: (claims) => `주장 ${claims}건, 아직 조정 전`,
    evidenceBefore: (sources, claims) =>
      sentence`${sources}에서 ${claims}을 얻었습니다. 지금도 읽을 수 있습니다. 몇 명이고 얼마인지, 어느 주장이 근원을 같이하고 어느 주장이 맞을 수 없는지는 조정이 끝나면 나옵니다.`,
    sources: (n) => `출처 ${n}개`,
    claims: (n) => `주장 ${n}건`,
    conflictsTitle: (n) => (n < 8 ? `나머지와 맞지 않는 주장 ${n}건` : "나머지와 가장 맞지 않는 주장들"),
    conflictsNone: "나머지와 어긋나는 주장은 없다",
    conflictsSubtitle: "크게 어긋나는 것부터, 말하는 것과 다른 것을 가리킬 확률과 함께",
    allConflicts: "어긋나는 주장 모두 보기",
    emptyTitle: "이 사례에는 아직 주장이 없습니다",
    empty: "사례 꾸러미를 들여오거나, 사례 폴더에 주장을 적고 다시 들여오십시오.",
    people: "해외 노동자",
    money: "국가로 들어간 돈",
    pending: "조정이 끝나면 수치가 나옵니다.",
    note: (claims, origins) => `독립된 근원 ${origins}개에서 나온 주장 ${claims}건.`,
  },
};
